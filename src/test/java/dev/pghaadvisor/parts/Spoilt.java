package dev.pghaadvisor.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.ExampleAdvice;
import dev.pghaadvisor.plan.Flow;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.HostEntry;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.Placement;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.SiteName;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import org.jspecify.annotations.Nullable;

/** A good plan, to be spoilt in one place. */
public final class Spoilt {

	private final ClusterPlan good;

	private Inventory inventory;

	private Shape shape;

	public final List<Host> hosts;

	public final List<Flow> flows;

	private final List<Setting> settings;

	private PatroniTimers patroni;

	private KeepalivedTimers keepalived;

	private @Nullable HaproxyTimers haproxy;

	private Synchronous synchronous;

	Spoilt(Design design) {
		var advice = ExampleAdvice.of(design, Map.of(), Map.of());
		this.inventory = Inventory.example(Shape.of(advice));
		this.good = Parts.plan(advice, this.inventory);
		this.shape = this.good.shape();
		this.hosts = new ArrayList<>(this.good.hosts());
		this.flows = new ArrayList<>(this.good.flows());
		this.settings = new ArrayList<>(this.good.postgres().settings());
		this.patroni = this.good.patroni();
		this.keepalived = this.good.keepalived();
		this.haproxy = this.good.haproxy();
		this.synchronous = this.good.synchronous();
	}

	public Spoilt patroni(PatroniTimers timers) {
		this.patroni = timers;
		return this;
	}

	public Spoilt keepalived(KeepalivedTimers timers) {
		this.keepalived = timers;
		return this;
	}

	public Spoilt haproxy(HaproxyTimers timers) {
		this.haproxy = timers;
		return this;
	}

	public Spoilt synchronous(Synchronous value) {
		this.synchronous = value;
		return this;
	}

	public Spoilt setting(Setting setting) {
		this.settings.removeIf((other) -> other.name().equals(setting.name()));
		this.settings.add(setting);
		return this;
	}

	/** Said to be spread over three sites, with every host in the first. */
	public Spoilt inOneOfThreeSites() {
		this.shape = new Shape(this.shape.design(), this.shape.footprint(), this.shape.entry(), this.shape.platform(),
				Placement.THREE_SITES);
		this.inventory = new Inventory(this.inventory.cluster(), this.inventory.vip(),
				this.inventory.networkInterface(), this.inventory.virtualRouterId(), this.inventory.applicationCidrs(),
				this.inventory.database(), this.inventory.applicationUser(),
				this.inventory.hosts()
					.stream()
					.map((host) -> new HostEntry(host.name(), host.address(), null, new SiteName("site1")))
					.toList(),
				this.inventory.databaseMemoryGb(), this.inventory.databaseCores(), this.inventory.walDiskGb(),
				this.inventory.databaseLinkMbit(), this.inventory.probes());
		return this;
	}

	ClusterPlan plan() {
		return new ClusterPlan(this.good.advice(), this.shape, this.inventory, this.hosts, this.patroni,
				this.keepalived, this.haproxy, this.synchronous, this.good.maximumLagOnFailover(),
				new PostgresSettings(this.settings), this.flows, Parts.all());
	}

}
