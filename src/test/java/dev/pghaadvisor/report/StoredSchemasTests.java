package dev.pghaadvisor.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;

import dev.pghaadvisor.AdvisorApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports as earlier versions stored them. The fixtures are never written anew: a version
 * that cannot read one would lose the reports of its users.
 */
@SpringBootTest(classes = AdvisorApplication.class, properties = "spring.datasource.url=jdbc:h2:mem:schemas")
class StoredSchemasTests {

	private static final String TOKEN = "SSSSSSSSSSSSSSSSSSSSSS";

	@Autowired
	private Reports reports;

	@Autowired
	private Advisor advisor;

	@Autowired
	private JdbcClient database;

	@Test
	void schemaOneIsReadAndShown() {
		this.database
			.sql("""
					insert into report (token, deletion_sha256, created, deleted, rules_version, generator_version, answers,
					inventory, snapshot, artifact_sha256) values (?, 'none', ?, false, 'aaaa', '0.1.0', ?, null, ?, null)""")
			.params(TOKEN, Timestamp.from(Instant.EPOCH), "{\"criticality\":\"internal\"}", fixture("schema-1.json"))
			.update();
		StoredReport report = ((Lookup.Found) this.reports.find(TOKEN)).report();
		assertThat(report.view().schema()).isEqualTo(1);
		assertThat(report.view().headline()).isEqualTo("The simple design fits");
		assertThat(report.view().settings()).isNotEmpty();
		assertThat(new String(this.advisor.html(report.view()))).contains("The simple design fits", "<svg");
		assertThat(this.advisor.isOutdated(report)).isTrue();
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
