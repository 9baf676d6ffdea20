package dev.pghaadvisor.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes {@code docs/evidence/README.md}: what the page shows, as Markdown. */
final class EvidenceDocument {

	private static final String INTRODUCTION = """
			# What the lab measured

			The lab deploys a bundle onto machines that boot, keeps clients writing, breaks something, and counts how long they wait and what is lost. It writes the JSON files of this folder, and nobody else does; [The lab](../lab.md) says how to repeat them. This page is made from them by `EvidenceDocumentTests` with `-Dgoldens=update`. Runs in which something did not hold are kept and shown; within a recording a run was repeated only if the lab's own computer stood still meanwhile, and a scenario that is recorded anew replaces all its runs.

			""";

	private final StringBuilder text = new StringBuilder(INTRODUCTION);

	String text(Measurements measurements) {
		if (measurements.files().isEmpty()) {
			line("Nothing is recorded yet: every forecast is computed, and not proven.");
			line("");
		}
		EvidenceMatrix matrix = EvidenceMatrix.of(measurements);
		line("## What is proven, and what is not");
		line("");
		line("With a virtual address as the way in; where another way in was drilled, the column says which. With all others nothing is proven. No balancer of a cloud was ever in the lab: one was played by an HAProxy.");
		line("");
		if (!matrix.unrecorded().isEmpty()) {
			line("Nothing at all is recorded of " + String.join("; ", matrix.unrecorded()) + ".");
			line("");
		}
		table("If", matrix.shapes(), matrix.rows().stream().map(EvidenceDocument::cells).toList());
		line("");
		line("## The words in the tables");
		line("");
		EvidenceTable.LEGEND.forEach((fact) -> line("- *" + fact.name() + "*: " + fact.value()));
		measurements.files().forEach((name, evidence) -> recording(EvidenceTable.of(name, evidence)));
		return this.text.toString();
	}

	private static List<String> cells(EvidenceMatrix.Row row) {
		List<String> cells = new ArrayList<>(List.of(row.scenario()));
		row.cells()
			.forEach((cell) -> cells.add(cell.state().equals("broken") ? "**" + cell.words() + "**" : cell.words()));
		return cells;
	}

	private void recording(EvidenceTable table) {
		line("");
		line("## " + table.title());
		line("");
		table.facts().forEach((fact) -> line("- " + fact.name() + ": " + fact.value()));
		line("");
		table("If", EvidenceTable.COLUMNS, table.rows().stream().map(EvidenceDocument::cells).toList());
	}

	private static List<String> cells(EvidenceTable.Row row) {
		List<String> cells = new ArrayList<>();
		cells.add(row.scenario() + (row.broken().isEmpty() ? ""
				: "<br>**" + row.brokenRuns() + ":** " + String.join(" ", row.broken())));
		row.cells().forEach((lines) -> cells.add(String.join("<br>", lines)));
		return cells;
	}

	private void table(String first, List<String> columns, List<List<String>> rows) {
		List<String> head = new ArrayList<>(List.of(first));
		head.addAll(columns);
		row(head);
		line("|" + String.join("|", Collections.nCopies(head.size(), "---")) + "|");
		rows.forEach(this::row);
	}

	private void row(List<String> cells) {
		line("| " + String.join(" | ", cells.stream().map((cell) -> cell.replace("|", "\\|")).toList()) + " |");
	}

	private void line(String words) {
		this.text.append(words).append('\n');
	}

}
