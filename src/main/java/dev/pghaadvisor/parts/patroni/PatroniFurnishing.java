package dev.pghaadvisor.parts.patroni;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Furnishing;
import dev.pghaadvisor.bundle.Furniture;
import dev.pghaadvisor.bundle.PlacedFile;
import dev.pghaadvisor.bundle.Reaction;
import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Rebuild;
import dev.pghaadvisor.plan.Role;

/** Patroni and PostgreSQL on a database host. */
final class PatroniFurnishing implements Furnishing {

	private static final String CHECK = "/usr/local/sbin/pg-ha-patroni-check";

	@Override
	public void furnish(Sheet sheet, Furniture host) {
		if (!sheet.is(Role.POSTGRESQL)) {
			return;
		}
		host.packages("patroni", server(sheet.platform()), "python3-etcd");
		host.user("postgres");
		host.file(PlacedFile
			.shipped("/etc/postgresql-common/createcluster.d/pg-ha.conf", host.render("createcluster"),
					"Keeps the package from making a cluster of its own.")
			.beforePackages());
		host.file(PlacedFile
			.shipped("/etc/sysctl.d/60-pg-ha-postgresql.conf", host.render("sysctl"),
					"Kernel settings for PostgreSQL's memory.")
			.then(Reaction.restart("systemd-sysctl.service")));
		host.folder("/etc/patroni");
		host.file(PlacedFile.secret("/etc/patroni_env.conf", "root", "0600", "Passwords that Patroni uses."));
		host.file(PlacedFile.secret("/etc/patroni/application_password", "postgres", "0640",
				"The application's password, read when the cluster is born."));
		host.file(PlacedFile.script("/etc/patroni/post_bootstrap.sh", host.render("postbootstrap"),
				"Makes the application's role and database when the cluster is born."));
		host.file(PlacedFile.script(CHECK, host.render("validate"), "Lets Patroni check its file before it is used."));
		host.file(PlacedFile
			.shipped("/etc/patroni/config.yml",
					host.render("config",
							Map.of("dynamic", new DynamicSettings(sheet), "rebuild", Rebuild.of(sheet.plan()))),
					"Settings of this host's Patroni and PostgreSQL.")
			.checkedBy(CHECK)
			.then(Reaction.reload("patroni.service")));
		host.file(PlacedFile.program("/usr/local/sbin/pg-ha-cluster", host.render("cluster"),
				"Asks whether the cluster is healthy, and gives it the settings of this host's file."));
		host.file(PlacedFile.script("/usr/local/sbin/hactl", host.render("hactl"),
				"patronictl with this cluster's file and password."));
		host.dropIn("patroni", host.render("unit"), "Brings Patroni back, and gives PostgreSQL time to stop.");
		host.foundingService("patroni.service");
	}

	@Override
	public List<String> secrets() {
		return List.of("replication", "rewind", "restapi", "application");
	}

	@Override
	public Map<Role, List<String>> packagesToHoldBack(Platform platform) {
		return Map.of(Role.POSTGRESQL, List.of("patroni", server(platform)));
	}

	private static String server(Platform platform) {
		return "postgresql-" + platform.postgresql();
	}

}
