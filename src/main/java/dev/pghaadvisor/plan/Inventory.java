package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What only the user knows: names, addresses and sizes.
 *
 * @param cluster the cluster's name
 * @param vip the virtual address with the prefix of its subnet
 * @param networkInterface the interface that carries it on every host that names none of
 * its own
 * @param virtualRouterId VRRP's id, 1 to 255, unique in the network segment
 * @param applicationCidrs where applications connect from
 * @param database the application's database
 * @param applicationUser the role that the application logs in as
 * @param hosts in the order of {@link Shape#slots()}
 * @param databaseMemoryGb memory of each database host in GiB, 1 to 4096
 * @param databaseCores cores of each database host, 1 to 512
 * @param walDiskGb disk space for WAL on each database host in GiB, 1 to 65536
 * @param databaseLinkMbit what the network carries between the database hosts in Mbit/s,
 * 1 to 400000
 * @param probes how the balancer in front probes; null where there is none
 */
public record Inventory(ClusterName cluster, Vip vip, InterfaceName networkInterface, int virtualRouterId,
		List<Cidr> applicationCidrs, SqlName database, SqlName applicationUser, List<HostEntry> hosts,
		int databaseMemoryGb, int databaseCores, int walDiskGb, int databaseLinkMbit, @Nullable Probes probes) {

	static final int MOST_ROUTERS = 255;

	static final int MOST_MEMORY_GB = 4096;

	static final int MOST_CORES = 512;

	static final int MOST_WAL_DISK_GB = 65536;

	static final int MOST_LINK_MBIT = 400_000;

	/** The id in every tutorial, so the likeliest to be taken in the segment already. */
	private static final int COPIED_EVERYWHERE = 51;

	/**
	 * @throws IllegalArgumentException if a number is out of its range or a list is empty
	 */
	public Inventory {
		within("virtualRouterId", virtualRouterId, MOST_ROUTERS);
		within("databaseMemoryGb", databaseMemoryGb, MOST_MEMORY_GB);
		within("databaseCores", databaseCores, MOST_CORES);
		within("walDiskGb", walDiskGb, MOST_WAL_DISK_GB);
		within("databaseLinkMbit", databaseLinkMbit, MOST_LINK_MBIT);
		if (applicationCidrs.isEmpty() || hosts.isEmpty()) {
			throw new IllegalArgumentException("An inventory needs hosts and a network of applications");
		}
		applicationCidrs = List.copyOf(applicationCidrs);
		hosts = List.copyOf(hosts);
	}

	private static void within(String field, int value, int most) {
		if (value < 1 || value > most) {
			throw new IllegalArgumentException(field + " " + value + " is not within 1 to " + most);
		}
	}

	/** Values that work together, in the network set aside for examples (RFC 5737). */
	public static Inventory example(Shape shape) {
		Vip vip = Vip.parse("192.0.2.100/24");
		return new Inventory(new ClusterName("main"), vip, new InterfaceName("eth0"), routerIdFor(vip),
				List.of(Cidr.parse("192.0.2.0/24")), new SqlName("app"), new SqlName("app"),
				shape.slots().stream().map(HostEntry::example).toList(), 12, 4, 50, 1000,
				shape.entry().balanced() ? Probes.USUAL : null);
	}

	/**
	 * Reads the JSON shape of the API; what is left out keeps its example value.
	 * @param shape says how many hosts there have to be
	 * @param json maps, lists, strings, numbers as a JSON reader makes them
	 * @throws InvalidInventoryException with every error, if there is any
	 */
	public static Inventory parse(Shape shape, Map<String, ?> json) {
		return new InventoryReader(shape, json).read();
	}

	/** The VRRP id to use unless the user gives one: from the address's last part. */
	static int routerIdFor(Vip vip) {
		int octet = vip.address().lastOctet();
		return (octet == 0 || octet == COPIED_EVERYWHERE) ? octet + 1 : octet;
	}

	/** The JSON shape that {@link #parse} reads, in the order of the form. */
	public Map<String, Object> toMap() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("cluster", this.cluster.value());
		map.put("vip", this.vip.toString());
		map.put("interface", this.networkInterface.value());
		map.put("virtualRouterId", this.virtualRouterId);
		map.put("applicationCidrs", this.applicationCidrs.stream().map(Cidr::toString).toList());
		map.put("database", this.database.value());
		map.put("applicationUser", this.applicationUser.value());
		List<Map<String, Object>> entries = new ArrayList<>();
		for (HostEntry host : this.hosts) {
			Map<String, Object> entry = new LinkedHashMap<>();
			entry.put("name", host.name().value());
			entry.put("address", host.address().value());
			InterfaceName own = host.networkInterface();
			if (own != null) {
				entry.put("interface", own.value());
			}
			SiteName site = host.site();
			if (site != null) {
				entry.put("site", site.value());
			}
			entries.add(entry);
		}
		map.put("hosts", entries);
		map.put("databaseMemoryGb", this.databaseMemoryGb);
		map.put("databaseCores", this.databaseCores);
		map.put("walDiskGb", this.walDiskGb);
		map.put("databaseLinkMbit", this.databaseLinkMbit);
		Probes probes = this.probes;
		if (probes != null) {
			map.put("probeIntervalSeconds", probes.intervalSeconds());
			map.put("probeThreshold", probes.threshold());
			if (!probes.networks().isEmpty()) {
				map.put("balancerCidrs", probes.networks().stream().map(Cidr::toString).toList());
			}
		}
		return map;
	}

	/**
	 * The same sizes with every name and address replaced by its example, to be shared
	 * with people who should not see them.
	 */
	public Inventory withExampleAddresses(Shape shape) {
		Inventory example = example(shape);
		return new Inventory(example.cluster, example.vip, example.networkInterface, example.virtualRouterId,
				example.applicationCidrs, example.database, example.applicationUser, example.hosts,
				this.databaseMemoryGb, this.databaseCores, this.walDiskGb, this.databaseLinkMbit,
				(this.probes != null) ? this.probes.withoutNetworks() : null);
	}

}
