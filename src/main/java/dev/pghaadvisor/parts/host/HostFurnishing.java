package dev.pghaadvisor.parts.host;

import dev.pghaadvisor.bundle.Furnishing;
import dev.pghaadvisor.bundle.Furniture;
import dev.pghaadvisor.bundle.PlacedFile;
import dev.pghaadvisor.bundle.Reaction;
import dev.pghaadvisor.bundle.Sheet;

/** What every host has, whatever runs on it. */
final class HostFurnishing implements Furnishing {

	private static final String FIREWALL = "pg-ha-firewall.service";

	@Override
	public void furnish(Sheet sheet, Furniture host) {
		host.packages("curl", "iproute2", "nftables");
		host.folder("/etc/sysctl.d");
		host.folder("/etc/pg-ha");
		host.folder("/var/lib/pg-ha");
		host.folder("/var/lib/pg-ha/pending");
		host.file(PlacedFile.script("/usr/local/sbin/pg-ha-serve", host.render("serve"),
				"Starts a service, or has it do what its changed files ask for."));
		host.file(PlacedFile.script("/usr/local/sbin/pg-ha-guarded", host.render("guarded"),
				"Keeps services from starting without the firewall rules."));
		host.file(PlacedFile.shipped("/etc/apt/apt.conf.d/60pg-ha", host.render("apt"),
				"Keeps unattended upgrades from restarting the cluster."));
		host.file(PlacedFile
			.shipped("/etc/sysctl.d/60-pg-ha.conf", host.render("sysctl"), "Kernel settings of this host.")
			.then(Reaction.restart("systemd-sysctl.service")));
		host.file(PlacedFile
			.shipped("/etc/pg-ha/firewall.nft", host.render("firewall"), "Who may reach this cluster's ports here.")
			.checkedBy("/usr/sbin/nft -c -f")
			.then(Reaction.reload(FIREWALL)));
		host.file(PlacedFile.unit("/etc/systemd/system/" + FIREWALL, host.render("firewall_service"),
				"Loads the firewall rules, also after the host's own were reloaded."));
		host.dropIn("nftables", host.render("firewall_after"),
				"Keeps the cluster's rules when the host's own are loaded.");
		host.service(FIREWALL);
	}

}
