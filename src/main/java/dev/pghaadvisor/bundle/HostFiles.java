package dev.pghaadvisor.bundle;

import java.util.List;
import java.util.function.Predicate;

import dev.pghaadvisor.plan.Role;

/**
 * What belongs on one host; install.sh, site.yml and topology.json are all written from
 * it.
 *
 * @param sheet the host's facts
 * @param packages Debian packages
 * @param users system users that the packages make and the files need
 * @param folders folders in the order they are made
 * @param files files in the order they are placed
 * @param services units in the order they start
 */
public record HostFiles(Sheet sheet, List<String> packages, List<String> users, List<PlacedFolder> folders,
		List<PlacedFile> files, List<String> services) {

	public HostFiles {
		packages = List.copyOf(packages);
		users = List.copyOf(users);
		folders = List.copyOf(folders);
		files = List.copyOf(files);
		services = List.copyOf(services);
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

	/** Whether Patroni starts here first. */
	public boolean first() {
		return this.sheet.databases().get(0).name().equals(name());
	}

	public String firstName() {
		return this.sheet.databases().get(0).name();
	}

	public String firstAddress() {
		return this.sheet.databases().get(0).address();
	}

	public boolean needsEtcd() {
		return this.sheet.is(Role.ETCD) || this.sheet.is(Role.POSTGRESQL);
	}

	/** An etcd member to ask: this host's own, if it has one. */
	public String etcdUrl() {
		String address = this.sheet.is(Role.ETCD) ? "127.0.0.1" : this.sheet.etcd().get(0).address();
		return "http://" + address + ":2379";
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
