package dev.pghaadvisor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.pghaadvisor.questionnaire.Known;
import dev.pghaadvisor.questionnaire.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rules proved over every combination of answers, and that each proof can fail. */
class ProofsTests {

	private static final RuleBook BOOK = RuleBook.bundled();

	private static final Proofs PROOFS = new Proofs(BOOK);

	private static long started;

	@BeforeAll
	static void start() {
		started = System.nanoTime();
	}

	/** What bounds the time is the number of combinations; see the first test. */
	@AfterAll
	static void tellWhatWasProved() {
		long milliseconds = (System.nanoTime() - started) / 1_000_000;
		System.out.println("Proved over " + PROOFS.combinations() + " combinations of "
				+ BOOK.decision().questions().stream().map(Question::id).toList() + " and " + BOOK.rules().size()
				+ " rules in " + milliseconds + " ms, broken fixtures included");
	}

	@Test
	void combinationsStayFewEnoughToProveThemAll() {
		assertThat(PROOFS.combinations()).isEqualTo(BOOK.decision().combinations())
			.isBetween(2, (int) Decision.MOST_COMBINATIONS);
	}

	@Test
	void optionsThatCountAsOneHaveTheSameConsequences() {
		assertThat(PROOFS.kinds(BOOK.decision()::kind)).isEmpty();
	}

	@Test
	void optionsWithOtherConsequencesAreFound() {
		assertThat(PROOFS.kinds((question, option) -> 0)).isNotEmpty();
	}

	@Test
	void everyCombinationHasTheOneOutcomeThatTheRulesSay() {
		assertThat(PROOFS.outcomes(BOOK.decision()::outcome)).isEmpty();
	}

	@Test
	void aWrongOutcomeOfOneCombinationIsFound() {
		int wrong = PROOFS.combinations() / 2;
		assertThat(PROOFS.outcomes((one) -> (one == wrong) ? 3 : BOOK.decision().outcome(one))).hasSize(1);
	}

	@Test
	void noRuleIsDead() {
		assertThat(PROOFS.deadRules()).isEmpty();
	}

	@Test
	void aDeadRuleIsFound() throws RuleFileException {
		assertThat(broken("design.yaml", """
				- id: dead-because-blocked
				  when: { hosts: [two], criticality: [lab] }
				  then: { require: full }
				  because: It can never matter.
				  sources: [judgement]
				""").deadRules()).containsExactly("dead-because-blocked never fires");
	}

	@Test
	void raisingADemandNeverTurnsFullIntoSimpleNorLiftsABlock() {
		assertThat(PROOFS.monotone()).isEmpty();
	}

	@Test
	void aStricterDemandThatFavoursSimpleIsFound() throws RuleFileException {
		assertThat(broken("design.yaml", """
				- id: stricter-favours-simple
				  when: { availability: ["99.95"] }
				  then: { favour: { design: simple, weight: 9 } }
				  because: It points the wrong way.
				  sources: [judgement]
				""").monotone()).isNotEmpty();
	}

	@Test
	void aBlockThatAStricterDemandLiftsIsFound() throws RuleFileException {
		assertThat(broken("design.yaml", """
				- id: only-labs-are-blocked
				  when: { criticality: [lab] }
				  then: { block: { message: No labs., change: Call it something else. } }
				  because: It blocks the laxest demand.
				  sources: [judgement]
				""").monotone()).isNotEmpty();
	}

	@Test
	void whatIsSurvivedNeverShrinksWhenADemandIsRaised() {
		assertThat(PROOFS.survival()).isEmpty();
	}

	@Test
	void aStricterDemandThatSurvivesLessIsFound() throws RuleFileException {
		assertThat(broken("settings.yaml", """
				- id: laxer-survives-more
				  when: { availability: ["99.9"] }
				  then: { set: { database-host-losses: "2" } }
				  because: It is taken away by a stricter demand.
				  sources: [judgement]
				""").survival()).isNotEmpty();
	}

	@Test
	void changesNamedAreAllTheSmallestOnesThatWork() {
		assertThat(PROOFS.counterfactuals(new Changes(BOOK.decision())::from)).isEmpty();
	}

	@Test
	void aChangeThatIsMissingOrNotTrueIsFound() {
		Changes changes = new Changes(BOOK.decision());
		assertThat(PROOFS.counterfactuals((one) -> {
			List<int[]> found = changes.from(one);
			return found.isEmpty() ? found : found.subList(1, found.size());
		})).isNotEmpty();
		assertThat(PROOFS.counterfactuals((one) -> {
			List<int[]> found = new ArrayList<>(changes.from(one));
			found.add(new int[] { 0, BOOK.decision().option(0, BOOK.decision().digit(one, 0)) });
			return found;
		})).isNotEmpty();
	}

	@Test
	void everySettingHasOneValueAndEveryDeclaredValueIsReached() {
		assertThat(PROOFS.settings(BOOK.resolver())).isEmpty();
	}

	@Test
	void aContradictionOfTwoRulesIsRefusedAndWouldBeFound() {
		String contradiction = """
				- id: says-otherwise
				  when: { rto: [30s] }
				  then: { set: { ttl: "30" } }
				  because: It disagrees with a rule of timers.yaml.
				  sources: [judgement]
				""";
		assertThatExceptionOfType(RuleFileException.class).isThrownBy(() -> broken("settings.yaml", contradiction))
			.withMessageContaining("Rule 'says-otherwise' sets 'ttl' to 30")
			.withMessageContaining("short-ttl-on-fast-storage");
		Rule ttl = BOOK.resolver().setting("ttl").get(0);
		List<Rule> rules = new ArrayList<>(BOOK.rules());
		rules.add(new Rule("says-otherwise", "settings.yaml", ttl.when(), ttl.design(),
				List.of(new Effect.SetValue("ttl", "30")), "It disagrees.", ttl.sources()));
		assertThat(PROOFS.settings(new Resolver(BOOK.resolver().declarations(), rules)))
			.anySatisfy((wrong) -> assertThat(wrong).startsWith("ttl is set to"));
	}

	@Test
	void aValueThatNothingSetsIsFound() throws RuleFileException {
		SortedMap<String, String> texts = new TreeMap<>(RuleFiles.bundled().texts());
		texts.computeIfPresent("settings.yaml",
				(name, text) -> text.replace("[\"20\", \"30\"]", "[\"20\", \"25\", \"30\"]"));
		RuleBook book = new RuleBookReader(new RuleFiles(texts, List.of()), Known.ANYTHING).read();
		assertThat(new Proofs(book).settings(book.resolver())).containsExactly("ttl is never 25");
	}

	private static Proofs broken(String file, String rule) throws RuleFileException {
		SortedMap<String, String> texts = new TreeMap<>(RuleFiles.bundled().texts());
		texts.merge(file, rule, (text, more) -> text + more);
		return new Proofs(new RuleBookReader(new RuleFiles(texts, List.of()), Known.ANYTHING).read());
	}

}
