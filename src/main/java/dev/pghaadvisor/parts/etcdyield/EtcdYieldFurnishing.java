package dev.pghaadvisor.parts.etcdyield;

import java.util.Map;
import java.util.stream.Collectors;

import dev.pghaadvisor.bundle.Furnishing;
import dev.pghaadvisor.bundle.Furniture;
import dev.pghaadvisor.bundle.PlacedFile;
import dev.pghaadvisor.bundle.Reaction;
import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.plan.Role;

/** A timer on every host that may lead both. */
final class EtcdYieldFurnishing implements Furnishing {

	private static final String TIMER = "pg-ha-etcd-yield.timer";

	@Override
	public void furnish(Sheet sheet, Furniture host) {
		if (!sheet.is(Role.ETCD) || !sheet.is(Role.POSTGRESQL)) {
			return;
		}
		String others = sheet.others(Role.ETCD)
			.stream()
			.map((member) -> sheet.urls().etcd(member.address()))
			.collect(Collectors.joining(" "));
		host.file(PlacedFile.script("/usr/local/sbin/pg-ha-etcd-yield", host.render("script", Map.of("others", others)),
				"Moves etcd's leadership away while this host also leads PostgreSQL."));
		host.file(PlacedFile.unit("/etc/systemd/system/pg-ha-etcd-yield.service", host.render("service"),
				"Runs that script."));
		host.file(PlacedFile.shipped("/etc/systemd/system/" + TIMER, host.render("timer"), "Runs it every 15 seconds.")
			.then(Reaction.restart(TIMER)));
		host.service(TIMER);
	}

}
