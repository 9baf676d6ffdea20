package dev.pghaadvisor.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.Cidr;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.questionnaire.InputError;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * The inventory as a form: what was typed stays in the fields, each error beside its own.
 *
 * @param fields of the cluster
 * @param hosts name and address of each host
 * @param general errors that belong to no field
 */
record InventoryForm(List<Field> fields, List<HostFields> hosts, List<String> general) {

	private static final List<String> FIELDS = List.of("cluster", "vip", "interface", "virtualRouterId",
			"applicationCidrs", "database", "applicationUser", "databaseMemoryGb", "databaseCores", "walDiskGb",
			"probeIntervalSeconds", "probeThreshold");

	private static final Pattern HOST_FIELD = Pattern.compile("hosts\\[([0-9]{1,4})\\][.](name|address|roles)");

	private static final List<String> NUMBERS = List.of("virtualRouterId", "databaseMemoryGb", "databaseCores",
			"walDiskGb", "probeIntervalSeconds", "probeThreshold");

	/** Asked for only where Keepalived moves an address. */
	private static final List<String> VIRTUAL_ADDRESS = List.of("vip", "interface", "virtualRouterId");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

	/** One input; the error is empty if there is none. */
	record Field(String name, String id, String label, String hint, String value, String error) {

	}

	/** A host's two inputs. */
	record HostFields(String legend, Field name, Field address) {

	}

	/**
	 * The form with what was typed, else with what the inventory holds.
	 * @param plan null if the advice is blocked: then there is nothing to fill in
	 */
	static InventoryForm of(@Nullable ClusterPlan plan, MultiValueMap<String, String> typed, List<InputError> errors) {
		if (plan == null) {
			return new InventoryForm(List.of(), List.of(), messages(errors, List.of()));
		}
		Inventory inventory = plan.inventory();
		Reader reader = new Reader(typed, errors);
		List<Field> fields = new ArrayList<>(List.of(
				reader.field("cluster", "Cluster name", "Patroni's scope and the bundle's folder.",
						inventory.cluster().value()),
				reader.field("vip", "Virtual address with prefix", "Free, and in the subnet of the hosts that hold it.",
						inventory.vip().toString()),
				reader.field("interface", "Network interface", "The same name on every host; ip -br link lists them.",
						inventory.networkInterface().value()),
				reader.field("virtualRouterId", "Virtual router id", "1 to 255, unused in this network segment.",
						Integer.toString(inventory.virtualRouterId())),
				reader.field("applicationCidrs", "Networks of the applications",
						"Separated by commas; nobody else gets in.",
						String.join(", ", inventory.applicationCidrs().stream().map(Cidr::toString).toList())),
				reader.field("database", "Database", "Created at the first start.", inventory.database().value()),
				reader.field("applicationUser", "Application user",
						"Owns that database; prepare.sh makes the password.", inventory.applicationUser().value()),
				reader.field("databaseMemoryGb", "Memory of a database host", "GiB, for PostgreSQL's settings.",
						Integer.toString(inventory.databaseMemoryGb())),
				reader.field("databaseCores", "Cores of a database host", "For PostgreSQL's settings.",
						Integer.toString(inventory.databaseCores())),
				reader.field("walDiskGb", "Space for WAL", "GiB that WAL may use on the disk of a database host.",
						Integer.toString(inventory.walDiskGb()))));
		Probes probes = inventory.probes();
		if (probes != null) {
			fields.add(reader.field("probeIntervalSeconds", "Seconds between two probes of the balancer",
					"1 to 300; what it is really set to.", Integer.toString(probes.intervalSeconds())));
			fields.add(reader.field("probeThreshold", "Probes in a row until it believes a change", "1 to 10.",
					Integer.toString(probes.threshold())));
		}
		if (plan.shape().entry() != Entry.KEEPALIVED) {
			fields.removeIf((field) -> VIRTUAL_ADDRESS.contains(field.name()));
		}
		List<HostFields> hosts = new ArrayList<>();
		for (int index = 0; index < inventory.hosts().size(); index++) {
			String prefix = "hosts[" + index + "].";
			String name = inventory.hosts().get(index).name().value();
			hosts.add(new HostFields("Host " + (index + 1) + ": " + runs(plan.hosts().get(index)),
					reader.field(prefix + "name", "Name", "", name),
					reader.field(prefix + "address", "Address", "", inventory.hosts().get(index).address().value())));
		}
		return new InventoryForm(fields, hosts, messages(errors, reader.shown));
	}

