package dev.pghaadvisor.web.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.pghaadvisor.questionnaire.Questionnaire;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link PresetComparison}. */
class PresetComparisonTests {

	private final Questionnaire questionnaire = RuleBook.bundled().questionnaire();

	@Test
	void showsOnlyQuestionsThatAPresetAnswersOtherwise() {
		PresetComparison comparison = compare(List.of(Map.of("rto", "30s"), Map.of("rto", "30s", "storage", "nvme")));
		assertThat(comparison.titles()).containsExactly("preset 0", "preset 1");
		assertThat(comparison.rows()).extracting(PresetComparison.Row::question)
			.containsExactly("After a host fails, how long may the write outage last?",
					"What storage do the database hosts have?");
		assertThat(comparison.rows().get(0).byDefault()).isEqualTo("60 seconds");
		assertThat(comparison.rows().get(0).cells()).containsExactly(
				new PresetComparison.Cell("30 seconds", true, false),
				new PresetComparison.Cell("30 seconds", true, false));
		assertThat(comparison.rows().get(1).cells()).containsExactly(new PresetComparison.Cell("SSD", false, false),
				new PresetComparison.Cell("NVMe", true, true));
	}

	@Test
	void countsDifferencesFromTheDefaultsAndFromThePresetBefore() {
		PresetComparison comparison = compare(List.of(Map.of("rto", "30s"), Map.of("storage", "nvme"), Map.of()));
		assertThat(List.of(comparison.unlikeDefault(0), comparison.unlikeNeighbour(0))).containsExactly(1L, 0L);
		assertThat(List.of(comparison.unlikeDefault(1), comparison.unlikeNeighbour(1))).containsExactly(1L, 2L);
		assertThat(List.of(comparison.unlikeDefault(2), comparison.unlikeNeighbour(2))).containsExactly(0L, 1L);
	}

	@Test
	void isEmptyWithoutADifference() {
		assertThat(compare(List.of(Map.of(), Map.of())).rows()).isEmpty();
	}

	private PresetComparison compare(List<Map<String, String>> presets) {
		List<Preset> all = new ArrayList<>();
		presets.forEach((answers) -> all.add(new Preset("p" + all.size(), "preset " + all.size(), "", answers)));
		return PresetComparison.of(this.questionnaire, all);
	}

}
