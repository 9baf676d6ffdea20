package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes at the end of a test run what each class and each part of the lab took, and what
 * was left out and why: into the file that the system property {@code advisor.took}
 * names, and as a table for people.
 */
public final class Took implements TestExecutionListener {

	private static final String FILE = System.getProperty("advisor.took", "");

	private static final Queue<Row> PARTS = new ConcurrentLinkedQueue<>();

	private final Queue<Row> classes = new ConcurrentLinkedQueue<>();

	private final Queue<Row> leftOut = new ConcurrentLinkedQueue<>();

	private final Map<String, Long> begun = new ConcurrentHashMap<>();

	private final long began = System.nanoTime();

	/**
	 * A line of the table.
	 *
	 * @param kind {@code class}, {@code part}, {@code left out} or {@code all}
	 * @param seconds how long; zero for what was left out
	 * @param name of the class or part
	 * @param why it was left out
	 */
	private record Row(String kind, double seconds, String name, String why) {

		String tabbed() {
			return "%s\t%.1f\t%s\t%s\n".formatted(this.kind, this.seconds, this.name, this.why);
		}

		String aligned() {
			String time = this.kind.equals("left out") ? this.kind : String.format(Locale.ROOT, "%.1f s", this.seconds);
			return "%10s  %s%s\n".formatted(time, this.name, this.why.isEmpty() ? "" : ": " + this.why);
		}

	}

	/** Notes a part of a test. */
	static void part(String name, double seconds) {
		PARTS.add(new Row("part", seconds, name, ""));
	}

	@Override
	public void executionStarted(TestIdentifier test) {
		this.begun.put(test.getUniqueId(), System.nanoTime());
	}

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		Long start = this.begun.remove(test.getUniqueId());
		if (start != null && test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
			this.classes.add(new Row("class", since(start), name(test), ""));
		}
	}

	@Override
	public void executionSkipped(TestIdentifier test, String reason) {
		this.leftOut.add(new Row("left out", 0, name(test), reason.replaceAll("\\s+", " ")));
	}

	@Override
	public void testPlanExecutionFinished(TestPlan plan) {
		if (FILE.isEmpty()) {
			return;
		}
		Row all = new Row("all", since(this.began), "everything", "");
		StringBuilder tabbed = new StringBuilder("kind\tseconds\tname\twhy\n");
		this.classes.forEach((row) -> tabbed.append(row.tabbed()));
		PARTS.forEach((row) -> tabbed.append(row.tabbed()));
		this.leftOut.forEach((row) -> tabbed.append(row.tabbed()));
		tabbed.append(all.tabbed());
		Path file = Path.of(FILE);
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, tabbed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
		System.out.print(table(all));
	}

	/** For people: only what takes a second is worth a line. */
	private String table(Row all) {
		String classes = this.classes.stream()
			.filter((row) -> row.seconds() >= 1)
			.sorted((one, other) -> Double.compare(other.seconds(), one.seconds()))
			.map(Row::aligned)
			.collect(Collectors.joining());
		String parts = PARTS.stream().map(Row::aligned).collect(Collectors.joining());
		String leftOut = this.leftOut.stream().map(Row::aligned).collect(Collectors.joining());
		return "\nWhat it took, in full in " + FILE + ":\n\n" + classes + (parts.isEmpty() ? "" : "\n" + parts)
				+ (leftOut.isEmpty() ? "" : "\n" + leftOut) + "\n" + all.aligned() + "\n";
	}

	private static double since(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	private static String name(TestIdentifier test) {
		return test.getSource()
			.filter(ClassSource.class::isInstance)
			.map((source) -> ((ClassSource) source).getClassName().replace("dev.pghaadvisor.", ""))
			.orElseGet(() -> test.getParentId().orElse("").replaceAll(".*\\.(\\w+)\\].*", "$1") + " "
					+ test.getDisplayName());
	}

}
