package dev.pghaadvisor.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.questionnaire.InputError;

/** Compares the parts of an inventory with each other, skipping those already refused. */
final class InventoryChecks {

	private final Shape shape;

	private final List<InputError> errors;

	private final Set<String> refused = new HashSet<>();

	InventoryChecks(Shape shape, List<InputError> errors) {
		this.shape = shape;
		this.errors = errors;
		errors.forEach((error) -> this.refused.add(error.field()));
	}

	void check(Vip vip, List<Cidr> applications, List<Cidr> balancer, List<HostEntry> hosts) {
		checkCidrs("applicationCidrs", applications);
		checkCidrs("balancerCidrs", balancer);
		checkTwins(hosts);
		if (this.shape.placement() == Placement.THREE_SITES) {
			checkSites(hosts, Role.POSTGRESQL, "copies of the data");
			checkSites(hosts, Role.ETCD, "votes of etcd");
		}
		if (this.shape.entry() == Entry.KEEPALIVED && !this.refused.contains("vip")) {
			checkVip(vip, hosts);
		}
	}

	/** nftables refuses a set whose intervals overlap. */
	private void checkCidrs(String list, List<Cidr> cidrs) {
		for (int later = 1; later < cidrs.size(); later++) {
			for (int earlier = 0; earlier < later; earlier++) {
				String field = list + "[" + later + "]";
				String other = list + "[" + earlier + "]";
				if (sound(field) && sound(other) && cidrs.get(later).overlaps(cidrs.get(earlier))) {
					error(field, cidrs.get(later) + " overlaps " + cidrs.get(earlier) + " in " + other,
							"networks that share no address");
					break;
				}
			}
		}
	}

	private void checkTwins(List<HostEntry> hosts) {
		Map<HostName, String> names = new HashMap<>();
		Map<Ipv4Address, String> addresses = new HashMap<>();
		for (int index = 0; index < hosts.size(); index++) {
			HostEntry host = hosts.get(index);
			String name = "hosts[" + index + "].name";
			String address = "hosts[" + index + "].address";
			if (sound(name)) {
				String twin = names.putIfAbsent(host.name(), name);
				if (twin != null) {
					error(name, host.name() + " is also the name in " + twin, "a name that no other host has");
				}
			}
			if (sound(address)) {
				String twin = addresses.putIfAbsent(host.address(), address);
				if (twin != null) {
					error(address, host.address() + " is also the address in " + twin,
							"an address that no other host has");
				}
			}
		}
	}

	/** One of each in every site: of two in one, a lost site takes both. */
	private void checkSites(List<HostEntry> hosts, Role role, String what) {
		Map<SiteName, String> taken = new HashMap<>();
		for (int index = 0; index < hosts.size(); index++) {
			String field = "hosts[" + index + "].site";
			SiteName site = hosts.get(index).site();
			if (site != null && sound(field) && this.shape.slots().get(index).roles().contains(role)) {
				String twin = taken.putIfAbsent(site, "hosts[" + index + "].name");
				if (twin != null) {
					this.refused.add(field);
					error(field, site + " would hold two " + what + ", that of " + twin + " as well",
							"a site that has none of them yet, so that each of three has one");
				}
			}
		}
	}

	private void checkVip(Vip vip, List<HostEntry> hosts) {
		Cidr subnet = vip.subnet();
		boolean anyInside = false;
		boolean anyHolder = false;
		for (int index = 0; index < hosts.size(); index++) {
			if (sound("hosts[" + index + "].address") && mayHoldVip(index)) {
				anyHolder = true;
				anyInside |= subnet.contains(hosts.get(index).address());
			}
		}
		if (anyHolder && !anyInside) {
			error("vip", vip + " is outside the subnet of every host that may hold it",
					"an address of their subnet with its prefix. A second network for clients alone is not generated yet: enter the addresses that the hosts have in the clients' network, or let drivers or a balancer find the leader");
			return;
		}
		for (int index = 0; index < hosts.size(); index++) {
			String field = "hosts[" + index + "].address";
			Ipv4Address address = hosts.get(index).address();
			if (!sound(field)) {
				continue;
			}
			if (address.equals(vip.address())) {
				error("vip", vip.address() + " is already the address in " + field, "an address that no host has");
			}
			else if (subnet.isEdge(address)) {
				error(field, address + " is the network or broadcast address of " + subnet,
						"an address of " + subnet + " that a host may have");
			}
			else if (mayHoldVip(index) && !subnet.contains(address)) {
				error(field, address + " is outside " + subnet + ", the subnet of the virtual address",
						"an address of " + subnet);
			}
		}
	}

	private boolean mayHoldVip(int index) {
		return this.shape.slots().get(index).roles().contains(Role.KEEPALIVED);
	}

	private boolean sound(String field) {
		return !this.refused.contains(field);
	}

	private void error(String field, String message, String valid) {
		this.errors.add(new InputError(field, message, List.of(valid)));
	}

}
