package dev.pghaadvisor.forecast;

import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Design;
import org.jspecify.annotations.Nullable;

/**
 * What uses up a year's outage, with what is assumed of it unless a reader knows more.
 */
public enum Event {

	LEADER_LOST("leader-lost", Scenario.LEADER_POWEROFF, 2,
			"Judgement: the host that leads fails or restarts unannounced every half year."),
	CRASH("crash", Scenario.POSTGRES_CRASH, 2, "Judgement: memory runs out or an extension fails every half year."),
	SWITCHOVER("switchover", Scenario.SWITCHOVER, 12,
			"Judgement: a month's updates restart the leader once; PostgreSQL alone has a minor release every quarter "
					+ "(its release roadmap)."),
	TWO_HOSTS("two-hosts", "Two hosts lost at once, or etcd's majority", 0.05, 60,
			"Judgement: once in 20 years where etcd shares the database hosts, so that any two are enough; once in "
					+ "100 where it has hosts of its own; every other year where hosts share a hypervisor, a rack or storage. "
					+ "An hour until one is back. " + Event.WAIT),
	WAY_IN("way-in", "The endpoint is down or leads to the wrong host", 0.2, 15,
			"Judgement: once in 5 years where an address moves to the leader's host, once in 20 with HAProxy, a "
					+ "balancer or drivers that ask for the leader. A quarter of an hour to see it and to restart the right thing. "
					+ Event.WAIT),
	DISK_FULL("disk-full", "A full disk", 0.1, 60,
			"Judgement: once in 10 years if somebody watches the free space. An hour to make room. " + Event.WAIT),
	MISTAKE("mistake", "A mistake in operation", 0.5, 30,
			"Judgement: a wrong statement or setting every other year. Half an hour, if no backup has to be restored; whoever makes it is there.");

	/** Said of what nobody may be there for. */
	private static final String WAIT = "The wait for somebody comes on top: 15 hours on average where they come in "
			+ "office hours, three days where there is nobody.";

	private final String id;

	private final String title;

	private final @Nullable Scenario scenario;

	private final double perYear;

	private final double minutes;

	private final String because;

	Event(String id, Scenario scenario, double perYear, String because) {
		this(id, scenario.title(), scenario, perYear, 0, because);
	}

	Event(String id, String title, double perYear, double minutes, String because) {
		this(id, title, null, perYear, minutes, because);
	}

	Event(String id, String title, @Nullable Scenario scenario, double perYear, double minutes, String because) {
		this.id = id;
		this.title = title;
		this.scenario = scenario;
		this.perYear = perYear;
		this.minutes = minutes;
		this.because = because;
	}

	/** The name in links. */
	public String id() {
		return this.id;
	}

	/** The words for people. */
	public String title() {
		return this.title;
	}

	/** Why the usual numbers are what they are. */
	public String because() {
		return this.because;
	}

	/** Whether people have to repair it, so that its length is assumed, too. */
	public boolean people() {
		return this.scenario == null;
	}

	/** What the cluster itself does about it; null if people have to repair it. */
	@Nullable Scenario scenario() {
		return this.scenario;
	}

	/** Whether somebody is there because it is their doing. */
	boolean happensAtWork() {
		return this == MISTAKE;
	}

	double perYear(Shape shape, FailureDomains domains) {
		return switch (this) {
			case TWO_HOSTS ->
				(domains == FailureDomains.SHARED) ? 0.5 : shape.etcdBesideDatabases() ? this.perYear : 0.01;
			case WAY_IN -> (shape.design() == Design.FULL || shape.entry() != Entry.KEEPALIVED) ? 0.05 : this.perYear;
			default -> this.perYear;
		};
	}

	double minutes() {
		return this.minutes;
	}

}
