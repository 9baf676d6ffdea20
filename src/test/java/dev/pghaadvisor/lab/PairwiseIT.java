package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.pghaadvisor.bundle.Bundle;
import dev.pghaadvisor.bundle.BundleFile;
import dev.pghaadvisor.bundle.Pairwise;
import dev.pghaadvisor.bundle.Persona;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Inventory;
import dev.pghaadvisor.plan.Platform;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.questionnaire.Answers;
import dev.pghaadvisor.rules.Advice;
import dev.pghaadvisor.rules.RuleBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every pair of answers, and every persona, all the way through the programs of its
 * platform. Of equal hosts one stands for all, and a file that was found good is not read
 * again.
 */
@Requires(Requirement.LAB)
class PairwiseIT {

	/** One of each kind, with the address of the examples. */
	private static final Map<String, String> HOSTS = Map.of("pg1", "192.0.2.11", "etcd1", "192.0.2.21", "lb1",
			"192.0.2.31");

	private static final String BUNDLE = "/root/bundle/";

	/** PostgreSQL reads settings without a server. */
	private static final String SETTINGS = "runuser -u postgres -- /usr/lib/postgresql/*/bin/postgres -D /srv "
			+ "-c config_file=/srv/postgresql.conf -C min_wal_size";

	private static final Map<Platform, Enclosure> ENCLOSURES = new EnumMap<>(Platform.class);

	private static final List<LoadedPatroni> PATRONIS = new ArrayList<>();

	private final Map<String, Double> seconds = new TreeMap<>();

	private final Set<Platform> broken = EnumSet.noneOf(Platform.class);

	private final Set<String> read = new HashSet<>();

	private final Set<String> shapes = new TreeSet<>();

	private final List<String> complaints = new ArrayList<>();

	@BeforeAll
	static void open() {
		for (Platform platform : Platform.values()) {
			Enclosure enclosure = Enclosure.open();
			ENCLOSURES.put(platform, enclosure);
			Network.alone(enclosure, "person", "192.0.2.9/24", "eth0");
			HOSTS.forEach((name, address) -> Network.alone(enclosure, name, address + "/24", "eth0"));
		}
	}

	@AfterAll
	static void close() {
		PATRONIS.forEach(LoadedPatroni::close);
		ENCLOSURES.values().forEach(Enclosure::close);
	}

	@Test
	void everyFileOfEveryPairPassesItsProgram() throws IOException {
		RuleBook book = RuleBook.bundled();
		Map<Platform, Map<String, Root>> roots = new EnumMap<>(Platform.class);
		ENCLOSURES.forEach((platform, enclosure) -> roots.put(platform, roots(platform, enclosure)));
		List<Map<String, String>> sets = new ArrayList<>(Pairwise.of(book.questionnaire()));
		Arrays.stream(Persona.values()).map(Persona::answers).forEach(sets::add);
		for (Map<String, String> answers : sets) {
			Advice advice = book.advise(Answers.of(book.questionnaire(), answers));
			if (advice.design() != null) {
				Shape shape = Shape.of(advice);
				ClusterPlan plan = Parts.plan(advice, Inventory.example(shape));
				this.shapes.add(shape.id());
				Map<String, Root> mine = roots.get(shape.platform());
				assertThat(mine).isNotNull();
				Work.HEAVY.during(() -> {
					check(shape.platform(), Parts.bundle(plan, Map.of()), mine, answers);
					return mine;
				});
			}
		}
		this.seconds.forEach((what, seconds) -> Took.part("every pair of answers: " + what, seconds));
		assertThat(this.complaints).isEmpty();
		assertThat(this.shapes).containsAll(Arrays.stream(Persona.values()).map(Persona::shape).toList())
			.anyMatch((shape) -> shape.endsWith("external-lb"));
		System.out.println("Pairwise: " + this.read.size() + " files read, of shapes " + this.shapes);
	}

