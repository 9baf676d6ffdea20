package dev.pghaadvisor.parts.haproxy;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Furnishing;
import dev.pghaadvisor.bundle.Furniture;
import dev.pghaadvisor.bundle.PlacedFile;
import dev.pghaadvisor.bundle.Reaction;
import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.bundle.Value;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Reads;
import dev.pghaadvisor.plan.Role;

/** HAProxy on its hosts. */
final class HaproxyFurnishing implements Furnishing {

	@Override
	public void furnish(Sheet sheet, Furniture host) {
		if (!sheet.is(Role.HAPROXY)) {
			return;
		}
		Reads reads = Reads.of(sheet.plan());
		host.packages("haproxy");
		host.user("haproxy");
		host.file(PlacedFile
			.shipped("/etc/haproxy/haproxy.cfg",
					host.render("haproxy",
							Map.of("sessions", Sessions.of(sheet.plan()), "reads", reads, "lag",
									new Value("lag", reads.limit(), reads.limitBecause()))),
					"Routes to the leader and to the replicas.")
			.checkedBy("/usr/sbin/haproxy -c -f")
			.then(Reaction.reload("haproxy.service")));
		host.restarting("haproxy", "100ms");
		host.service("haproxy.service");
	}

	@Override
	public Map<Role, List<String>> packagesToHoldBack(Platform platform) {
		return Map.of(Role.HAPROXY, List.of("haproxy"));
	}

}
