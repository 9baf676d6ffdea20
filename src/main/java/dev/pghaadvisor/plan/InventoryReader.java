package dev.pghaadvisor.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads an inventory from JSON and collects every error instead of stopping at one. */
final class InventoryReader {

	/** Who gets this many wrong sends something else than an inventory. */
	private static final int MOST_ERRORS = 20;

	private static final List<String> FIELDS = List.of("cluster", "vip", "interface", "virtualRouterId",
			"applicationCidrs", "database", "applicationUser", "hosts", "databaseMemoryGb", "databaseCores",
			"walDiskGb", "databaseLinkMbit", "probeIntervalSeconds", "probeThreshold", "balancerCidrs");

	private static final List<String> HOST_FIELDS = List.of("name", "address", "interface", "site", "roles");

	private static final int MOST_CIDRS = 64;

	private final Shape shape;

	private final Map<String, ?> json;

	private final Inventory example;

	private final List<InputError> errors = new ArrayList<>();

	InventoryReader(Shape shape, Map<String, ?> json) {
		this.shape = shape;
		this.json = json;
		this.example = Inventory.example(shape);
	}

	Inventory read() {
		refuseUnknown("", this.json, FIELDS);
		ClusterName cluster = text("cluster", ClusterName::new, ClusterName.VALID, this.example.cluster());
		Vip vip = readVip();
		InterfaceName networkInterface = text("interface", InterfaceName::new, InterfaceName.VALID,
				this.example.networkInterface());
		int routerId = number("virtualRouterId", Inventory.MOST_ROUTERS, Inventory.routerIdFor(vip));
		List<Cidr> cidrs = readCidrs("applicationCidrs", "The networks of the applications", 1,
				this.example.applicationCidrs());
		SqlName database = text("database", SqlName::new, SqlName.VALID, this.example.database());
		SqlName user = text("applicationUser", SqlName::new, SqlName.VALID, this.example.applicationUser());
		List<HostEntry> hosts = readHosts();
		int memory = number("databaseMemoryGb", Inventory.MOST_MEMORY_GB, this.example.databaseMemoryGb());
		int cores = number("databaseCores", Inventory.MOST_CORES, this.example.databaseCores());
		int walDisk = number("walDiskGb", Inventory.MOST_WAL_DISK_GB, this.example.walDiskGb());
		int link = number("databaseLinkMbit", Inventory.MOST_LINK_MBIT, this.example.databaseLinkMbit());
		Probes probes = this.shape.entry().balanced() ? readProbes() : null;
		// A field that is already wrong stands at its example here: comparing that with
		// the others would only add errors nobody made.
		new InventoryChecks(this.shape, this.errors).check(vip, cidrs, (probes != null) ? probes.networks() : List.of(),
				hosts);
		if (!this.errors.isEmpty()) {
			throw new InvalidInventoryException(this.errors);
		}
		return new Inventory(cluster, vip, networkInterface, routerId, cidrs, database, user, hosts, memory, cores,
				walDisk, link, probes);
	}

	private Probes readProbes() {
		return new Probes(number("probeIntervalSeconds", Probes.LONGEST_INTERVAL, Probes.USUAL.intervalSeconds()),
				number("probeThreshold", Probes.MOST_IN_A_ROW, Probes.USUAL.threshold()),
				readCidrs("balancerCidrs", "The networks of the balancer", 0, Probes.USUAL.networks()));
	}

	private Vip readVip() {
		if (this.shape.entry() != Entry.KEEPALIVED && this.json.get("vip") == null) {
			return this.example.vip();
		}
		return text("vip", Vip::parse, Vip.VALID, this.example.vip());
	}

	private List<Cidr> readCidrs(String field, String what, int fewest, List<Cidr> byDefault) {
		if (!this.json.containsKey(field)) {
			return byDefault;
		}
		if (!(this.json.get(field) instanceof List<?> given) || given.size() < fewest || given.size() > MOST_CIDRS) {
			error(field, what + " have to be a list of " + fewest + " to " + MOST_CIDRS, Cidr.VALID);
			return byDefault;
		}
		List<Cidr> cidrs = new ArrayList<>();
		for (int index = 0; index < given.size(); index++) {
			cidrs.add(text(field + "[" + index + "]", given.get(index), Cidr::parse, Cidr.VALID,
					this.example.applicationCidrs().get(0)));
		}
		return cidrs;
	}

