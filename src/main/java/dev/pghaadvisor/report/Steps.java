package dev.pghaadvisor.report;

import java.util.ArrayList;
import java.util.List;

import dev.pghaadvisor.advice.Consultation;

/** What to do after reading the report. */
final class Steps {

	private Steps() {
	}

	static List<String> of(Consultation consultation) {
		List<String> steps = new ArrayList<>();
		if (consultation.plan() == null) {
			steps.add("Change one of the answers named above, or provide what it asks for, and look again.");
			return steps;
		}
		steps.add(
				"Provide the machines listed above, on hardware that does not fail together, with synchronised clocks.");
		steps.add("Download the bundle, unpack it on a machine that reaches them by ssh, and run sh prepare.sh: it "
				+ "makes the passwords there and nowhere else.");
		steps.add("Run ansible-playbook site.yml, then ansible-playbook verify.yml, as the bundle's README says.");
		steps.add("Set up backups and restore one. High availability repeats every mistake on every host at once.");
		steps.add(
				"Rehearse before anybody depends on the cluster: a switchover with ansible-playbook drill.yml, and the loss "
						+ "of the leader's host with ansible-playbook drill.yml -e drill=poweroff -e really=yes.");
		return steps;
	}

}
