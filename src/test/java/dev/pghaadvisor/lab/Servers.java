package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Platform;

/**
 * Freshly installed servers on one network, and the machine of the person who installs
 * the bundle: Ansible, an ssh key that every server accepts, and nothing else.
 */
final class Servers implements AutoCloseable {

	/** The person's machine has this address in the servers' network. */
	private static final String CLIENT = "192.0.2.9/24";

	private static final String PERSON = "ops";

	/** What the person's Ansible gets, to need half the processor time. */
	static final String ANSIBLE = "ANSIBLE_CALLBACKS_ENABLED=compiled_modules";

	private final Enclosure enclosure = Enclosure.open();

	private final Map<String, Machine> machines = new LinkedHashMap<>();

	private final Map<String, Path> disks = new LinkedHashMap<>();

	private final Platform platform;

	private final Network network;

	private final Root client;

	private final String key;

	private int overlays;

	private final Thread hook = new Thread(this::forget, "servers-forget");

	private Servers(Platform platform, Map<String, String> addresses, String networkInterface) {
		Runtime.getRuntime().addShutdownHook(this.hook);
		this.platform = platform;
		this.network = Network.bridged(this.enclosure, networkInterface);
		this.network.plug("client", CLIENT);
		this.client = this.enclosure.root("client", Image.tools(platform));
		this.key = prepareClient();
		give(".ansible/plugins/callback/compiled_modules.py", Deployment.resource("/lab/compiled_modules.py"));
		addresses.forEach(this::bootFresh);
	}

	private void bootFresh(String name, String address) {
		this.network.plug(name, address + "/24");
		this.overlays++;
		Path root = this.enclosure.overlay(name + "-" + this.overlays, Image.server(this.platform));
		this.enclosure.script("""
				echo "$4" >"$1/etc/hostname"
				chroot "$1" useradd -m -s /bin/bash "$3"
				echo "$3 ALL=(ALL) NOPASSWD: ALL" >"$1/etc/sudoers.d/$3"
				for home in "$1/root" "$1/home/$3"; do
					mkdir -p "$home/.ssh"
					echo "$2" >"$home/.ssh/authorized_keys"
				done
				""", root.toString(), this.key, PERSON, name);
		this.disks.put(name, root);
		this.enclosure.script("""
				truncate -s 4G "$1/../database"
				mkfs.ext4 -q -E root_owner=0:0 "$1/../database"
				mkdir -p "$1/var/lib/postgresql"
				mount -o loop "$1/../database" "$1/var/lib/postgresql"
				rmdir "$1/var/lib/postgresql/lost+found"
				""", root.toString());
		this.machines.put(name, Machine.boot(this.enclosure, name, root));
	}

	/** Loses the power of a server: no goodbye of any process reaches the others. */
	void powerOff(String name) {
		this.network.unplug(name);
		machine(name).powerOff();
	}

	/** Boots a server with its own disk again. */
	void powerOn(String name, String address) {
		machine(name).forget();
		this.network.plug(name, address + "/24");
		this.machines.put(name, Machine.boot(this.enclosure, name, disk(name)));
	}

	Machine machine(String name) {
		Machine machine = this.machines.get(name);
		if (machine == null) {
			throw new IllegalArgumentException("No server " + name);
		}
		return machine;
	}

	/** Where the root folder of a server is mounted inside the enclosure. */
	private Path disk(String name) {
		Path disk = this.disks.get(name);
		if (disk == null) {
			throw new IllegalArgumentException("No server " + name);
		}
		return disk;
	}

	Network network() {
		return this.network;
	}

	/**
	 * The person's programs in the network of a server, to watch it from beside: what
	 * happens to the server's processes does not happen to them.
	 */
	Root beside(String name) {
		return new Root(this.enclosure, name, this.client.folder());
	}

