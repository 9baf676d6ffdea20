package dev.pghaadvisor.plan;

import java.util.List;

import dev.pghaadvisor.plan.PostgresSettings.Scope;
import dev.pghaadvisor.plan.PostgresSettings.Setting;
import dev.pghaadvisor.rules.Advice;

/** Chooses PostgreSQL's settings. */
final class PostgresTuning {

	private PostgresTuning() {
	}

	static PostgresSettings of(Advice advice, Shape shape, Inventory inventory) {
		return new PostgresSettings(
				List.of(new Setting("max_connections", advice.settings().text("max-connections"), "", Scope.DCS)));
	}

}
