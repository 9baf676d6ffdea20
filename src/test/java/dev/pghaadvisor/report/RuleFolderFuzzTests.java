package dev.pghaadvisor.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import dev.pghaadvisor.AdvisorApplication;
import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.advice.Consultation;
import dev.pghaadvisor.advice.KnownChoices;
import dev.pghaadvisor.advice.Rehearsal;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Option;
import dev.pghaadvisor.questionnaire.Question;
import dev.pghaadvisor.rules.Preset;
import dev.pghaadvisor.rules.RuleBook;
import dev.pghaadvisor.rules.RuleFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Changes the shipped rule folder at random. Each folder is either refused at the start,
 * with a file and a line or with the answers that show what is wrong, or serves every
 * answer. {@code -Drules.fuzz=5000} tries so many folders, {@code -Drules.fuzz.seed=7}
 * starts elsewhere.
 */
class RuleFolderFuzzTests {

	private static final int FOLDERS = Integer.getInteger("rules.fuzz", 6);

	private static final long SEED = Long.getLong("rules.fuzz.seed", 20_260);

	/**
	 * Where a problem is: a line, two rules by their names, the answers, or the
	 * questions.
	 */
	private static final String PLACE = "(?s)[a-z]+\\.yaml:[0-9]+:[0-9]+: .+|[a-z]+\\.yaml: Rule '.+' in [a-z]+\\.yaml .+"
			+ "|With .+: .+|The rules that (decide|set) .+";

	@TempDir
	Path folder;

	@Test
	void aChangedFolderIsRefusedAtTheStartOrServesEveryAnswer() throws IOException {
		int refused = 0;
		int served = 0;
		for (int index = 0; index < FOLDERS; index++) {
			Mutant mutant = new Mutant(SEED + index);
			Path rules = Files.createDirectory(this.folder.resolve("rules" + index));
			mutant.write(rules);
			try {
				RuleBook book = RuleBook.load(rules, KnownChoices.ALL);
				Rehearsal.of(book, KnownChoices.ALL);
				assertThatCode(() -> serve(book, 3)).as("%d: %s", SEED + index, mutant).doesNotThrowAnyException();
				served++;
			}
			catch (RuleFileException ex) {
				assertThat(ex.problems()).as("%d: %s", SEED + index, mutant)
					.isNotEmpty()
					.allSatisfy((problem) -> assertThat(problem).matches(PLACE));
				refused++;
			}
		}
		assertThat(refused).isGreaterThan(FOLDERS / 10);
		assertThat(served).isGreaterThan(FOLDERS / 10);
	}

	@Test
	void theShippedFolderServesEveryAnswer() throws Exception {
		RuleBook book = RuleBook.load(Path.of("rules"), KnownChoices.ALL);
		Rehearsal.of(book, KnownChoices.ALL);
		serve(book, 1);
	}

	@Test
	void theApplicationServesAFolderThatACompanyChanged() throws Exception {
		Path rules = this.folder.resolve("own");
		Files.createDirectory(rules);
		for (long seed = SEED; !accepted(new Mutant(seed), rules); seed++) {
			assertThat(seed).isLessThan(SEED + 100);
		}
		try (ConfigurableApplicationContext application = SpringApplication.run(AdvisorApplication.class,
				"--advisor.rules=" + rules, "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:own-rules")) {
			String base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
			HttpClient client = HttpClient.newHttpClient();
			for (String path : List.of("/", "/advisor", "/advice", "/advice?hosts=two", "/advice?rto=30s", "/rules",
					"/api/v1/questionnaire")) {
				assertThat(status(client, HttpRequest.newBuilder(URI.create(base + path)))).as(path).isEqualTo(200);
			}
			for (String path : List.of("/api/v1/advice", "/api/v1/bundle.zip")) {
				assertThat(status(client,
						HttpRequest.newBuilder(URI.create(base + path))
							.header("Content-Type", "application/json")
							.POST(HttpRequest.BodyPublishers.ofString("{\"answers\":{}}"))))
					.as(path)
					.isLessThan(500);
			}
		}
	}

	private static boolean accepted(Mutant mutant, Path rules) throws IOException {
		mutant.write(rules);
		try {
			Rehearsal.of(RuleBook.load(rules, KnownChoices.ALL), KnownChoices.ALL);
			return true;
		}
		catch (RuleFileException ex) {
			return false;
		}
	}

	private static int status(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
	}

	/**
	 * This is what visitors met before folders were compared, so the test would notice.
	 */
	@Test
	void anOptionThatNobodyComparesBreaksAnAnswer() throws Exception {
		try (Stream<Path> files = Files.list(Path.of("rules"))) {
			for (Path file : files.toList()) {
				Files.copy(file, this.folder.resolve(file.getFileName()));
			}
		}
		Path questionnaire = this.folder.resolve("questionnaire.yaml");
		String option = "        - { id: 30s, label: 30 seconds, meaning: \"Up to 30 s without writes.\" }\n";
		String shipped = Files.readString(questionnaire);
		assertThat(shipped).contains(option);
		Files.writeString(questionnaire, shipped.replace(option, option + option.replace("30", "10")));
		List<Choice<?>> known = new ArrayList<>(KnownChoices.ALL);
		known.removeIf((choice) -> choice.id().equals("rto"));
		RuleBook book = RuleBook.load(this.folder, known);
		assertThatIllegalArgumentException().isThrownBy(() -> serve(book, 1))
			.withMessageContaining("\"10s\" is no value of rto");
	}

	/**
	 * Defaults, presets, every option of every question once, and many answers at random;
	 * or a part of them.
	 */
	private static void serve(RuleBook book, int step) {
		Advisor advisor = new Advisor(book, Measurements.of(Map.of()));
		ReportWriter writer = new ReportWriter(advisor);
		List<Map<String, String>> answers = new ArrayList<>(List.of(Map.of()));
		answers.addAll(book.presets().stream().map(Preset::answers).toList());
		for (Question question : book.questionnaire().questions()) {
			for (Option option : question.options()) {
				answers.add(Map.of(question.id(), option.id()));
			}
			answers.add(Map.of(question.id(), Question.NOT_SURE));
		}
		Random random = new Random(SEED);
		for (int index = 0; index < 120; index++) {
			Map<String, String> given = new HashMap<>();
			for (Question question : book.questionnaire().questions()) {
				given.put(question.id(), question.options().get(random.nextInt(question.options().size())).id());
			}
			answers.add(given);
		}
		for (int index = 0; index < answers.size(); index += step) {
			Map<String, String> given = answers.get(index);
			Consultation consultation = advisor.consult(given, Map.of());
			writer.view(consultation);
			if (given.isEmpty() && consultation.hasBundle()) {
				assertThat(writer.bundle(consultation).files()).isNotEmpty();
			}
		}
	}

}