	/**
	 * Waits until a server is about to reset itself, and makes of it what a reset makes
	 * of a real host: nothing of it is heard any more from then on, not even a goodbye,
	 * nothing but its disk is left, and it takes its time to come back. By itself a
	 * container would say goodbye, keep its addresses and be back at once.
	 * @param unit the systemd timer by which the server resets itself in two seconds
	 * @param secondsAway how long it takes until it starts to boot
	 */
	void endureReset(String name, String address, String unit, int secondsAway) {
		String pid = this.enclosure.command("sh", "-euc", """
				for pid in $(ip netns pids "$1"); do
					! grep -q '^NSpid:.*[[:space:]]1$' "/proc/$pid/status" || first=$pid
				done
				for try in $(seq 3000); do
					[ ! -e "/proc/$first/root/run/systemd/transient/$2.timer" ] || break
					sleep 0.1
				done
				[ -e "/proc/$first/root/run/systemd/transient/$2.timer" ]
				sleep 1
				echo "$first"
				""", "lab", name, unit).within(600).run().orThrow().strip();
		this.network.unplug(name);
		this.enclosure.script("""
				for try in $(seq 600); do
					[ -e "/proc/$1" ] || exit 0
					sleep 0.1
				done
				echo "it did not reset itself"
				exit 1
				""", pid);
		machine(name).powerOff();
		this.enclosure.script("sleep " + secondsAway);
		powerOn(name, address);
	}

	/** Loses a server for good and boots a fresh one with its name and address. */
	void replace(String name, String address) {
		this.network.unplug(name);
		Machine lost = this.machines.remove(name);
		if (lost == null) {
			throw new IllegalArgumentException("No server " + name);
		}
		lost.powerOff();
		bootFresh(name, address);
		as("ssh-keygen -q -R " + address).run().orThrow();
		waitForSsh(Map.of(name, address));
	}

	/** Boots the servers that a plan names. */
	static Servers boot(ClusterPlan plan) {
		Map<String, String> addresses = new LinkedHashMap<>();
		plan.hosts().forEach((host) -> addresses.put(host.name().toString(), host.address().toString()));
		return boot(plan.shape().platform(), addresses, plan.inventory().networkInterface().toString());
	}

	/** Boots a server for every name, with its address, and waits until ssh answers. */
	static Servers boot(Platform platform, Map<String, String> addresses, String networkInterface) {
		Servers servers = new Servers(platform, addresses, networkInterface);
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
				runuser -u "$1" -- mkdir -p "/home/$1/.ansible/plugins/callback"
				runuser -u "$1" -- ssh-keygen -q -t ed25519 -N '' -f "/home/$1/.ssh/id_ed25519"
				printf 'Host *\\n  User root\\n' >"/home/$1/.ssh/config"
				cat "/home/$1/.ssh/id_ed25519.pub"
				""", PERSON).run().orThrow().strip();
	}

	private void waitForSsh(Map<String, String> addresses) {
		addresses.forEach((name, address) -> {
			long giveUp = System.nanoTime() + 180_000_000_000L;
			while (as("ssh-keyscan -T 2 " + address + " >>~/.ssh/known_hosts 2>/dev/null; ssh -o ConnectTimeout=2 "
					+ address + " true")
				.run()
				.failed()) {
				this.machines.values().forEach(Machine::mustRun);
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

	/** Words that lead a root shell of this host to the person's own. */
	List<String> person() {
		return this.client.command("su", "-", PERSON).words();
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

	/** A file of the person's home folder. */
	byte[] take(String name) {
		try {
			return Files.readAllBytes(this.client.file("/home/" + PERSON + "/" + name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + name, ex);
		}
	}

	/**
	 * Every setting of a server, one line each: mode, owner, group, path and goal of
	 * links, and the sum of what files hold. Left out is what no two servers share.
	 */
	List<String> settings(String address) {
		return on(address,
				"""
						export LC_ALL=C
						{
							find /etc /usr/local -xdev -printf "%M %u %g %p %l\n"
							for folder in /var/lib/etcd /var/lib/postgresql; do
								[ ! -d $folder ] || find $folder -maxdepth 2 -type d -printf "%M %u %g %p\n"
							done
							find /etc /usr/local -xdev -type f -exec sha256sum {} +
						} | grep -vE " /etc/(passwd|group|shadow|gshadow|subuid|subgid)-?( |$)|/etc/ssh/ssh_host|/etc/machine-id|ssl-cert-snakeoil" \
						| sort""")
			.run()
			.orThrow()
			.lines()
			.toList();
	}

	String console(String name) {
		Machine machine = this.machines.get(name);
		return (machine != null) ? machine.console() : "";
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
		this.machines.values().forEach(Machine::forget);
	}

}
