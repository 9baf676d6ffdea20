package dev.pghaadvisor.store;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in words what keeps the embedded store from opening; the numbers are H2's error
 * codes (org.h2.api.ErrorCode).
 */
class StoreFailure extends AbstractFailureAnalyzer<SQLException> {

	/** H2 says so only when something is written: it opens such a store all the same. */
	static final int READ_ONLY = 90097;

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		return switch (cause.getErrorCode()) {
			case 90020 -> analysis("Another program has the store open, most likely another instance of this one.",
					"End it, or give this one a folder of its own: --advisor.data=FOLDER/NAME", cause);
			case 90011, 90138 -> analysis("advisor.data is not the name of a store.",
					"Give a path with a folder and a name, without the suffix: --advisor.data=./data/advisor", cause);
			case 90028, 90031, 90062, READ_ONLY ->
				analysis("The store's file or folder cannot be written, or the file is none of a store.",
						"Let the user who runs this program write there, or make room on that disk.", cause);
			case 90030, 50000 -> analysis("The store's file is damaged.",
					"Put back a copy of it from before, or move it away to begin with an empty store.", cause);
			default -> null;
		};
	}

	private static FailureAnalysis analysis(String description, String action, SQLException cause) {
		return new FailureAnalysis(description + "\n\n" + cause.getMessage(), action, cause);
	}

}
