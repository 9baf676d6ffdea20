package dev.pghaadvisor.bundle;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.rules.Settings;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.HbaRule;

/**
 * One host's facts in the words of its templates.
 */
public final class Sheet {

	private final ClusterPlan plan;

	private final Host host;

	Sheet(ClusterPlan plan, Host host) {
		this.plan = plan;
		this.host = host;
	}

	public ClusterPlan plan() {
		return this.plan;
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
		return this.plan.inventory().networkInterface().value();
	}

	public String vip() {
		return this.plan.inventory().vip().address().value();
	}

	public String vipWithPrefix() {
		return vip() + "/" + this.plan.inventory().vip().prefix();
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

	boolean is(Role role) {
		return this.host.roles().contains(role);
	}

	/** Whether clients reach PostgreSQL without HAProxy in between. */
	public boolean direct() {
		return this.plan.with(Role.HAPROXY).isEmpty();
	}

	public List<Member> databases() {
		return members(Role.POSTGRESQL);
	}

	/** Whether this host is a way in and has one of the databases, too. */
	public boolean entryBesideDatabases() {
		return this.plan.shape().entryBesideDatabases();
	}

	/** Those of the other database hosts, separated by spaces. */
	public String otherAddresses() {
		return databases().stream()
			.filter((member) -> !member.name().equals(name()))
			.map(Member::address)
			.collect(Collectors.joining(" "));
	}

	/** Separated by spaces. */
	public String databaseNames() {
		return databases().stream().map(Member::name).collect(Collectors.joining(" "));
	}

	public List<Member> etcd() {
		return members(Role.ETCD);
	}

	public List<Member> balancers() {
		return members(Role.HAPROXY);
	}

	public List<Member> keepalivedPeers() {
		return members(Role.KEEPALIVED).stream().filter((member) -> !member.name().equals(name())).toList();
	}

	private List<Member> members(Role role) {
		return this.plan.with(role)
			.stream()
			.map((member) -> new Member(member.name().value(), member.address().value()))
			.toList();
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

	public String etcdInitialCluster() {
		return etcd().stream()
			.map((member) -> member.name() + "=http://" + member.address() + ":2380")
			.collect(Collectors.joining(","));
	}

	public String otherEtcdClientUrls() {
		return etcd().stream()
			.filter((member) -> !member.name().equals(name()))
			.map((member) -> "http://" + member.address() + ":2379")
			.collect(Collectors.joining(" "));
	}

	public HaproxyTimers haproxy() {
		return Objects.requireNonNull(this.plan.haproxy(), "This design has no HAProxy");
	}

	public int haproxyConnections() {
		return this.plan.sessionsPerServer();
	}

	/** Twice what the leader takes: the other half may wait in the queue. */
	public int haproxyWriteConnections() {
		return 2 * haproxyConnections();
	}

	/** What all replicas take, and as many again as one of them, to wait in the queue. */
	public int haproxyReadConnections() {
		return databases().size() * haproxyConnections();
	}

	/**
	 * VRRP priority: the first of two balancers wins ties; leaders of PostgreSQL never
	 * tie.
	 */
	public int priority() {
		return !direct() && balancers().get(0).name().equals(name()) ? 101 : 100;
	}

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
			.map((setting) -> new Value(setting.name(), setting.value(), because(setting)))
			.toList();
	}

	/** What a rule set is explained with the answers that led to the rule. */
	private String because(PostgresSettings.Setting setting) {
		Settings settings = this.plan.advice().settings();
		String key = setting.name().replace('_', '-');
		return settings.asMap().containsKey(key) ? Reasons.of(settings.reason(key)) : setting.because();
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

	/** Why a setting has its value, as comment lines. */
	public String reason(String key, int indent) {
		return Comments.lines(Reasons.of(this.plan.advice().settings().reason(key)), indent);
	}

	public String yaml(String text) {
		return Quoting.yaml(text);
	}

	public String decimal(double number) {
		return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
	}

}
