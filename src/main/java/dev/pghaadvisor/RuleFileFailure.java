package dev.pghaadvisor;

import dev.pghaadvisor.rules.RuleFileException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows rule authors every mistake with file and line instead of a stack trace. */
class RuleFileFailure extends AbstractFailureAnalyzer<RuleFileException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RuleFileException cause) {
		return new FailureAnalysis("The rule files cannot be used:\n\n" + String.join("\n\n", cause.problems()),
				"Correct the files in the folder that advisor.rules names; docs/add-a-rule.md explains their format.",
				cause);
	}

}
