package dev.pghaadvisor.report;

import java.util.List;
import java.util.Objects;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.pghaadvisor.rules.RuleSource;

/** Writes a report as Markdown, for wikis and merge requests. */
final class Markdown {

	private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>#|])");

	private final StringBuilder text = new StringBuilder();

	String report(ReportView view) {
		line("# " + escaped(view.headline()));
		paragraph(escaped(view.summary()));
		notices("Why no design fits", view.blockers());
		// Where nothing fits it is the way out, so it comes before what else there is to
		// say.
		if (view.design() == null) {
			changes(view);
		}
		notices("Before you build it", view.warnings());
		reasons(view);
		if (view.design() != null) {
			changes(view);
		}
		sizes(view);
		sides(view);
		table("Machines", List.of("Host", "Address", "Roles"),
				view.machines()
					.stream()
					.map((machine) -> List.of(machine.name(), machine.address(),
							String.join(", ", machine.roles())
									+ (String.valueOf(machine.site()).isEmpty() ? "" : ", in " + machine.site())))
					.toList());
		table("Ports", List.of("From", "To", "Port", "For"),
				view.ports()
					.stream()
					.map((port) -> List.of(port.from(), port.to(), port.port(), port.purpose()))
					.toList());
		table("Settings", List.of("Setting", "Value", "Because"),
				view.settings()
					.stream()
					.map((setting) -> List.of(setting.name(), setting.value(), setting.because()))
					.toList());
		budget(view);
		bullets("Next steps", view.steps());
		bullets("Why there are no files", view.missing());
		table("Answers", List.of("Question", "Answer", "From"),
				view.answers()
					.stream()
					.map((answer) -> List.of(answer.question(), answer.answer(), answer.source()))
					.toList());
		paragraph("Rules " + escaped(view.rulesVersion()) + ", generator " + escaped(view.generatorVersion()) + ".");
		return this.text.toString();
	}

	private void reasons(ReportView view) {
		bullets("Why",
				view.reasons()
					.stream()
					.map((reason) -> "%s (rule `%s`, %s; %s)%s".formatted(reason.because(), reason.rule(),
							reason.effect(), String.join("; ", reason.answers()), sources(reason.sources())))
					.toList());
		bullets("Rules that almost applied",
				view.nearMisses()
					.stream()
					.map((near) -> "`%s` lacked: %s. %s".formatted(near.rule(), String.join("; ", near.missing()),
							near.because()))
					.toList());
	}

	private void changes(ReportView view) {
		if (view.changes().isEmpty() && view.design() != null) {
			line("## What would change it");
			paragraph("No change of one or two answers leads to the other design.");
			return;
		}
		bullets("What would change it, if you answered",
				view.changes()
					.stream()
					.map((change) -> String.join(" and ", change.words()) + " → " + change.outcome() + ".")
					.toList());
	}

	private void sizes(ReportView view) {
		List<ReportView.Size> sizes = view.sizes();
		if (sizes != null) {
			table("Sizes that the answers allow",
					List.of("Size", "Hosts", "Services", "After a lost leader", "May lose", "In a year",
							"What the step buys"),
					sizes.stream()
						.map((size) -> List.of(size.name() + (size.recommended() ? " (recommended)" : ""),
								String.valueOf(size.hosts()), String.valueOf(size.services()), size.outage(),
								size.loss(), size.availability(), size.more()))
						.toList());
			if (!Objects.toString(view.rebuild(), "").isEmpty()) {
				line(escaped(Objects.toString(view.rebuild())));
				line("");
			}
		}
	}

