package dev.pghaadvisor.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.plan.Balancer;
import dev.pghaadvisor.plan.Cidr;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.InterfaceName;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.SiteName;
import dev.pghaadvisor.questionnaire.InputError;
import dev.pghaadvisor.web.input.TypedInventory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * The inventory as a form: what was typed stays in the fields, each error beside its own.
 *
 * @param fields of the cluster
 * @param hosts name and address of each host
 * @param general errors that belong to no field
 */
record InventoryForm(List<FormField> fields, List<HostFields> hosts, List<String> general) {

	/** Asked for only where Keepalived moves an address. */
	private static final List<String> VIRTUAL_ADDRESS = List.of("vip", "interface", "virtualRouterId");

	/** A host's inputs; its own interface only where it may hold the virtual address. */
	record HostFields(String legend, List<FormField> fields) {

		HostFields {
			fields = List.copyOf(fields);
		}

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
		List<FormField> fields = new ArrayList<>(List.of(
				reader.field("cluster", "Cluster name", "Patroni's scope and the bundle's folder.",
						inventory.cluster().value()),
				reader.field("vip", "Virtual address with prefix", "Free, and in the subnet of the hosts that hold it.",
						inventory.vip().toString()),
				reader.field("interface", "Network interface",
						"Its name on the hosts; ip -br link lists them. One that differs is named at its host.",
						inventory.networkInterface().value()),
				reader.field("virtualRouterId", "Virtual router id", "1 to 255, unused in this network segment.",
						Integer.toString(inventory.virtualRouterId())),
				reader.field("applicationCidrs", "Networks of the applications",
						"Separated by commas; nobody else gets in.", words(inventory.applicationCidrs())),
				reader.field("database", "Database", "Created at the first start.", inventory.database().value()),
				reader.field("applicationUser", "Application user",
						"Owns that database; prepare.sh makes the password.", inventory.applicationUser().value()),
				reader.field("databaseMemoryGb", "Memory of a database host", "GiB, for PostgreSQL's settings.",
						Integer.toString(inventory.databaseMemoryGb())),
				reader.field("databaseCores", "Cores of a database host", "For PostgreSQL's settings.",
						Integer.toString(inventory.databaseCores())),
				reader.field("walDiskGb", "Space for WAL", "GiB that WAL may use on the disk of a database host.",
						Integer.toString(inventory.walDiskGb())),
				reader.field("databaseLinkMbit", "Network between the database hosts",
						"Mbit/s; half of it is for the copy that a new replica takes.",
						Integer.toString(inventory.databaseLinkMbit()))));
		Probes probes = inventory.probes();
		if (probes != null) {
			fields.add(reader.field("probeIntervalSeconds", "Seconds between two probes of the balancer",
					"1 to 300; what it is really set to.", Integer.toString(probes.intervalSeconds())));
			fields.add(reader.field("probeThreshold", "Probes in a row until it believes a change", "1 to 10.",
					Integer.toString(probes.threshold())));
			fields.add(reader.field("balancerCidrs", "Networks of the balancer", whereBalancersAre(plan.balancer()),
					words(probes.networks())));
		}
		if (plan.shape().entry() != Entry.KEEPALIVED) {
			fields.removeIf((field) -> VIRTUAL_ADDRESS.contains(field.name()));
		}
		List<HostFields> hosts = new ArrayList<>();
		for (int index = 0; index < inventory.hosts().size(); index++) {
			String prefix = "hosts[" + index + "].";
			String name = inventory.hosts().get(index).name().value();
			List<FormField> inputs = new ArrayList<>(List.of(reader.field(prefix + "name", "Name", "", name),
					reader.field(prefix + "address", "Address", "", inventory.hosts().get(index).address().value())));
			if (plan.hosts().get(index).has(Role.KEEPALIVED)) {
				InterfaceName own = inventory.hosts().get(index).networkInterface();
				inputs.add(reader.field(prefix + "interface", "Interface",
						"Only if it is not called as on the other hosts.", (own != null) ? own.value() : ""));
			}
			SiteName site = inventory.hosts().get(index).site();
			if (site != null) {
				inputs.add(reader.field(prefix + "site", "Site", "What you call the place that it stands in.",
						site.value()));
			}
			hosts.add(new HostFields("Host " + (index + 1) + ": " + runs(plan.hosts().get(index)), inputs));
		}
		return new InventoryForm(fields, hosts, messages(errors, reader.shown));
	}

	/** How many entries cannot be used, whatever is wrong with each. */
	public int errors() {
		Stream<FormField> all = Stream.concat(this.fields.stream(),
				this.hosts.stream().flatMap((host) -> host.fields().stream()));
		return this.general.size() + (int) all.filter((field) -> !field.error().isEmpty()).count();
	}

	private static String words(List<Cidr> networks) {
		return String.join(", ", networks.stream().map(Cidr::toString).toList());
	}

	/** What to write, by what the provider documents (sources of its rule). */
	private static String whereBalancersAre(@Nullable Balancer balancer) {
		if (balancer == null || balancer == Balancer.OTHER) {
			return "Its own addresses, such as 192.0.2.40/32, separated by commas: only from there hosts are probed. "
					+ "Left empty, the networks of the applications may probe.";
		}
		return (balancer == Balancer.AWS)
				? "The subnets that you put it in, separated by commas: only from there hosts are probed. "
						+ "Left empty, the networks of the applications may probe."
				: "Leave it empty: its probes come from "
						+ String.join(" and ", balancer.probeSources().stream().map(Cidr::toString).toList())
						+ ", which are let in anyway.";
	}

	private static String runs(Host host) {
		return host.roles().stream().map(Role::id).collect(Collectors.joining(", "));
	}

	private static List<String> messages(List<InputError> errors, List<InputError> shown) {
		return errors.stream().filter((error) -> !shown.contains(error)).map(InventoryForm::sentence).toList();
	}

	private static String sentence(InputError error) {
		return TypedInventory.inWords(error.message())
				+ (error.valid().isEmpty() ? "." : ". Valid is: " + String.join(", ", error.valid()) + ".");
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

		FormField field(String name, String label, String hint, String fallback) {
			List<InputError> mine = this.errors.stream()
				.filter((error) -> error.field().equals(name) || error.field().startsWith(name + "["))
				.toList();
			this.shown.addAll(mine);
			String value = this.typed.getFirst(name);
			return new FormField(name, name.replaceAll("[\\[\\].]+", "-"), label, hint,
					(value != null) ? value : fallback,
					String.join(" ", mine.stream().map(InventoryForm::sentence).toList()));
		}

	}

}