	/** How many entries cannot be used, whatever is wrong with each. */
	public int errors() {
		Stream<Field> all = Stream.concat(this.fields.stream(),
				this.hosts.stream().flatMap((host) -> Stream.of(host.name(), host.address())));
		return this.general.size() + (int) all.filter((field) -> !field.error().isEmpty()).count();
	}

	/** Names that no field of an inventory has, one sentence each. */
	static List<String> unknown(MultiValueMap<String, String> typed) {
		return typed.keySet()
			.stream()
			.filter((name) -> !FIELDS.contains(name) && !HOST_FIELD.matcher(name).matches())
			.limit(5)
			.map((name) -> "There is no field \"" + Shown.field(name) + "\" among names and addresses; it is left out.")
			.toList();
	}

	private static String runs(Host host) {
		return host.roles().stream().map(Role::id).collect(Collectors.joining(", "));
	}

	/** What was typed, in the shape that the API takes. */
	static Map<String, Object> json(MultiValueMap<String, String> typed) {
		Map<String, Object> json = new LinkedHashMap<>();
		List<Map<String, String>> hosts = new ArrayList<>();
		for (String name : FIELDS) {
			String value = typed.getFirst(name);
			if (value != null) {
				json.put(name, value(name, value.strip()));
			}
		}
		for (int index = 0; typed.containsKey("hosts[" + index + "].name")
				|| typed.containsKey("hosts[" + index + "].address"); index++) {
			Map<String, String> host = new LinkedHashMap<>();
			for (String part : List.of("name", "address")) {
				String value = typed.getFirst("hosts[" + index + "]." + part);
				if (value != null) {
					host.put(part, value.strip());
				}
			}
			hosts.add(host);
		}
		if (!hosts.isEmpty()) {
			json.put("hosts", hosts);
		}
		return json;
	}

	/** The fields that would make this inventory, in the shape of the API. */
	static Map<String, String> fields(Map<String, Object> json) {
		Map<String, String> fields = new LinkedHashMap<>();
		json.forEach((name, value) -> {
			if (value instanceof List<?> list && name.equals("hosts")) {
				for (int index = 0; index < list.size(); index++) {
					String prefix = "hosts[" + index + "].";
					((Map<?, ?>) list.get(index)).forEach((part, text) -> fields.put(prefix + part, text.toString()));
				}
			}
			else if (value instanceof List<?> list) {
				fields.put(name, String.join(", ", list.stream().map(Object::toString).toList()));
			}
			else {
				fields.put(name, value.toString());
			}
		});
		return fields;
	}

	private static Object value(String name, String typed) {
		if (name.equals("applicationCidrs")) {
			return Arrays.stream(typed.split("[,\\s]+")).filter((part) -> !part.isEmpty()).toList();
		}
		if (NUMBERS.contains(name) && NUMBER.matcher(typed).matches()) {
			return Integer.parseInt(typed);
		}
		return typed;
	}

	private static List<String> messages(List<InputError> errors, List<InputError> shown) {
		return errors.stream().filter((error) -> !shown.contains(error)).map(InventoryForm::sentence).toList();
	}

	private static String sentence(InputError error) {
		String message = HOST_FIELD.matcher(error.message())
			.replaceAll((field) -> "host " + (Integer.parseInt(field.group(1)) + 1) + " (" + field.group(2) + ")");
		return message + (error.valid().isEmpty() ? "." : ". Valid is: " + String.join(", ", error.valid()) + ".");
	}

	/** Builds fields and remembers which errors found their place. */
	private static final class Reader {

		private final MultiValueMap<String, String> typed;

		private final List<InputError> errors;

		private final List<InputError> shown = new ArrayList<>();

		Reader(MultiValueMap<String, String> typed, List<InputError> errors) {
			this.typed = typed;
			this.errors = errors;
		}

		Field field(String name, String label, String hint, String fallback) {
			List<InputError> mine = this.errors.stream()
				.filter((error) -> error.field().equals(name) || error.field().startsWith(name + "["))
				.toList();
			this.shown.addAll(mine);
			String value = this.typed.getFirst(name);
			return new Field(name, name.replaceAll("[\\[\\].]+", "-"), label, hint, (value != null) ? value : fallback,
					String.join(" ", mine.stream().map(InventoryForm::sentence).toList()));
		}

	}

}
