package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what one room puts on one host. */
public final class Furniture {

	private final Sheet sheet;

	private final Room room;

	private final List<String> packages = new ArrayList<>();

	private final List<String> users = new ArrayList<>();

	private final List<PlacedFolder> folders = new ArrayList<>();

	private final List<PlacedFile> files = new ArrayList<>();

	private final List<Service> services = new ArrayList<>();

	Furniture(Sheet sheet, Room room) {
		this.sheet = sheet;
		this.room = room;
	}

	/** Debian packages. */
	public void packages(String... names) {
		this.packages.addAll(List.of(names));
	}

	/** A system user that the packages make and the files need. */
	public void user(String name) {
		this.users.add(name);
	}

	/** A folder of the system's. */
	public void folder(String path) {
		folder(path, "root", "root", "0755");
	}

	/** A folder of somebody else. */
	public void folder(String path, String owner, String group, String mode) {
		this.folders.add(new PlacedFolder(path, owner, group, mode));
	}

	public void file(PlacedFile file) {
		this.files.add(file);
	}

	/** A unit that starts on every host at its turn. */
	public void service(String unit) {
		this.services.add(new Service(unit, this.room, false));
	}

	/** A unit that the first host has to have started before the others may. */
	public void foundingService(String unit) {
		this.services.add(new Service(unit, this.room, true));
	}

	/** A drop-in that brings a service back whenever it ends. */
	public void restarting(String service, String wait) {
		dropIn(service, Templates.render("bundle/restart", Map.of("wait", wait)),
				"Brings " + service + " back whenever it ends.");
	}

	/** A drop-in for a unit that its package ships. */
	public void dropIn(String service, String text, String why) {
		String folder = "/etc/systemd/system/" + service + ".service.d";
		folder(folder);
		file(PlacedFile.unit(folder + "/pg-ha.conf", text, why));
	}

	/** A template of the room that reads nothing but the host's facts. */
	public String render(String template) {
		return render(template, Map.of());
	}

	/** A template of the room that reads further values by name. */
	public String render(String template, Map<String, Object> values) {
		return Templates.render(this.room.id() + "/" + template, this.sheet, values);
	}

	List<String> packages() {
		return this.packages;
	}

	List<String> users() {
		return this.users;
	}

	List<PlacedFolder> folders() {
		return this.folders;
	}

	List<PlacedFile> files() {
		return this.files;
	}

	List<Service> services() {
		return this.services;
	}

}
