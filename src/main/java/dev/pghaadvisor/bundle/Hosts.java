package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Role;

/**
 * Collects what belongs on a host, role by role, in the order in which it is installed
 * and started.
 */
final class Hosts {

	private final Sheet sheet;

	private final Set<String> packages = new LinkedHashSet<>(List.of("curl", "iproute2", "nftables"));

	private final Set<String> users = new LinkedHashSet<>();

	private final List<PlacedFolder> folders = new ArrayList<>();

	private final List<PlacedFile> files = new ArrayList<>();

	private final List<String> services = new ArrayList<>();

	private Hosts(Sheet sheet) {
		this.sheet = sheet;
	}

	static Cluster of(ClusterPlan plan) {
		return new Cluster(plan,
				plan.hosts().stream().map((host) -> new Hosts(new Sheet(plan, host)).collect()).toList());
	}

	private HostFiles collect() {
		host();
		if (this.sheet.is(Role.ETCD)) {
			etcd();
		}
		if (this.sheet.is(Role.POSTGRESQL)) {
			patroni();
		}
		if (this.sheet.is(Role.HAPROXY)) {
			haproxy();
		}
		if (this.sheet.is(Role.KEEPALIVED)) {
			keepalived();
		}
		return new HostFiles(this.sheet, List.copyOf(this.packages), List.copyOf(this.users), this.folders, this.files,
				this.services);
	}

	private void host() {
		folder("/etc/sysctl.d", "root", "root", "0755");
		folder("/etc/pg-ha", "root", "root", "0755");
		folder("/var/lib/pg-ha", "root", "root", "0755");
		folder("/var/lib/pg-ha/pending", "root", "root", "0755");
		this.files.add(PlacedFile.script("/usr/local/sbin/pg-ha-serve", render("system/serve"),
				"Starts a service, or has it do what its changed files ask for."));
		this.files.add(PlacedFile.shipped("/etc/apt/apt.conf.d/60pg-ha", render("system/apt"),
				"Keeps unattended upgrades from restarting the cluster."));
		this.files.add(PlacedFile
			.shipped("/etc/sysctl.d/60-pg-ha.conf", render("system/sysctl"), "Kernel settings of this host.")
			.then("restart:systemd-sysctl.service"));
		this.files.add(PlacedFile
			.shipped("/etc/pg-ha/firewall.nft", render("system/firewall"), "Who may reach this cluster's ports here.")
			.checkedBy("/usr/sbin/nft -c -f")
			.then("reload:pg-ha-firewall.service"));
		this.files.add(PlacedFile.unit("/etc/systemd/system/pg-ha-firewall.service", render("system/firewallservice"),
				"Loads the firewall rules, also after the host's own were reloaded."));
		folder("/etc/systemd/system/nftables.service.d", "root", "root", "0755");
		this.files.add(PlacedFile.unit("/etc/systemd/system/nftables.service.d/pg-ha.conf",
				render("system/firewallafter"), "Keeps the cluster's rules when the host's own are loaded."));
		this.services.add("pg-ha-firewall.service");
	}

	private void etcd() {
		this.packages.addAll(List.of("etcd-server", "etcd-client"));
		this.users.add("etcd");
		folder(this.sheet.etcdDataDir(), "etcd", "etcd", "0700");
		this.files.add(PlacedFile
			.shipped("/etc/default/etcd", render("etcd/environment"), "Settings of this host's etcd member.")
			.then("restart:etcd.service"));
		folder("/etc/systemd/system/etcd.service.d", "root", "root", "0755");
		this.files.add(PlacedFile.unit("/etc/systemd/system/etcd.service.d/pg-ha.conf", render("system/etcd"),
				"Brings etcd back whenever it ends, and gives it the time that a quorum takes."));
		this.services.add("etcd.service");
	}