	private List<HostEntry> readHosts() {
		List<HostSlot> slots = this.shape.slots();
		if (!this.json.containsKey("hosts")) {
			return this.example.hosts();
		}
		String order = String.join(", ", slots.stream().map((slot) -> slot.name().value()).toList());
		if (!(this.json.get("hosts") instanceof List<?> given)) {
			error("hosts", "The hosts have to be a list", slots.size() + " hosts in the order " + order);
			return this.example.hosts();
		}
		if (given.size() != slots.size()) {
			error("hosts", given.size() + " hosts are given, but this design has " + slots.size(),
					slots.size() + " hosts in the order " + order);
		}
		List<HostEntry> hosts = new ArrayList<>();
		for (int index = 0; index < Math.min(given.size(), slots.size()); index++) {
			hosts.add(readHost("hosts[" + index + "]", given.get(index), slots.get(index)));
		}
		return hosts;
	}

	private HostEntry readHost(String field, @Nullable Object given, HostSlot slot) {
		if (!(given instanceof Map<?, ?> host)) {
			error(field, "A host has to be an object with a name and an address", "name, address");
			return HostEntry.example(slot);
		}
		refuseUnknown(field + ".", host, HOST_FIELDS);
		HostName name = host.containsKey("name")
				? text(field + ".name", host.get("name"), HostName::parse, HostName.VALID, slot.name()) : slot.name();
		Ipv4Address address = host.containsKey("address") ? text(field + ".address", host.get("address"),
				InventoryReader::hostAddress, Ipv4Address.VALID, slot.address()) : slot.address();
		if (host.containsKey("roles")) {
			checkRoles(field + ".roles", host.get("roles"), slot);
		}
		InterfaceName networkInterface = host.containsKey("interface") ? text(field + ".interface",
				host.get("interface"), InterfaceName::new, InterfaceName.VALID, this.example.networkInterface()) : null;
		// A site that nobody asks for is not kept, as a virtual address that none has.
		SiteName example = slot.site();
		SiteName site = (example != null && host.containsKey("site"))
				? text(field + ".site", host.get("site"), SiteName::new, SiteName.VALID, example) : example;
		return new HostEntry(name, address, networkInterface, site);
	}

	/** An answer may come back as a question, roles and all, as long as they are true. */
	private void checkRoles(String field, @Nullable Object given, HostSlot slot) {
		List<String> roles = Arrays.stream(Role.values()).filter(slot.roles()::contains).map(Role::id).toList();
		if (!roles.equals(given)) {
			error(field, "The roles follow from the design and a host's place in the list", roles.toString());
		}
	}

	private static Ipv4Address hostAddress(String text) {
		Ipv4Address address = new Ipv4Address(text);
		if (!address.isUsable()) {
			throw new IllegalArgumentException(Shown.of(text) + " is not an address that a host may have");
		}
		return address;
	}

	private <T> T text(String field, Function<String, T> make, String valid, T example) {
		return this.json.containsKey(field) ? text(field, this.json.get(field), make, valid, example) : example;
	}

	private <T> T text(String field, @Nullable Object given, Function<String, T> make, String valid, T example) {
		if (!(given instanceof String text)) {
			error(field, "Text is needed here, not " + kind(given), valid);
			return example;
		}
		try {
			return make.apply(text);
		}
		catch (IllegalArgumentException ex) {
			error(field, String.valueOf(ex.getMessage()), valid);
			return example;
		}
	}

	private int number(String field, int most, int example) {
		if (!this.json.containsKey(field)) {
			return example;
		}
		Object given = this.json.get(field);
		String valid = "a whole number from 1 to " + most;
		if (!(given instanceof Number number)) {
			error(field, "A number is needed here, not " + kind(given), valid);
			return example;
		}
		double value = number.doubleValue();
		if (value != Math.rint(value) || value < 1 || value > most) {
			error(field, Shown.of(number.toString()) + " is not " + valid, valid);
			return example;
		}
		return (int) value;
	}

	private void refuseUnknown(String prefix, Map<?, ?> given, List<String> known) {
		for (Object key : given.keySet()) {
			String name = String.valueOf(key);
			if (!known.contains(name) && this.errors.size() < MOST_ERRORS) {
				String shown = Shown.of(name);
				this.errors.add(new InputError(prefix + shown.substring(1, shown.lastIndexOf('"')),
						"There is no field " + shown + "; the nearest is " + Nearest.of(name, known), known));
			}
		}
	}

	private void error(String field, String message, String valid) {
		this.errors.add(new InputError(field, message, List.of(valid)));
	}

	private static String kind(@Nullable Object given) {
		if (given == null) {
			return "null";
		}
		if (given instanceof String text) {
			return "the text " + Shown.of(text);
		}
		if (given instanceof Number number) {
			return "the number " + Shown.of(number.toString());
		}
		if (given instanceof Boolean) {
			return "true or false";
		}
		return (given instanceof List<?>) ? "a list" : "an object";
	}

}
