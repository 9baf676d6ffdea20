package dev.pghaadvisor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;

import dev.pghaadvisor.AdvisorApplication;
import dev.pghaadvisor.report.ReportWriter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports as earlier versions stored them. The fixtures are never written anew: a version
 * that cannot read one would lose the reports of its users.
 */
@SpringBootTest(classes = AdvisorApplication.class, properties = "spring.datasource.url=jdbc:h2:mem:reports")
class StoredSchemasTests {

	@Autowired
	private Reports reports;

	@Autowired
	private ReportWriter writer;

	@Autowired
	private JdbcClient database;

	@Test
	void schemaOneIsReadAndShown() {
		StoredReport report = stored("1");
		assertThat(report.view().schema()).isEqualTo(1);
		assertThat(report.view().headline()).isEqualTo("The simple design fits");
		assertThat(report.view().settings()).isNotEmpty();
		assertThat(report.view().sides()).allSatisfy((side) -> assertThat(side.measured()).isEmpty());
		assertThat(new String(this.writer.html(report.view()))).contains("The simple design fits", "<svg")
			.doesNotContain("Measured");
		assertThat(this.writer.isOutdated(report.rulesVersion(), report.generatorVersion())).isTrue();
	}

	@Test
	void schemaTwoIsReadAndShownWithWhatWasMeasured() {
		StoredReport report = stored("2");
		assertThat(report.view().schema()).isEqualTo(2);
		assertThat(report.view().sides().get(0).measured()).hasSize(5);
		assertThat(new String(this.writer.html(report.view()))).contains("The simple design fits", "Measured",
				"No acknowledged write was lost");
	}

	private StoredReport stored(String schema) {
		String token = schema.repeat(22);
		this.database
			.sql("""
					insert into report (token, deletion_sha256, created, deleted, rules_version, generator_version, answers,
					inventory, snapshot, artifact_sha256) values (?, 'none', ?, false, 'aaaa', '0.1.0', ?, null, ?, null)""")
			.params(token, Timestamp.from(Instant.EPOCH), "{\"criticality\":\"internal\"}",
					fixture("schema-" + schema + ".json"))
			.update();
		return ((Lookup.Found) this.reports.find(token)).report();
	}

	private static String fixture(String name) {
		try {
			return Files.readString(Path.of("src/test/resources/stored", name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No fixture " + name, ex);
		}
	}

}
