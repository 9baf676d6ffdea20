package dev.pghaadvisor.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;

/**
 * A cluster that evidence is recorded of.
 *
 * @param name of the file: shape and option
 * @param options the answers that are not the default
 * @param altered what is changed by hand in the files, to show what happens then; empty
 * if nothing is
 * @param alteration a shell command that changes it in the folder of the bundle
 */
record RecordedCluster(String name, Map<String, String> options, String altered, String alteration) {

	private static final RuleBook BOOK = RuleBook.bundled();

	/** Name, what is changed, and how: recorded to show what happens then. */
	private record Alteration(String name, String words, String command) {
	}

	/** Started with HAProxy; the timer of an earlier start goes on. */
	private static final String RELOADS = """
			for unit in hosts/*/etc/systemd/system/haproxy.service.d/pg-ha.conf; do
				echo 'ExecStartPost=-/usr/bin/systemd-run --unit=haproxy-reloads --on-calendar=*:*:0/10 \
			--timer-property=AccuracySec=100ms /usr/bin/systemctl reload haproxy.service' >>"$unit"
			done""";

	private static final List<Alteration> ALTERATIONS = List.of(new Alteration("etcd3",
			"Patroni keeps its lock through etcd's v3 API, as most instructions have it: etcd3 instead of etcd in "
					+ "/etc/patroni/config.yml.",
			"sed -i 's/^etcd:/etcd3:/' hosts/pg*/etc/patroni/config.yml && "
					+ "sed -i 's/etcd.[.].hosts/etcd3[.]hosts/' hosts/pg*/usr/local/sbin/pg-ha-patroni-check"),
			new Alteration("loop-wait-2", "loop_wait is 2 s and retry_timeout 3 s.",
					"sed -i 's/loop_wait: 5$/loop_wait: 2/; s/retry_timeout: 5$/retry_timeout: 3/' "
							+ "hosts/pg*/etc/patroni/config.yml"),
			new Alteration("etcd-leader-together",
					"The timer moves etcd's leadership onto the host of the PostgreSQL leader instead of away from it.",
					"""
							for script in hosts/*/usr/local/sbin/pg-ha-etcd-yield; do
								check=$(grep 8008/primary "$script")
								cat >"$script" <<-'END'
								#!/bin/sh
								CHECK
								me=$(etcdctl --endpoints=http://127.0.0.1:2379 -w simple endpoint status | cut -d, -f2 | tr -d ' ')
								for member in $(etcdctl --endpoints=http://127.0.0.1:2379 -w simple member list | cut -d, -f5); do
									etcdctl --endpoints="$member" move-leader "$me" && exit 0
								done
								exit 0
								END
								sed -i "s#^CHECK#$check#" "$script"
							done"""),
			new Alteration("etcd-leader-stays",
					"The timer leaves etcd's leadership where it is, also on the host of the PostgreSQL leader.",
					"for script in hosts/*/usr/local/sbin/pg-ha-etcd-yield; do printf '#!/bin/sh\\nexit 0\\n' >\"$script\"; done"),
			new Alteration("etcd-slow-heartbeats",
					"etcd beats every 500 ms and elects after 5 s without a beat, instead of 100 ms and 1 s.",
					"for file in hosts/*/etc/default/etcd; do printf 'ETCD_HEARTBEAT_INTERVAL=500\\nETCD_ELECTION_TIMEOUT=5000\\n' "
							+ ">>\"$file\"; done"),
			new Alteration("adverts-1s",
					"Keepalived announces once a second with the same priority everywhere, as its defaults have it.",
					"sed -i -E 's/advert_int 0.3$/advert_int 1/; s/priority [0-9]+$/priority 100/' "
							+ "hosts/*/etc/keepalived/keepalived.conf"),
			new Alteration("reloads", "HAProxy is reloaded every ten seconds.", RELOADS),
			new Alteration("reloads-hard-stop",
					"hard-stop-after is 2 s instead of 30 min and HAProxy is reloaded every ten seconds.",
					RELOADS + " && sed -i 's/hard-stop-after 30m$/hard-stop-after 2s/' "
							+ "hosts/*/etc/haproxy/haproxy.cfg"));

	private static final List<Persona> SHAPES = List.of(Persona.values());

	/** What personas ask for beyond the defaults of every shape. */
	private static final String STRICT = "-rpo-zero-rto-30s";

	RecordedCluster {
		options = Map.copyOf(options);
	}

	/**
	 * That of a shape with default answers about losses and times, or with the strict
	 * ones of {@link Persona}, or with files changed by hand.
	 */
	static RecordedCluster of(String name) {
		for (Alteration alteration : ALTERATIONS) {
			if (name.endsWith("-" + alteration.name())) {
				RecordedCluster shipped = of(name.substring(0, name.length() - alteration.name().length() - 1));
				return new RecordedCluster(name, shipped.options(), alteration.words(), changing(alteration.command()));
			}
		}
		for (Persona persona : SHAPES) {
			if (name.equals(persona.shape() + STRICT)) {
				return new RecordedCluster(name, persona.answers(), "", "true");
			}
			if (name.equals(persona.shape())) {
				Map<String, String> usual = new HashMap<>(persona.answers());
				usual.keySet().removeAll(List.of("rpo", "rto"));
				return new RecordedCluster(name, usual, "", "true");
			}
		}
		throw new IllegalArgumentException("Nothing to record: " + name + ". There are the shapes "
				+ SHAPES.stream().map(Persona::shape).collect(Collectors.joining(", ")) + ", each also with " + STRICT
				+ ", and then with files changed by hand: -"
				+ ALTERATIONS.stream().map(Alteration::name).collect(Collectors.joining(", -")));
	}

	/** Fails if it changes nothing. */
	private static String changing(String command) {
		return "files() { find hosts -type f -exec cksum {} + | sort; } && before=$(files) && { " + command
				+ "\n} && [ \"$before\" != \"$(files)\" ]";
	}

	/** What the application makes of it. */
	ClusterPlan plan() {
		Advice advice = BOOK.advise(Answers.of(BOOK.questionnaire(), this.options));
		ClusterPlan plan = Parts.plan(advice, Inventory.example(Shape.of(advice)));
		if (!this.name.startsWith(plan.shape().id())) {
			throw new IllegalStateException(this.options + " leads to " + plan.shape().id());
		}
		return plan;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
