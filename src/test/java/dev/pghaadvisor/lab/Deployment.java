package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a bundle's README, done by the person at the client machine. */
final class Deployment {

	private final Servers servers;

	private final Bundle bundle;

	private final Parts parts;

	private final Recorder recorder = new Recorder();

	Deployment(Servers servers, Bundle bundle, Parts parts) {
		this.servers = servers;
		this.bundle = bundle;
		this.parts = parts;
	}

	void unpackAndPrepare() {
		this.servers.give("bundle.zip", this.bundle.zip());
		this.servers.as("unzip -q bundle.zip").run().orThrow();
		this.recorder.keep("prepare", inBundle("sh prepare.sh").run().orThrow());
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
		return this.parts.part(part,
				() -> inBundle("ANSIBLE_NOCOLOR=1 ansible-playbook " + file).within(600).run().orThrow());
	}

	void writeThrough(ClusterPlan plan) {
		String first = plan.hosts().get(0).address().toString();
		this.recorder.keep("list", this.servers.on(first, "hactl list").run().orThrow());
		String answer = psql(plan, plan.write().port(), "SELECT pg_is_in_recovery()");
		if (!answer.contains(" f\n")) {
			throw new IllegalStateException("Not the leader: " + answer);
		}
		this.recorder.keep("psql", answer);
		psql(plan, plan.write().port(), "CREATE TABLE proof AS SELECT 1 AS one");
		if (plan.read() != null && !psql(plan, plan.read().port(), "SELECT pg_is_in_recovery()").contains(" t\n")) {
			throw new IllegalStateException("The read port does not lead to a replica");
		}
	}

	/** Writes for 20 seconds, and does the planned switchover meanwhile. */
	JsonNode switchOverUnderLoad(ClusterPlan plan) {
		this.servers.give("writer.py", resource("/lab/writer.py"));
		Command writer = this.servers.as(connection(plan, plan.write().port()) + " python3 writer.py 20").within(90);
		Background<Output> writing = Background.start(writer::run);
		this.servers.as("until [ -e writer.started ]; do sleep 0.1; done; sleep 3").within(60).run().orThrow();
		this.recorder.keepFrom("ok: [", "drill", afterTask("Say what happened", playbook("drill.yml", "drill.yml")));
		return JsonMapper.shared().readTree(writing.result().orThrow());
	}

	void record(ClusterPlan plan) {
		String ansible = this.servers.as("ansible --version").run().orThrow();
		StringBuilder versions = new StringBuilder(ansible.substring(0, ansible.indexOf('\n') + 1));
		for (Host host : plan.hosts()) {
			versions.append(
					this.servers
						.on(host.address().toString(),
								"dpkg-query -W patroni postgresql-17 etcd-server haproxy keepalived 2>/dev/null"
										+ " | grep '[[:space:]][0-9]'")
						.run()
						.text());
		}
		this.recorder.write(plan.shape().footprint().id(),
				versions.toString().replace('\t', ' ').lines().distinct().collect(Collectors.joining("\n")) + "\n");
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
		return "PGHOST=" + plan.inventory().vip().address() + " PGPORT=" + port + " PGDATABASE="
				+ plan.inventory().database() + " PGUSER=" + plan.inventory().applicationUser() + " PGPASSWORD=$(cat "
				+ this.bundle.name() + "/secrets/application) PGCONNECT_TIMEOUT=3";
	}

	private Command inBundle(String commandLine) {
		return this.servers.as("cd " + this.bundle.name() + " && " + commandLine);
	}

	private static byte[] resource(String name) {
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
