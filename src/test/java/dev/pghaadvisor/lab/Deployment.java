package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a bundle's README, done by the person at the client machine. */
final class Deployment {

	/**
	 * A host that was reset takes longer than a leader's lock lives. Without the wait it
	 * would be back before anybody else may lead, and nothing would be shown.
	 */
	private static final int SECONDS_OF_FIRMWARE = 30;

	private final Servers servers;

	private final Download download;

	private final Stopwatch stopwatch;

	/** Where the bundle is unpacked on the person's machine. */
	private final String place;

	private final Recorder recorder = new Recorder();

	Deployment(Servers servers, Download download, Stopwatch stopwatch) {
		this(servers, download, stopwatch, ".");
	}

	private Deployment(Servers servers, Download download, Stopwatch stopwatch, String place) {
		this.servers = servers;
		this.download = download;
		this.stopwatch = stopwatch;
		this.place = place;
	}

	/** The same files on other servers. */
	Deployment on(Servers others) {
		return new Deployment(others, this.download, this.stopwatch, this.place);
	}

	/** Other files for the same servers, unpacked in a folder of that name. */
	Deployment with(Download other, String place) {
		return new Deployment(this.servers, other, this.stopwatch, place);
	}

	void unpackAndPrepare() {
		this.recorder.keep("prepare", unpackAndPrepare(""));
	}

	/** With the passwords of an older bundle in the home folder. */
	void unpackAndPrepareFrom(Deployment older) {
		unpackAndPrepare(" --from ~/" + older.place + "/" + older.download.folder());
	}

	private String unpackAndPrepare(String from) {
		this.servers.give("bundle.zip", this.download.zip());
		this.servers.as("mkdir -p " + this.place + " && unzip -q bundle.zip -d " + this.place).run().orThrow();
		return inBundle("sh prepare.sh" + from).run().orThrow();
	}

	/** The folder with its passwords, to install the same files once more elsewhere. */
	byte[] prepared() {
		this.servers.as("tar -cf prepared.tar " + this.download.folder()).run().orThrow();
		return this.servers.take("prepared.tar");
	}

	void unpackPrepared(byte[] prepared) {
		this.servers.give("prepared.tar", prepared);
		this.servers.as("tar -xf prepared.tar").run().orThrow();
	}

	/**
	 * Runs install.sh on every host, in the order of the README. Returns what each said.
	 */
	Map<String, String> installByHand(ClusterPlan plan, String part) {
		Map<String, String> outputs = new LinkedHashMap<>();
		this.stopwatch.part(part, () -> {
			for (Host host : plan.hosts()) {
				String name = host.name().toString();
				inBundle("scp -qr hosts/" + name + " " + host.address() + ":").run().orThrow();
				outputs.put(name,
						this.servers.on(host.address().toString(), "cd " + name + " && sh install.sh")
							.within(600)
							.run()
							.orThrow());
			}
			return outputs;
		});
		return outputs;
	}

	/** Loses the last etcd member's host, and does what the README says about that. */
	void replaceHost(ClusterPlan plan) {
		List<Host> members = plan.with(Role.ETCD);
		Host lost = members.get(members.size() - 1);
		String name = lost.name().toString();
		String address = lost.address().toString();
		String other = members.get(0).address().toString();
		this.stopwatch.part("losing " + name + " and replacing it", () -> {
			this.servers.replace(name, address);
			String id = this.servers.on(other, "etcdctl member list | grep \", " + name + ",\" | cut -d, -f1")
				.run()
				.orThrow()
				.strip();
			this.servers.on(other, "etcdctl member remove " + id).run().orThrow();
			this.servers.on(other, "etcdctl member add " + name + " --peer-urls=http://" + address + ":2380")
				.run()
				.orThrow();
			this.servers.on(address, "echo ETCD_INITIAL_CLUSTER_STATE=existing >/etc/default/etcd-join")
				.run()
				.orThrow();
			this.recorder.keepFrom("PLAY RECAP", "replace", playbook("site.yml", "site.yml with one fresh host"));
			return name;
		});
	}

