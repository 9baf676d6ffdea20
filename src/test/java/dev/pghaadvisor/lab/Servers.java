package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Freshly installed servers on one network, and the machine of the person who installs
 * the bundle: Ansible, an ssh key that every server accepts, and nothing else.
 */
final class Servers implements AutoCloseable {

	/** The person's machine has this address in the servers' network. */
	private static final String CLIENT = "192.0.2.9/24";

	private static final String PERSON = "ops";

	private final Enclosure enclosure = Enclosure.open();

	private final List<Machine> machines = new ArrayList<>();

	private final Root client;

	private final Thread hook = new Thread(this::forget, "servers-forget");

	private Servers(Map<String, String> addresses, String networkInterface) {
		Runtime.getRuntime().addShutdownHook(this.hook);
		Network network = Network.bridged(this.enclosure, networkInterface);
		network.plug("client", CLIENT);
		this.client = this.enclosure.root("client", Image.TOOLS);
		String key = prepareClient();
		addresses.forEach((name, address) -> {
			network.plug(name, address + "/24");
			Path root = this.enclosure.overlay(name, Image.SERVER);
			this.enclosure.script("""
					echo "$4" >"$1/etc/hostname"
					chroot "$1" useradd -m -s /bin/bash "$3"
					echo "$3 ALL=(ALL) NOPASSWD: ALL" >"$1/etc/sudoers.d/$3"
					for home in "$1/root" "$1/home/$3"; do
						mkdir -p "$home/.ssh"
						echo "$2" >"$home/.ssh/authorized_keys"
					done
					""", root.toString(), key, PERSON, name);
			this.machines.add(Machine.boot(this.enclosure, name, root));
		});
	}

	/** Boots a server for every name, with its address, and waits until ssh answers. */
	static Servers boot(Map<String, String> addresses, String networkInterface) {
		Servers servers = new Servers(addresses, networkInterface);
		try {
			servers.waitForSsh(addresses);
			return servers;
		}
		catch (RuntimeException ex) {
			servers.close();
			throw ex;
		}
	}

	private String prepareClient() {
		return this.client.script("""
				useradd -m -s /bin/bash "$1"
				mkdir -p /run/lock
				runuser -u "$1" -- ssh-keygen -q -t ed25519 -N '' -f "/home/$1/.ssh/id_ed25519"
				printf 'Host *\\n  User root\\n' >"/home/$1/.ssh/config"
				cat "/home/$1/.ssh/id_ed25519.pub"
				""", PERSON).run().orThrow().strip();
	}

	private void waitForSsh(Map<String, String> addresses) {
		addresses.forEach((name, address) -> {
			long giveUp = System.nanoTime() + 90_000_000_000L;
			while (as("ssh-keyscan -T 2 " + address + " >>~/.ssh/known_hosts 2>/dev/null; ssh -o ConnectTimeout=2 "
					+ address + " true")
				.run()
				.failed()) {
				this.machines.forEach(Machine::mustRun);
				if (System.nanoTime() > giveUp) {
					throw new IllegalStateException(name + " does not answer:\n" + console(name));
				}
			}
		});
	}

	/** A command line of the person, in their home folder. */
	Command as(String commandLine) {
		return this.client.command("runuser", "-u", PERSON, "--", "sh", "-c", "cd && " + commandLine);
	}

	/** A command line of the person as root on a server. */
	Command on(String address, String commandLine) {
		return as("ssh " + address + " '" + commandLine.replace("'", "'\\''") + "'");
	}

	/** Puts a file into the person's home folder. */
	void give(String name, byte[] bytes) {
		try {
			Files.write(this.client.file("/home/" + PERSON + "/" + name), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + name, ex);
		}
	}

	String console(String name) {
		return this.machines.stream()
			.filter((machine) -> machine.name().equals(name))
			.map(Machine::console)
			.findFirst()
			.orElse("");
	}

	Enclosure enclosure() {
		return this.enclosure;
	}

	@Override
	public void close() {
		this.enclosure.close();
		Runtime.getRuntime().removeShutdownHook(this.hook);
		forget();
	}

	private void forget() {
		this.machines.forEach(Machine::forget);
	}

}
