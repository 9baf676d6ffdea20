package dev.pghaadvisor.parts.keepalived;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Furnishing;
import dev.pghaadvisor.bundle.Furniture;
import dev.pghaadvisor.bundle.PlacedFile;
import dev.pghaadvisor.bundle.Reaction;
import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Role;

/** Keepalived on the hosts that may hold the virtual address. */
final class KeepalivedFurnishing implements Furnishing {

	/** Above all others, who are equal. */
	private static final int FIRST = 101;

	private static final int USUAL = 100;

	@Override
	public void furnish(Sheet sheet, Furniture host) {
		if (!sheet.is(Role.KEEPALIVED)) {
			return;
		}
		host.packages("keepalived");
		host.file(PlacedFile.script("/etc/keepalived/check.sh", host.render("check"),
				"Says whether this host may hold the VIP."));
		String check = "/usr/sbin/keepalived -t -f";
		if (!sheet.platform().keepalivedChecksScriptsOfOthers()) {
			check = "/usr/local/sbin/pg-ha-keepalived-check";
			host.file(PlacedFile.script(check, host.render("validate"),
					"Lets Keepalived check its file before it is used."));
		}
		host.file(PlacedFile
			.shipped("/etc/keepalived/keepalived.conf", host.render("keepalived", Map.of("priority", priority(sheet))),
					"Puts the VIP on a host that may hold it.")
			.checkedBy(check)
			.then(Reaction.reload("keepalived.service")));
		host.restarting("keepalived", "1");
		host.service("keepalived.service");
	}

	@Override
	public Map<Role, List<String>> packagesToHoldBack(Platform platform) {
		return Map.of(Role.KEEPALIVED, List.of("keepalived"));
	}

	/** The first HAProxy host wins ties; leaders of PostgreSQL never tie. */
	private static int priority(Sheet sheet) {
		return (!sheet.direct() && sheet.members(Role.HAPROXY).get(0).name().equals(sheet.name())) ? FIRST : USUAL;
	}

}