	/**
	 * Does what the README says about that, after only the half of it, as somebody does
	 * who has not read it. Returns what the playbook said to the half.
	 */
	String startOver(ClusterPlan plan) {
		return this.stopwatch.part("starting over", () -> {
			String data = "/var/lib/postgresql/" + plan.shape().platform().postgresql() + "/patroni";
			onAll(plan, Role.POSTGRESQL, "systemctl stop patroni && rm -r " + data);
			Output half = tryPlaybook("site.yml", "site.yml with an etcd that remembers");
			onAll(plan, Role.ETCD,
					"systemctl stop etcd && rm -r /var/lib/etcd/" + plan.inventory().cluster() + "/member");
			playbook("site.yml", "site.yml on hosts that start over");
			return half.failed() ? half.text() : "";
		});
	}

	private void onAll(ClusterPlan plan, Role role, String commandLine) {
		plan.with(role).forEach((host) -> this.servers.on(host.address().toString(), commandLine).run().orThrow());
	}

	/** Waits until every replica streams. */
	void waitForReplicas(ClusterPlan plan) {
		List<Host> members = plan.hosts().stream().filter((host) -> host.has(Role.POSTGRESQL)).toList();
		this.servers
			.on(members.get(0).address().toString(),
					"for try in $(seq 90); do pg-ha-cluster healthy 2>/dev/null && exit; sleep 1; done; "
							+ "hactl list; pg-ha-cluster healthy")
			.run()
			.orThrow();
	}

	void install() {
		String output = playbook("site.yml", "site.yml with nothing installed");
		this.recorder.keepFrom("PLAY RECAP", "site", output);
	}

	void verify() {
		this.recorder.keepFrom("PLAY RECAP", "verify", playbook("verify.yml", "verify.yml"));
	}

	/** Runs a playbook and hands back what it printed. */
	String playbook(String file, String part) {
		return tryPlaybook(file, part).orThrow();
	}

	/** The same for one that may fail; words before the file are options. */
	Output tryPlaybook(String file, String part) {
		return this.stopwatch.part(part,
				inBundle(Servers.ANSIBLE + " ANSIBLE_NOCOLOR=1 ansible-playbook " + file).within(1200)::run);
	}

	void writeThrough(ClusterPlan plan) {
		String first = plan.hosts().get(0).address().toString();
		this.recorder.keep("list", this.servers.on(first, "hactl list").run().orThrow());
		String answer = psql(plan, plan.write().port(), "SELECT pg_is_in_recovery()");
		if (!answer.contains(" f\n")) {
			throw new IllegalStateException("Not the leader: " + answer);
		}
		this.recorder.keep("psql", answer);
		psql(plan, plan.write().port(), "CREATE TABLE IF NOT EXISTS proof (one integer)");
		if (plan.read() != null && !psql(plan, plan.read().port(), "SELECT pg_is_in_recovery()").contains(" t\n")) {
			throw new IllegalStateException("The read port does not lead to a replica");
		}
	}

	/**
	 * Runs the bundle's drill, a planned switchover, with a writer of the test's own on
	 * besides those of the drill.
	 */
	Drilled switchOverUnderLoad(ClusterPlan plan) {
		AtomicReference<String> table = new AtomicReference<>("");
		JsonNode written = underLoad(plan, () -> table.set(drill("drill", "drill.yml", "drill.yml")));
		return new Drilled(new DrillTable(table.get()), written);
	}

	/** Runs the bundle's drill that loses the leader's host. */
	DrillTable losePower(ClusterPlan plan) {
		String leader = this.servers.on(plan.hosts().get(0).address().toString(), "pg-ha-cluster leader")
			.run()
			.orThrow()
			.strip();
		Output refused = tryPlaybook("drill.yml -e drill=poweroff", "drill.yml that is not allowed to lose a host");
		if (!refused.failed() || !refused.text().contains("This would reset " + leader)) {
			throw new IllegalStateException("Did not ask before losing " + leader + ":\n" + refused.text());
		}
		String address = plan.hosts()
			.stream()
			.filter((host) -> host.name().toString().equals(leader))
			.findFirst()
			.orElseThrow()
			.address()
			.toString();
		return Work.TIMED.during(() -> {
			Background<String> reset = Background.start(() -> {
				this.servers.endureReset(leader, address, "pg-ha-drill", SECONDS_OF_FIRMWARE);
				return leader;
			});
			String table = drill("poweroff", "drill.yml -e drill=poweroff -e really=yes",
					"drill.yml that loses " + leader);
			reset.result();
			return new DrillTable(table);
		});
	}

