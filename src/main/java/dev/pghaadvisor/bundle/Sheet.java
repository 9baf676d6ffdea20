package dev.pghaadvisor.bundle;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.HbaRule;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.SiteName;
import dev.pghaadvisor.plan.Urls;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.rules.Chosen;

/**
 * One host's facts in the words of its templates.
 */
public final class Sheet {

	private final ClusterPlan plan;

	private final Host host;

	private final List<String> packagesToHoldBack;

	Sheet(ClusterPlan plan, Host host, List<String> packagesToHoldBack) {
		this.plan = plan;
		this.host = host;
		this.packagesToHoldBack = List.copyOf(packagesToHoldBack);
	}

	public ClusterPlan plan() {
		return this.plan;
	}

	/** Packages that unattended upgrades have to leave alone. */
	public List<String> packagesToHoldBack() {
		return this.packagesToHoldBack;
	}

	public Urls urls() {
		return this.plan.urls();
	}

	public String name() {
		return this.host.name().value();
	}

	public String address() {
		return this.host.address().value();
	}

	public String cluster() {
		return this.plan.inventory().cluster().value();
	}

	public String database() {
		return this.plan.inventory().database().value();
	}

	public String applicationUser() {
		return this.plan.inventory().applicationUser().value();
	}

	public String networkInterface() {
		return this.plan.networkInterface(this.host).value();
	}

	/**
	 * Where it stands, as the end of a phrase; empty unless hosts are spread over sites.
	 */
	public String inSite() {
		SiteName site = this.plan.site(this.host);
		return (site != null) ? ", in " + site : "";
	}

	public String vip() {
		return this.plan.inventory().vip().address().value();
	}

	public int vipPrefix() {
		return this.plan.inventory().vip().prefix();
	}

	public String vipWithPrefix() {
		return vip() + "/" + vipPrefix();
	}

	public boolean postgresql() {
		return is(Role.POSTGRESQL);
	}

	/** Whether PostgreSQL is reached under other addresses than its host's own. */
	public boolean everyAddress() {
		return direct() && this.plan.shape().entry() != Entry.MULTI_HOST;
	}

	/** Whether a balancer may probe Patroni under an address of its own. */
	public boolean probedEverywhere() {
		return direct() && this.plan.shape().entry().balanced();
	}

	public boolean keepalived() {
		return is(Role.KEEPALIVED);
	}

	public List<String> roles() {
		return Arrays.stream(Role.values()).filter(this::is).map(Role::id).toList();
	}

	public boolean is(Role role) {
		return this.host.roles().contains(role);
	}

	/** Whether clients reach PostgreSQL without HAProxy in between. */
	public boolean direct() {
		return this.plan.with(Role.HAPROXY).isEmpty();
	}

	/** Whether this host is a way in and has one of the databases, too. */
	public boolean entryBesideDatabases() {
		return this.plan.shape().entryBesideDatabases();
	}

	/** The hosts with that role, in order. */
	public List<Member> members(Role role) {
		return this.plan.with(role)
			.stream()
			.map((member) -> new Member(member.name().value(), member.address().value()))
			.toList();
	}

	/** The same without this host. */
	public List<Member> others(Role role) {
		return members(role).stream().filter((member) -> !member.name().equals(name())).toList();
	}

	/** Their names, separated by spaces. */
	public String names(Role role) {
		return members(role).stream().map(Member::name).collect(Collectors.joining(" "));
	}

	/** Addresses of the others, separated by spaces. */
	public String otherAddresses(Role role) {
		return others(role).stream().map(Member::address).collect(Collectors.joining(" "));
	}

	/** The address of the host that only votes; empty if there is none. */
	public String witness() {
		return !this.plan.shape().footprint().hasWitness() ? ""
				: this.plan.with(Role.ETCD)
					.stream()
					.filter((member) -> !member.has(Role.POSTGRESQL))
					.map((member) -> member.address().value())
					.collect(Collectors.joining());
	}

	public String etcdDataDir() {
		return "/var/lib/etcd/" + cluster();
	}

	public String postgresDataDir() {
		return "/var/lib/postgresql/" + platform().postgresql() + "/patroni";
	}

	public Platform platform() {
		return this.plan.shape().platform();
	}

	/** Whether Patroni keeps the leader key through etcd's v2 API. */
	public boolean etcdV2() {
		return platform().etcdApi() == Platform.EtcdApi.V2;
	}

	/** PostgreSQL's settings that every host shares. */
	public List<Value> sharedSettings() {
		return settings(Scope.DCS);
	}

	public List<Value> localSettings() {
		return settings(Scope.LOCAL);
	}

	private List<Value> settings(Scope scope) {
		return this.plan.postgres()
			.in(scope)
			.stream()
			.map((setting) -> new Value(setting.name(), setting.value(), setting.because()))
			.toList();
	}

	/** pg_hba.conf, first match wins. */
	public List<HbaRule> hba() {
		return this.plan.hba();
	}

	public List<Allowance> allowances() {
		return Firewall.allowances(this.plan.inbound(this.host));
	}

	public String guardedPorts() {
		return Firewall.guardedPorts(this.plan.inbound(this.host));
	}

	/** A setting that rules chose, under the name that a file has for it. */
	public <T> Value chosen(String name, Choice.Ruled<T> choice) {
		Chosen<T> chosen = this.plan.advice().settings().get(choice);
		return new Value(name, String.valueOf(chosen.value()), chosen.reason().explained());
	}

	public String yaml(String text) {
		return Quoting.yaml(text);
	}

	public String decimal(double number) {
		return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
	}

}
