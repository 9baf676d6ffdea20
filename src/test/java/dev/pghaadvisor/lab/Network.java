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
		this.enclosure.script("""
				ip netns exec "$1" nft -f - <<END
				table ip deaf {
					chain input {
						type filter hook prerouting priority raw; policy accept;
						ip saddr { $2 } drop
					}
				}
				END
				""", host, String.join(", ", addresses));
	}

	/** Ends {@link #deafen}. */
	void hear(String host) {
		this.enclosure.script("ip netns exec \"$1\" nft delete table ip deaf", host);
	}

	/** Loses some of the packets from and to the host, by chance, in percent. */
	void lose(String host, int percent) {
		this.enclosure.script("""
				ip netns exec "$1" nft -f - <<END
				table ip lossy {
					chain input {
						type filter hook prerouting priority raw; policy accept;
						iifname != "lo" numgen random mod 100 < $2 drop
					}
					chain output {
						type filter hook postrouting priority raw; policy accept;
						oifname != "lo" numgen random mod 100 < $2 drop
					}
				}
				END
				""", host, String.valueOf(percent));
	}

	/** Ends {@link #lose}. */
	void deliver(String host) {
		this.enclosure.script("ip netns exec \"$1\" nft delete table ip lossy", host);
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
		this.enclosure.script("""
				ip netns exec "$1" nft -f - <<END
				table ip silent {
					chain input {
						type filter hook prerouting priority raw; policy accept;
						tcp dport { $2 } drop
					}
					chain output {
						type filter hook postrouting priority raw; policy accept;
						tcp sport { $2 } drop
					}
				}
				END
				""", host, ports.stream().map(String::valueOf).collect(Collectors.joining(", ")));
	}

	/** Ends {@link #silence}. */
	void speak(String host) {
		this.enclosure.script("ip netns exec \"$1\" nft delete table ip silent", host);
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