	private static Map<String, Root> roots(Platform platform, Enclosure enclosure) {
		Image tools = Image.tools(platform);
		Root database = enclosure.root("pg1", tools);
		PATRONIS.add(LoadedPatroni.in(database));
		return Map.of("person", enclosure.root("person", tools), "pg1", database, "etcd1",
				enclosure.root("etcd1", tools), "lb1", enclosure.root("lb1", tools));
	}

	private void check(Platform platform, Bundle bundle, Map<String, Root> roots, Map<String, String> answers)
			throws IOException {
		Root person = roots.get("person");
		assertThat(person).isNotNull();
		person.script("rm -rf " + BUNDLE).run().orThrow();
		for (BundleFile file : bundle.files().values()) {
			write(person.file(BUNDLE + file.path()), file);
			String[] parts = file.path().split("/", 3);
			Root host = (parts.length == 3) ? roots.get(parts[1]) : null;
			if (host != null) {
				write(host.file("/" + parts[2]), file);
			}
		}
		for (BundleFile file : bundle.files().values()) {
			String[] parts = file.path().split("/", 3);
			Root host = (parts.length == 3) ? roots.get(parts[1]) : person;
			for (Check check : Check.values()) {
				if (host != null && check.reads(file.path())
						&& this.read.add(platform + " " + check + " " + file.path() + file.text())) {
					String path = (parts.length == 3) ? "/" + parts[2] : BUNDLE + file.path();
					note(timed(check.name(), () -> check.of(host, path)), check + " about " + file.path(), answers);
				}
			}
			if (host != null && file.path().endsWith("/patroni/config.yml")
					&& this.read.add(platform + " settings " + file.text())) {
				Files.writeString(host.file("/srv/postgresql.conf"), settings(file.text()));
				note(timed("SETTINGS", () -> host.script(SETTINGS).run()), "PostgreSQL about " + file.path(), answers);
				if (this.broken.add(platform)) {
					assertThat(noticed(host, file)).as("a broken file").isTrue();
				}
			}
		}
	}

	/** What a Patroni file has PostgreSQL run with. */
	private static String settings(String patroni) {
		Map<?, ?> config = new Yaml(new SafeConstructor(new LoaderOptions())).load(patroni);
		Map<Object, Object> values = new LinkedHashMap<>();
		values.putAll(map(map(map(map(config, "bootstrap"), "dcs"), "postgresql"), "parameters"));
		values.putAll(map(map(config, "postgresql"), "parameters"));
		StringBuilder settings = new StringBuilder();
		values.forEach((name, value) -> settings.append(name)
			.append(" = '")
			.append(String.valueOf(value).replace("'", "''"))
			.append("'\n"));
		return settings.toString();
	}

	private static Map<?, ?> map(Map<?, ?> parent, String key) {
		assertThat(parent.get(key)).as(key).isInstanceOf(Map.class);
		return (Map<?, ?>) parent.get(key);
	}

	/** The one process that stands for Patroni complains as Patroni itself does. */
	private static boolean noticed(Root host, BundleFile file) throws IOException {
		Path path = host.file("/" + file.path().split("/", 3)[2]);
		Files.writeString(path, file.text() + Check.PATRONI.breakage());
		boolean failed = Check.PATRONI.of(host, "/" + file.path().split("/", 3)[2]).failed();
		write(path, file);
		return failed;
	}

	private Output timed(String what, Supplier<Output> work) {
		long start = System.nanoTime();
		Output output = work.get();
		this.seconds.merge(what, (System.nanoTime() - start) / 1e9, Double::sum);
		return output;
	}

	private void note(Output output, String what, Map<String, String> answers) {
		if (output.failed()) {
			this.complaints.add(what + " from " + answers + ": " + output.text());
		}
	}

	private static void write(Path path, BundleFile file) throws IOException {
		Files.createDirectories(path.getParent());
		Files.write(path, file.bytes());
		Files.setPosixFilePermissions(path,
				PosixFilePermissions.fromString((file.mode() == 0755) ? "rwxr-xr-x" : "rw-r--r--"));
	}

}
