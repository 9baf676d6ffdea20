package dev.pghaadvisor.lab;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link Requires}: install, run, skip or fail. */
class RequirementCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return context.getElement()
			.flatMap((element) -> AnnotationSupport.findAnnotation(element, Requires.class))
			.map((requires) -> evaluate(Arrays.asList(requires.value())))
			.orElseGet(() -> ConditionEvaluationResult.enabled("needs nothing"));
	}

	private static synchronized ConditionEvaluationResult evaluate(List<Requirement> requirements) {
		TestMachine host = TestMachine.here();
		List<Tool> missing = requirements.stream().flatMap((each) -> each.missing().stream()).distinct().toList();
		boolean needsRoot = requirements.stream().anyMatch(Requirement::needsRoot);
		ConditionEvaluationResult result = decide(host, needsRoot, missing);
		if (!result.isDisabled() && !missing.isEmpty()) {
			TestMachine.install(missing);
		}
		return result;
	}

	/**
	 * Says whether the test can run after installing what is missing. Throws
	 * {@link IllegalStateException} instead of skipping on a CI host.
	 */
	static ConditionEvaluationResult decide(TestMachine host, boolean needsRoot, List<Tool> missing) {
		if (needsRoot && !host.root()) {
			return skip(host, "must run as root: it makes network namespaces and boots machines");
		}
		if (!missing.isEmpty() && !(host.root() && host.debian())) {
			String names = missing.stream().map(Tool::debianPackage).distinct().collect(Collectors.joining(" "));
			return skip(host, "missing here: " + names + " (installed by itself only as root on Debian)");
		}
		return ConditionEvaluationResult.enabled("everything is there or can be installed");
	}

	private static ConditionEvaluationResult skip(TestMachine host, String reason) {
		if (host.ci()) {
			throw new IllegalStateException("CI=true allows no skipped test, but this one " + reason);
		}
		return ConditionEvaluationResult.disabled(reason);
	}

}
