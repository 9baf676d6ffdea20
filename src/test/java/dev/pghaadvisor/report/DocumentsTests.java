package dev.pghaadvisor.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.pghaadvisor.advice.Consultations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Documents}. */
class DocumentsTests {

	private static final Path GOLDENS = Path.of("src", "test", "resources", "goldens", "reports");

	private static final String HOSTILE = "<script>alert('x')</script> | `cut` [link](javascript:x) *";

	private static final ReportWriter WRITER = new ReportWriter(Consultations.ADVISOR);

	private final Documents documents = new Documents();

	@ParameterizedTest
	@ValueSource(strings = { "simple", "full", "blocked" })
	void markdownIsAsReviewed(String name) throws IOException {
		ReportView view = WRITER.view(switch (name) {
			case "simple" -> Consultations.simple();
			case "full" -> Consultations.full();
			default -> Consultations.blocked();
		});
		// The version of the rules changes with every rule, the words below only if they
		// fire here.
		String text = text(this.documents.markdown(view)).replace(view.rulesVersion(), "RULES");
		Path golden = GOLDENS.resolve(name + ".md");
		if (System.getProperty("goldens", "").equals("update")) {
			Files.createDirectories(GOLDENS);
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

	@Test
	void equalInputMakesEqualBytes() {
		assertThat(this.documents.html(WRITER.view(Consultations.full())))
			.isEqualTo(new Documents().html(WRITER.view(Consultations.full())));
	}

	@Test
	void thePageNeedsNothingFromElsewhere() {
		String page = text(this.documents.html(WRITER.view(Consultations.full())));
		assertThat(page).doesNotContain("<script", "<link", "src=", "@import", "url(", "style=\"");
		assertThat(page).contains("<svg", "<title id=\"topology-title\">", "<desc id=\"topology-text\">");
	}

	@Test
	void theSecondThingAfterTheDrawingIsThatTrafficIsNotEncrypted() {
		ReportView view = WRITER.view(Consultations.simple());
		assertThat(view.warnings().get(0).message()).contains("not encrypted");
	}

	@Test
	void wordsFromRuleFilesCannotBecomeMarkup() {
		ReportView view = hostile(WRITER.view(Consultations.simple()));
		assertThat(text(this.documents.html(view))).contains("&lt;script&gt;alert(").doesNotContain("<script>");
		assertThat(text(this.documents.markdown(view)))
			.contains("\\<script\\>alert('x')\\</script\\> \\| \\`cut\\` \\[link\\](javascript:x) \\*");
	}

	@Test
	void blockedAnswersHaveNoDrawingNoMachinesAndNoForecast() {
		ReportView view = WRITER.view(Consultations.blocked());
		assertThat(view.design()).isNull();
		assertThat(view.blockers()).isNotEmpty();
		assertThat(view.topology()).isEmpty();
		assertThat(view.machines()).isEmpty();
		assertThat(view.sides()).isEmpty();
		assertThat(text(this.documents.html(view))).doesNotContain("<svg", "id=\"machines\"", "id=\"sides\"");
	}

	@Test
	void whatUnblocksComesRightAfterWhatBlocks() {
		ReportView view = WRITER.view(Consultations.blocked());
		assertThat(text(this.documents.html(view))).containsSubsequence("id=\"blockers\"", "id=\"changes\"",
				"id=\"warnings\"");
		assertThat(text(this.documents.markdown(view))).containsSubsequence("## Why no design fits",
				"## What would change it", "## Before you build it");
		assertThat(text(this.documents.html(WRITER.view(Consultations.full())))).containsSubsequence("id=\"warnings\"",
				"id=\"changes\"");
	}

	@Test
	void noForecastClaimsToBeMeasured() {
		List<ReportView.Outage> outages = WRITER.view(Consultations.full())
			.sides()
			.stream()
			.flatMap((side) -> side.forecasts().stream())
			.toList();
		assertThat(outages).isNotEmpty().allSatisfy((outage) -> assertThat(outage.evidence()).contains("not proven"));
	}

	private static ReportView hostile(ReportView view) {
		ReportView.Notice notice = new ReportView.Notice("rule", HOSTILE, HOSTILE, HOSTILE, List.of(), true);
		ReportView.Machine machine = new ReportView.Machine(HOSTILE, HOSTILE, List.of(HOSTILE), HOSTILE);
		return new ReportView(view.schema(), view.design(), HOSTILE, HOSTILE, HOSTILE, view.answers(), view.reasons(),
				view.nearMisses(), view.changes(), List.of(notice), List.of(notice), view.sides(), view.sizes(),
				view.rebuild(), List.of(machine), view.ports(), view.settings(), view.availability(), List.of(HOSTILE),
				List.of(HOSTILE), view.topology(), view.rulesVersion(), view.generatorVersion());
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