	private void patroni() {
		this.packages.addAll(List.of("patroni", "postgresql-" + this.sheet.platform().postgresql(), "python3-etcd"));
		this.users.add("postgres");
		this.files.add(0,
				PlacedFile
					.shipped("/etc/postgresql-common/createcluster.d/pg-ha.conf", render("postgresql/createcluster"),
							"Keeps the package from making a cluster of its own.")
					.beforePackages());
		folder("/etc/patroni", "root", "root", "0755");
		this.files.add(PlacedFile.secret("/etc/patroni_env.conf", "root", "0600", "Passwords that Patroni uses."));
		this.files.add(PlacedFile.secret("/etc/patroni/application_password", "postgres", "0640",
				"The application's password, read when the cluster is born."));
		this.files.add(PlacedFile.script("/etc/patroni/post_bootstrap.sh", render("patroni/postbootstrap"),
				"Makes the application's role and database when the cluster is born."));
		this.files.add(PlacedFile.script("/usr/local/sbin/pg-ha-patroni-check", render("patroni/validate"),
				"Lets Patroni check its file before it is used."));
		this.files.add(PlacedFile
			.shipped("/etc/patroni/config.yml", render("patroni/config"),
					"Settings of this host's Patroni and PostgreSQL.")
			.checkedBy("/usr/local/sbin/pg-ha-patroni-check")
			.then("reload:patroni.service"));
		this.files.add(PlacedFile.program("/usr/local/sbin/pg-ha-cluster", render("patroni/cluster"),
				"Asks whether the cluster is healthy, and gives it the settings of this host's file."));
		this.files.add(PlacedFile.script("/usr/local/sbin/hactl", render("patroni/hactl"),
				"patronictl with this cluster's file and password."));
		folder("/etc/systemd/system/patroni.service.d", "root", "root", "0755");
		this.files.add(PlacedFile.unit("/etc/systemd/system/patroni.service.d/pg-ha.conf", render("system/patroni"),
				"Brings Patroni back, and gives PostgreSQL time to stop."));
		this.services.add("patroni.service");
		// Keys of the v2 API keep their time to live when etcd's leader is lost.
		if (this.sheet.is(Role.ETCD) && !this.sheet.etcdV2()) {
			etcdYield();
		}
	}

	private void etcdYield() {
		this.files.add(PlacedFile.script("/usr/local/sbin/pg-ha-etcd-yield", render("etcd/yield"),
				"Moves etcd's leadership away while this host also leads PostgreSQL."));
		this.files.add(PlacedFile.unit("/etc/systemd/system/pg-ha-etcd-yield.service", render("etcd/yieldservice"),
				"Runs that script."));
		this.files.add(
				PlacedFile
					.shipped("/etc/systemd/system/pg-ha-etcd-yield.timer", render("etcd/yieldtimer"),
							"Runs it every 15 seconds.")
					.then("restart:pg-ha-etcd-yield.timer"));
		this.services.add("pg-ha-etcd-yield.timer");
	}

	private void haproxy() {
		this.packages.add("haproxy");
		this.users.add("haproxy");
		this.files.add(PlacedFile
			.shipped("/etc/haproxy/haproxy.cfg", render("haproxy/haproxy"), "Routes to the leader and to the replicas.")
			.checkedBy("/usr/sbin/haproxy -c -f")
			.then("reload:haproxy.service"));
		restarting("haproxy", "100ms");
		this.services.add("haproxy.service");
	}

	private void keepalived() {
		this.packages.add("keepalived");
		this.files.add(PlacedFile.script("/etc/keepalived/check.sh", render("keepalived/check"),
				"Says whether this host may hold the VIP."));
		String check = "/usr/sbin/keepalived -t -f";
		if (!this.sheet.platform().keepalivedChecksScriptsOfOthers()) {
			check = "/usr/local/sbin/pg-ha-keepalived-check";
			this.files.add(PlacedFile.script(check, render("keepalived/validate"),
					"Lets Keepalived check its file before it is used."));
		}
		this.files.add(
				PlacedFile
					.shipped("/etc/keepalived/keepalived.conf", render("keepalived/keepalived"),
							"Puts the VIP on a host that may hold it.")
					.checkedBy(check)
					.then("reload:keepalived.service"));
		restarting("keepalived", "1");
		this.services.add("keepalived.service");
	}

	private void restarting(String service, String wait) {
		String folder = "/etc/systemd/system/" + service + ".service.d";
		folder(folder, "root", "root", "0755");
		this.files.add(PlacedFile.unit(folder + "/pg-ha.conf", Templates.render("system/restart", Map.of("wait", wait)),
				"Brings " + service + " back whenever it ends."));
	}

	private void folder(String path, String owner, String group, String mode) {
		this.folders.add(new PlacedFolder(path, owner, group, mode));
	}

	private String render(String template) {
		return Templates.render(template, Map.of("sheet", this.sheet));
	}

}
