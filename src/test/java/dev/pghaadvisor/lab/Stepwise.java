package dev.pghaadvisor.lab;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * For tests whose methods build on each other: after the first that failed the others are
 * left out, instead of failing for a reason that is not theirs.
 */
class Stepwise implements ExecutionCondition, AfterTestExecutionCallback {

	private static final String FAILED = "failed";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		String failed = context.getTestMethod().isPresent() ? store(context).get(FAILED, String.class) : null;
		return (failed != null) ? ConditionEvaluationResult.disabled("not run, because " + failed + " failed")
				: ConditionEvaluationResult.enabled("no step before it failed");
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		context.getExecutionException()
			.ifPresent((failure) -> store(context).put(FAILED, context.getRequiredTestMethod().getName()));
	}

	/** That of the class, or of its run with one argument. */
	private static Store store(ExtensionContext context) {
		return context.getParent().orElseThrow().getStore(Namespace.create(Stepwise.class));
	}

}
