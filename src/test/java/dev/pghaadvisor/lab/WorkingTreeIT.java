package dev.pghaadvisor.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Requires(Requirement.GIT)
class WorkingTreeIT {

	@TempDir
	private Path folder;

	private Path sources;

	private Path copy;

	@BeforeEach
	void writeSources() throws IOException {
		this.sources = this.folder.resolve("sources");
		this.copy = this.folder.resolve("copy");
		for (String file : new String[] { "pom.xml", "src/main/data/A.java", "target/a.jar", "data/advisor.mv.db" }) {
			Path path = this.sources.resolve(file);
			Files.createDirectories(path.getParent());
			Files.writeString(path, file);
		}
	}

	@Test
	void leavesOutWhatBuildingAndRunningLeaves() {
		new WorkingTree(this.sources).copyTo(this.copy);
		assertThat(this.copy).isDirectoryRecursivelyContaining("glob:**/src/main/data/A.java")
			.isDirectoryRecursivelyContaining("glob:**/pom.xml");
		assertThat(this.copy.resolve("target")).doesNotExist();
		assertThat(this.copy.resolve("data")).doesNotExist();
	}

	@Test
	void leavesOutWhatGitIgnores() throws IOException {
		Files.writeString(this.sources.resolve(".gitignore"), "*.xml\n");
		Command.of("git", "init", "--quiet").in(this.sources).run().orThrow();
		new WorkingTree(this.sources).copyTo(this.copy);
		assertThat(this.copy.resolve("pom.xml")).doesNotExist();
		assertThat(this.copy.resolve(".git")).doesNotExist();
		assertThat(this.copy.resolve("target/a.jar")).exists();
	}

	@Test
	void leavesOutWhatIsDeletedButNotYetCommitted() throws IOException {
		Command.of("git", "init", "--quiet").in(this.sources).run().orThrow();
		Command.of("git", "add", "pom.xml").in(this.sources).run().orThrow();
		Files.delete(this.sources.resolve("pom.xml"));
		new WorkingTree(this.sources).copyTo(this.copy);
		assertThat(this.copy.resolve("pom.xml")).doesNotExist();
		assertThat(this.copy.resolve("src/main/data/A.java")).exists();
	}

}
