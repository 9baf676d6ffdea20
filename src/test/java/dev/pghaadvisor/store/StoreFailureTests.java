package dev.pghaadvisor.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;

import dev.pghaadvisor.AdvisorApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Tests for {@link StoreFailure}. */
@ExtendWith(OutputCaptureExtension.class)
class StoreFailureTests {

	@Test
	void aSecondInstanceIsToldSo(@TempDir Path folder, CapturedOutput output) throws Exception {
		DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("store"), "sa", "").close();
		// As another process would: within this one H2 would share it.
		try (FileChannel file = FileChannel.open(folder.resolve("store.mv.db"), StandardOpenOption.WRITE);
				FileLock lock = file.lock()) {
			assertThat(lock.isValid()).isTrue();
			start(folder.resolve("store").toString());
		}
		assertThat(output).contains("APPLICATION FAILED TO START", "another instance of this one", "--advisor.data=")
			.doesNotContain("\tat org.h2");
	}

	@Test
	void aNameWithoutAFolderIsExplained(CapturedOutput output) {
		start("store");
		assertThat(output).contains("advisor.data is not the name of a store", "--advisor.data=./data/advisor");
	}

	@Test
	void aDamagedFileIsCalledDamaged(@TempDir Path folder, CapturedOutput output) throws IOException {
		Files.write(folder.resolve("store.mv.db"), "no database at all".repeat(1000).getBytes());
		start(folder.resolve("store").toString());
		assertThat(output).contains("The store's file is damaged", "Put back a copy");
	}

	@Test
	void aStoreThatCannotBeWrittenIsNotOpened(@TempDir Path folder, CapturedOutput output) throws Exception {
		String url = "jdbc:h2:file:" + folder.resolve("store");
		SpringApplication.run(AdvisorApplication.class, "--spring.datasource.url=" + url, "--server.port=0").close();
		assertThatException().isThrownBy(() -> SpringApplication.run(AdvisorApplication.class,
				"--spring.datasource.url=" + url + ";ACCESS_MODE_DATA=r", "--server.port=0"));
		assertThat(output).contains("APPLICATION FAILED TO START", "The store's file or folder cannot be written");
	}

	private static void start(String data) {
		assertThatException().isThrownBy(
				() -> SpringApplication.run(AdvisorApplication.class, "--advisor.data=" + data, "--server.port=0"));
	}

}