	private String drill(String command, String playbook, String part) {
		String output = afterTask("Say what happened", Work.TIMED.during(() -> playbook(playbook, part)));
		this.recorder.keepFrom("ok: [", command, output);
		return output;
	}

	/** Writes while the work is done, and says how it went. */
	JsonNode underLoad(ClusterPlan plan, Runnable work) {
		this.servers.give("writer.py", resource("/lab/writer.py"));
		Command writer = this.servers
			.as("rm -f writer.started writer.stop; " + connection(plan, plan.write().port())
					+ " python3 writer.py 1200")
			.within(1300);
		Background<Output> writing = Background.start(writer::run);
		this.servers.as("until [ -e writer.started ]; do sleep 0.1; done; sleep 3").within(60).run().orThrow();
		work.run();
		this.servers.as("sleep 2; touch writer.stop").run().orThrow();
		// The last line: before it libpq may have told what the server said when it ended
		// a
		// connection.
		String output = writing.result().orThrow().strip();
		return JsonMapper.shared().readTree(output.substring(output.lastIndexOf('\n') + 1));
	}

	/** Keeps what the commands printed, and says where. */
	Path record(ClusterPlan plan) {
		String ansible = this.servers.as("ansible --version").run().orThrow();
		StringBuilder versions = new StringBuilder(ansible.substring(0, ansible.indexOf('\n') + 1));
		for (Host host : plan.hosts()) {
			versions.append(this.servers
				.on(host.address().toString(),
						"dpkg-query -W patroni postgresql-" + plan.shape().platform().postgresql()
								+ " etcd-server haproxy keepalived 2>/dev/null" + " | grep '[[:space:]][0-9]'")
				.run()
				.text());
		}
		return this.recorder.write(plan.shape().id(),
				versions.toString().replace('\t', ' ').lines().distinct().collect(Collectors.joining("\n")) + "\n",
				inBundle("cat drill.yml site.yml verify.yml | sha256sum | cut -d' ' -f1").run().orThrow().strip());
	}

	/** Changes files of the bundle by hand, as nobody should. */
	void change(String commandLine) {
		inBundle(commandLine).run().orThrow();
	}

	/** What prepare.sh made up for the application. */
	String applicationPassword() {
		return inBundle("cat secrets/application").run().orThrow().strip();
	}

	/**
	 * What the drill said, and what a writer of the test's own saw.
	 */
	record Drilled(DrillTable table, JsonNode written) {
	}

	private static String afterTask(String task, String output) {
		return output.substring(output.indexOf("TASK [" + task));
	}

	private String psql(ClusterPlan plan, int port, String statement) {
		return this.servers.as(connection(plan, port) + " psql -X -v ON_ERROR_STOP=1 -c '" + statement + "'")
			.run()
			.orThrow();
	}

	private String connection(ClusterPlan plan, int port) {
		String hosts = plan.write().hosts().stream().map(Object::toString).collect(Collectors.joining(","));
		return "PGHOST=" + hosts + (" PGTARGETSESSIONATTRS=" + ((port == plan.write().port()) ? "read-write" : "any"))
				+ " PGPORT=" + port + " PGDATABASE=" + plan.inventory().database() + " PGUSER="
				+ plan.inventory().applicationUser() + " PGPASSWORD=$(cat ~/" + this.place + "/"
				+ this.download.folder() + "/secrets/application) PGCONNECT_TIMEOUT=3";
	}

	private Command inBundle(String commandLine) {
		return this.servers.as("cd " + this.place + "/" + this.download.folder() + " && " + commandLine);
	}

	static byte[] resource(String name) {
		try (InputStream stream = Deployment.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("No resource " + name);
			}
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + name, ex);
		}
	}

}
