package dev.pghaadvisor.plan;

import java.util.List;
import java.util.Optional;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** Whose balancer stands in front where no virtual address can move between hosts. */
public enum Balancer implements Named {

	/**
	 * Probes come from its own addresses in its subnets, and so do sessions: the source
	 * is not preserved for TCP to targets by address unless it is switched on (AWS, "Edit
	 * target group attributes", client IP preservation).
	 */
	AWS("aws", "an AWS Network Load Balancer", List.of(), true, true),

	/** Probes come from one address that is the same everywhere. */
	AZURE("azure", "an internal Azure Standard Load Balancer", List.of("168.63.129.16/32"), false, false),

	/** Probes come from two ranges that are the same everywhere. */
	GCP("gcp", "an internal passthrough Network Load Balancer of Google Cloud",
			List.of("35.191.0.0/16", "130.211.0.0/22"), false, true),

	OTHER("other", "a balancer that checks by HTTP", List.of(), true, false);

	/** Whose balancer is in front; none where the way in is another one. */
	public static final Choice.Ruled<Optional<Balancer>> CHOICE = new Choice.Ruled<>("balancer",
			Values.of(Balancer.class).orNone("none"));

	private final String id;

	private final String title;

	private final List<Cidr> probeSources;

	private final boolean between;

	private final boolean failsOpen;

	Balancer(String id, String title, List<String> probeSources, boolean between, boolean failsOpen) {
		this.id = id;
		this.title = title;
		this.probeSources = probeSources.stream().map(Cidr::parse).toList();
		this.between = between;
		this.failsOpen = failsOpen;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The words for people. */
	public String title() {
		return this.title;
	}

	/** Where its probes come from everywhere; empty if only the user can know. */
	public List<Cidr> probeSources() {
		return this.probeSources;
	}

	/**
	 * Whether it leads to any host while it takes none for healthy (AWS, "Health checks
	 * for Network Load Balancer target groups"; Google Cloud, "Internal passthrough
	 * Network Load Balancer overview", unhealthy backends).
	 */
	public boolean failsOpen() {
		return this.failsOpen;
	}

	/** Whether hosts may see its address, not the application's, in sessions. */
	public boolean between() {
		return this.between;
	}

}
