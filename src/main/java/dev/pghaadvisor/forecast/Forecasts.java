package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.HaproxyTimers;
import dev.pghaadvisor.plan.KeepalivedTimers;
import dev.pghaadvisor.plan.PatroniTimers;
import dev.pghaadvisor.plan.PostgresSettings;
import dev.pghaadvisor.plan.Probes;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.plan.Synchronous;
import dev.pghaadvisor.rules.Design;
import org.jspecify.annotations.Nullable;

/** Forecasts the write outage of each scenario. */
public final class Forecasts {

	/** The version of the formulas; what the lab records names it. */
	public static final String MODEL = "5";

	/**
	 * Seconds that a pool may come back later than the way in is open: HikariCP doubles
	 * its wait after each connection that fails, up to 5 s (HikariPool.java,
	 * PoolEntryCreator), and lets nobody through meanwhile.
	 */
	public static final double POOL_BACK_OFF = 5;

	/** Whom the numbers are about. */
	public static final String WHOSE = "The times are those of an application that connects anew. A pool may need up to "
			+ "5 s more: HikariCP waits longer after each connection that fails.";

	private Forecasts() {
	}

	/**
	 * The forecasts for a plan, in the order of {@link Scenario}, without those that its
	 * design has no part for.
	 */
	public static List<Forecast> of(ClusterPlan plan) {
		return of(plan, plan.shape());
	}

	private static List<Forecast> of(ClusterPlan plan, Shape shape) {
		return of(shape,
				new Outages(
						blocks(shape, plan.inventory().probes(), plan.patroni(), plan.keepalived(), plan.haproxy(),
								plan.advice().settings().value(PostgresSettings.REPLICATION_TIMEOUT)),
						plan.synchronous(), true));
	}

	/**
	 * The same for applications that know every host, where others go through a balancer
	 * that is not part of the cluster.
	 */
	public static List<Forecast> aroundBalancer(ClusterPlan plan) {
		return plan.shape().entry().balanced() ? of(plan, new Shape(plan.shape().design(), plan.shape().footprint(),
				Entry.MULTI_HOST, plan.shape().platform(), plan.shape().placement())) : of(plan);
	}

	/**
	 * The forecasts for a shape that nobody has named hosts for, to compare designs.
	 * @param replicationTimeout seconds after which PostgreSQL gives up a silent replica
	 */
	public static List<Forecast> of(Shape shape, PatroniTimers patroni, Synchronous synchronous,
			int replicationTimeout) {
		HaproxyTimers haproxy = (shape.design() == Design.FULL) ? HaproxyTimers.SHARP : null;
		return of(shape, new Outages(blocks(shape, null, patroni, KeepalivedTimers.SHARP, haproxy, replicationTimeout),
				synchronous, true));
	}

	private static Blocks blocks(Shape shape, @Nullable Probes probes, PatroniTimers patroni,
			KeepalivedTimers keepalived, @Nullable HaproxyTimers haproxy, int replicationTimeout) {
		return new Blocks(patroni, keepalived, haproxy, shape.entry(), (probes != null) ? probes : Probes.USUAL,
				shape.etcdBesideDatabases(), shape.platform().etcdApi(), shape.entryBesideDatabases(),
				replicationTimeout);
	}

	private static List<Forecast> of(Shape shape, Outages outages) {
		Design design = shape.design();
		List<Forecast> forecasts = new ArrayList<>();
		for (Scenario scenario : Scenario.values()) {
			outages.of(scenario)
				.filter((outage) -> scenario.concerns(shape))
				.ifPresent((outage) -> forecasts.add(new Forecast(scenario, design, tenths(outage.span().best()),
						tenths(outage.span().expected()), tenths(outage.span().worst()), outage.unbounded(),
						ClientView.of(scenario, design, outages.blocks().entry(), outages.synchronous().on()),
						outage.how(), Forecast.NOT_PROVEN, "")));
		}
		return List.copyOf(forecasts);
	}

	private static double tenths(double seconds) {
		return Math.round(seconds * 10) / 10.0;
	}

}
