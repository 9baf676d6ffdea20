package dev.pghaadvisor.parts.etcd;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.bundle.Furnishing;
import dev.pghaadvisor.bundle.Furniture;
import dev.pghaadvisor.bundle.PlacedFile;
import dev.pghaadvisor.bundle.Reaction;
import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Role;

/** A member of etcd on its host. */
final class EtcdFurnishing implements Furnishing {

	@Override
	public void furnish(Sheet sheet, Furniture host) {
		if (!sheet.is(Role.ETCD)) {
			return;
		}
		host.packages("etcd-server", "etcd-client");
		host.user("etcd");
		host.folder(sheet.etcdDataDir(), "etcd", "etcd", "0700");
		host.file(PlacedFile
			.shipped("/etc/default/etcd", host.render("environment", Map.of("members", new EtcdMembers(sheet))),
					"Settings of this host's etcd member.")
			.then(Reaction.restart("etcd.service")));
		host.dropIn("etcd", host.render("unit"),
				"Brings etcd back whenever it ends, and gives it the time that a quorum takes.");
		host.service("etcd.service");
	}

	@Override
	public Map<Role, List<String>> packagesToHoldBack(Platform platform) {
		return Map.of(Role.ETCD, List.of("etcd-server"));
	}

}
