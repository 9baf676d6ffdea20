package dev.pghaadvisor.lab;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The networks inside an enclosure: one bridge, and a namespace with one interface for
 * every host. None of them is known outside.
 */
final class Network {

	private final Enclosure enclosure;

	private final String networkInterface;

	private Network(Enclosure enclosure, String networkInterface) {
		this.enclosure = enclosure;
		this.networkInterface = networkInterface;
	}

	/**
	 * Makes the bridge; it learns and forwards at once, like a switch that has been up
	 * for long.
	 */
	static Network bridged(Enclosure enclosure, String networkInterface) {
		enclosure.script("""
				ip link add br0 type bridge stp_state 0 forward_delay 0 mcast_snooping 0
				ip link set br0 up
				""");
		return new Network(enclosure, networkInterface);
	}

	/** Gives the host of that name an interface on the bridge. */
	void plug(String host, String addressAndPrefix) {
		this.enclosure.script("""
				ip netns add "$1"
				ip link add "p-$1" type veth peer name "$3" netns "$1"
				ip link set "p-$1" master br0 up
				ip -n "$1" link set lo up
				ip -n "$1" addr add "$2" dev "$3"
				ip -n "$1" link set "$3" up
				""", host, addressAndPrefix, this.networkInterface);
	}

	/** Takes the cable out: nothing of the host is heard any more, not even a goodbye. */
	void unplug(String host) {
		this.enclosure.script("""
				ip link del "p-$1"
				ip netns del "$1"
				""", host);
	}

	/**
	 * Takes the host off the bridge. Its own end stays up, so that it notices nothing but
	 * silence: the hard case of a partition.
	 */
	void cut(String host) {
		this.enclosure.script("ip link set \"p-$1\" nomaster", host);
	}

	/** Puts the host back on the bridge. */
	void heal(String host) {
		this.enclosure.script("ip link set \"p-$1\" master br0", host);
	}

	/**
	 * Makes a host deaf to some addresses. What it sends still arrives there, and nothing
	 * is refused, so that programs only notice silence.
	 */
	void deafen(String host, Collection<String> addresses) {
		drop(host, "deaf", "ip saddr { " + String.join(", ", addresses) + " }", "");
	}

	/** Ends {@link #deafen}. */
	void hear(String host) {
		stopDropping(host, "deaf");
	}

	/** Loses some of the packets from and to the host, by chance, in percent. */
	void lose(String host, int percent) {
		String some = " numgen random mod 100 < " + percent;
		drop(host, "lossy", "iifname != lo" + some, "oifname != lo" + some);
	}

	/** Ends {@link #lose}. */
	void deliver(String host) {
		stopDropping(host, "lossy");
	}

	/**
	 * Lets only so many megabits a second through the cable of a host, in each direction,
	 * and keeps up to 50 ms of them waiting.
	 */
	void limit(String host, int megabits) {
		this.enclosure.script("""
				tc qdisc add dev "p-$1" root tbf rate "$2mbit" burst 64kb latency 50ms
				tc -n "$1" qdisc add dev "$3" root tbf rate "$2mbit" burst 64kb latency 50ms
				""", host, String.valueOf(megabits), this.networkInterface);
	}

	/** Ends {@link #limit}. */
	void free(String host) {
		this.enclosure.script("""
				tc qdisc del dev "p-$1" root
				tc -n "$1" qdisc del dev "$2" root
				""", host, this.networkInterface);
	}

	/** Drops whatever a host says or hears at some of its ports. */
	void silence(String host, Collection<Integer> ports) {
		String list = ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
		drop(host, "silent", "tcp dport { " + list + " }", "tcp sport { " + list + " }");
	}

	/** Ends {@link #silence}. */
	void speak(String host) {
		stopDropping(host, "silent");
	}

	/**
	 * Drops packets of a host that match, before anything of its own sees them come and
	 * after everything of its own has seen them go.
	 * @param outgoing empty if nothing is dropped there
	 */
	private void drop(String host, String table, String incoming, String outgoing) {
		this.enclosure.script("""
				ip netns exec "$1" nft -f - <<END
				table ip $2 {
					chain input {
						type filter hook prerouting priority raw; policy accept;
						$3 drop
					}
					chain output {
						type filter hook postrouting priority raw; policy accept;
						${4:+$4 drop}
					}
				}
				END
				""", host, table, incoming, outgoing);
	}

	private void stopDropping(String host, String table) {
		this.enclosure.script("ip netns exec \"$1\" nft delete table ip \"$2\"", host, table);
	}

	/**
	 * Gives the host of that name an address that nobody else can reach: a cable whose
	 * other end leads back to it. The rest of the example network refuses at once,
	 * instead of keeping programs waiting for it.
	 */
	static void alone(Enclosure enclosure, String host, String addressAndPrefix, String networkInterface) {
		enclosure.script("""
				ip netns add "$1"
				ip -n "$1" link set lo up
				ip -n "$1" link add "$3" type veth peer name beyond
				ip -n "$1" link set beyond up
				ip -n "$1" addr add "$2" dev "$3"
				ip -n "$1" link set "$3" up
				ip -n "$1" route add unreachable 192.0.2.0/25
				ip -n "$1" route add unreachable 192.0.2.128/25
				""", host, addressAndPrefix, networkInterface);
	}

}