	private void sides(ReportView view) {
		for (ReportView.Side side : view.sides()) {
			line("## " + escaped(side.title()) + (side.recommended() ? " (recommended)" : ""));
			line("");
			line("- Hosts: " + side.hosts());
			line("- Parts: " + escaped(String.join("; ", side.parts())));
			line("- Holds the virtual address: " + escaped(side.vipHolder()));
			line("- Survives: " + escaped(String.join("; ", side.survives())));
			line("- Does not survive: " + escaped(String.join("; ", side.doesNotSurvive())));
			line("- Gains: " + escaped(String.join("; ", side.gains())));
			line("");
			rows(List.of("If", "Best", "Expected", "Worst", "How", "Clients see", "Evidence"),
					side.forecasts()
						.stream()
						.map((outage) -> List.of(outage.title(), seconds(outage.best()),
								orUntilPeopleAct(outage, outage.expected()), orUntilPeopleAct(outage, outage.worst()),
								outage.how(), outage.clientSees(), outage.evidence()))
						.toList());
			if (!side.forecasts().isEmpty()) {
				line(side.whose());
				line("");
			}
			measured(side);
		}
	}

	private void measured(ReportView.Side side) {
		List<String> measured = side.measured();
		if (measured != null && !measured.isEmpty()) {
			line("### Measured");
			line("");
			measured.forEach((sentence) -> line("- " + escaped(sentence)));
			line("");
		}
	}

	private void budget(ReportView view) {
		ReportView.Budget budget = view.availability();
		if (budget == null) {
			return;
		}
		table("Availability in a year",
				List.of("Assumed event", "Times a year", "Each time", "In a year", "Repaired by"),
				budget.terms()
					.stream()
					.map((term) -> List.of(term.event(), term.times(), term.each(), term.inYear(),
							term.people() ? "people" : "the cluster"))
					.toList());
		paragraph(escaped(
				"Allowed in a year%s: %s. Used by the cluster's own failovers: %s. Used by what people repair: %s. %s %s"
					.formatted((budget.allowedSeconds() > 0) ? " by " + budget.target() + " %" : "", budget.allowed(),
							budget.machines(), budget.people(), budget.verdict(),
							"Nobody has counted these events for your cluster.")));
	}

	private void notices(String title, List<ReportView.Notice> notices) {
		bullets(title,
				notices.stream()
					.map((notice) -> "%s**%s** %s %s%s".formatted(
							Boolean.TRUE.equals(notice.missed()) ? "A wish of yours is not kept: " : "",
							notice.message(), notice.because(), notice.change(), sources(notice.sources())))
					.toList());
	}

	private static String sources(List<RuleSource> sources) {
		return sources.isEmpty() ? ""
				: " — " + sources.stream().map(RuleSource::title).collect(Collectors.joining("; "));
	}

	private void bullets(String title, List<String> items) {
		if (items.isEmpty()) {
			return;
		}
		line("## " + title);
		line("");
		items.forEach((item) -> line("- " + emphasised(item.strip())));
		line("");
	}

	private void table(String title, List<String> head, List<List<String>> rows) {
		if (!rows.isEmpty()) {
			line("## " + title);
			line("");
			rows(head, rows);
		}
	}

	private void rows(List<String> head, List<List<String>> rows) {
		line("| " + String.join(" | ", head) + " |");
		line("|" + " --- |".repeat(head.size()));
		rows.forEach(
				(row) -> line("| " + row.stream().map(Markdown::escaped).collect(Collectors.joining(" | ")) + " |"));
		line("");
	}

	private void paragraph(String words) {
		line("");
		line(words);
		line("");
	}

	private void line(String words) {
		this.text.append(words).append('\n');
	}

	private static String orUntilPeopleAct(ReportView.Outage outage, double value) {
		return outage.unbounded() ? "until someone fixes it" : seconds(value);
	}

	private static String seconds(double value) {
		return number(value) + " s";
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? String.format(Locale.ROOT, "%.0f", value)
				: (value < 1) ? String.format(Locale.ROOT, "%.2f", value) : String.format(Locale.ROOT, "%.1f", value);
	}

	/** Our own emphasis stays, all else is text. */
	private static String emphasised(String words) {
		return escaped(words).replace("\\*\\*", "**").replace("\\`", "`");
	}

	static String escaped(String words) {
		return SPECIAL.matcher(words.replaceAll("\\s+", " ")).replaceAll("\\\\$1");
	}

}
