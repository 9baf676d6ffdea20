package dev.pghaadvisor.plan;

import java.util.List;
import java.util.Optional;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;

/** Whose balancer stands in front where no virtual address can move between hosts. */
public enum Balancer implements Named {

	/** Probes come from the balancer's own addresses in the VPC's subnets. */
	AWS("aws", "an AWS Network Load Balancer", List.of()),

	/** Probes come from one address that is the same everywhere. */
	AZURE("azure", "an internal Azure Standard Load Balancer", List.of("168.63.129.16/32")),

	/** Probes come from two ranges that are the same everywhere. */
	GCP("gcp", "an internal passthrough Network Load Balancer of Google Cloud",
			List.of("35.191.0.0/16", "130.211.0.0/22")),

	OTHER("other", "a balancer that checks by HTTP", List.of());

	/** Whose balancer is in front; none where the way in is another one. */
	public static final Choice.Ruled<Optional<Balancer>> CHOICE = new Choice.Ruled<>("balancer",
			Values.of(Balancer.class).orNone("none"));

	private final String id;

	private final String title;

	private final List<Cidr> probeSources;

	Balancer(String id, String title, List<String> probeSources) {
		this.id = id;
		this.title = title;
		this.probeSources = probeSources.stream().map(Cidr::parse).toList();
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The words for people. */
	public String title() {
		return this.title;
	}

	/** Where its probes come from; empty if from the networks of the applications. */
	public List<Cidr> probeSources() {
		return this.probeSources;
	}

}
