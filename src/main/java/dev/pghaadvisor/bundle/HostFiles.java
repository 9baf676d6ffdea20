package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.Urls;

/**
 * What belongs on one host; install.sh, site.yml and topology.json are all written from
 * it.
 *
 * @param sheet the host's facts
 * @param rooms what its cluster is made of, in the order in which it comes up
 * @param packages Debian packages
 * @param users system users that the packages make and the files need
 * @param folders folders in the order they are made
 * @param files files in the order they are placed
 * @param services in the order they start
 */
public record HostFiles(Sheet sheet, List<Room> rooms, List<String> packages, List<String> users,
		List<PlacedFolder> folders, List<PlacedFile> files, List<Service> services) {

	public HostFiles {
		rooms = List.copyOf(rooms);
		packages = List.copyOf(packages);
		users = List.copyOf(users);
		folders = List.copyOf(folders);
		files = List.copyOf(files);
		services = List.copyOf(services);
	}

	static HostFiles of(Sheet sheet, List<Room> rooms) {
		Set<String> packages = new LinkedHashSet<>();
		Set<String> users = new LinkedHashSet<>();
		List<PlacedFolder> folders = new ArrayList<>();
		List<PlacedFile> files = new ArrayList<>();
		List<Service> services = new ArrayList<>();
		for (Room room : rooms) {
			Furniture furniture = new Furniture(sheet, room);
			room.furnishing().furnish(sheet, furniture);
			packages.addAll(furniture.packages());
			users.addAll(furniture.users());
			folders.addAll(furniture.folders());
			files.addAll(furniture.files());
			services.addAll(furniture.services());
		}
		// What packages read while they are installed has to be there first.
		files.sort(Comparator.comparing((file) -> !file.early()));
		return new HostFiles(sheet, rooms, List.copyOf(packages), List.copyOf(users), folders, files, services);
	}

	/** What rooms add at that place of this host's scripts. */
	public List<String> each(Piece piece) {
		return Templates.pieces(this.rooms, piece, Map.of("host", this));
	}

	/** What the room of a service adds there. */
	public List<String> each(Piece piece, Service service) {
		return Templates.pieces(List.of(service.room()), piece, Map.of("host", this));
	}

	public String name() {
		return this.sheet.name();
	}

	public String address() {
		return this.sheet.address();
	}

	public boolean postgresql() {
		return this.sheet.postgresql();
	}

	/** Packages of this host and the versions that were tried, as shell words. */
	public String triedVersions() {
		Map<String, String> tried = this.sheet.platform().triedVersions();
		return this.packages.stream()
			.filter(tried::containsKey)
			.map((name) -> name + "=" + tried.get(name))
			.collect(Collectors.joining(" "));
	}

	/** Whether Patroni starts here first. */
	public boolean first() {
		return this.sheet.members(Role.POSTGRESQL).get(0).name().equals(name());
	}

	public String firstName() {
		return this.sheet.members(Role.POSTGRESQL).get(0).name();
	}

	public String firstAddress() {
		return this.sheet.members(Role.POSTGRESQL).get(0).address();
	}

	public boolean needsEtcd() {
		return this.sheet.is(Role.ETCD) || this.sheet.is(Role.POSTGRESQL);
	}

	/** An etcd member to ask: this host's own, if it has one. */
	public String etcdUrl() {
		return this.sheet.urls()
			.etcd(this.sheet.is(Role.ETCD) ? Urls.LOOPBACK : this.sheet.members(Role.ETCD).get(0).address());
	}

	/** Files that packages read while they are installed. */
	public List<PlacedFile> early() {
		return where(PlacedFile::early);
	}

	public List<PlacedFile> late() {
		return where((file) -> !file.early());
	}

	/** Files that prepare.sh makes. */
	public List<PlacedFile> secrets() {
		return where(PlacedFile::secret);
	}

	private List<PlacedFile> where(Predicate<PlacedFile> wanted) {
		return this.files.stream().filter(wanted).toList();
	}

}
