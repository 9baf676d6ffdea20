package dev.pghaadvisor.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.forecast.Measurements;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.Counterfactual;
import dev.pghaadvisor.rules.RuleBook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one answer takes on one core: a recommendation with its full explanation, the
 * smallest changes that would change it, and everything up to the zip.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AdvisorBenchmark {

	/** Answers of a preset: one for each design. */
	@Param({ "monitoring", "shop" })
	private String preset = "";

	private RuleBook book = RuleBook.bundled();

	private Advisor advisor = new Advisor(this.book, Measurements.of(Map.of()));

	private ReportWriter writer = new ReportWriter(this.advisor);

	private Answers answers = Answers.of(this.book.questionnaire(), Map.of());

	@Setup(Level.Trial)
	public void choose() {
		this.answers = Answers.of(this.book.questionnaire(),
				this.book.presets()
					.stream()
					.filter((candidate) -> candidate.id().equals(this.preset))
					.findFirst()
					.orElseThrow()
					.answers());
	}

	@Benchmark
	public Advice recommendation() {
		return this.book.advise(this.answers);
	}

	@Benchmark
	public List<Counterfactual> counterfactuals() {
		return this.book.counterfactuals(this.answers);
	}

	@Benchmark
	public byte[] zip() {
		return this.writer.bundle(this.advisor.consult(this.answers.given(), Map.of())).zip();
	}

}
