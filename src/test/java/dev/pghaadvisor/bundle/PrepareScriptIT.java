package dev.pghaadvisor.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.pghaadvisor.lab.Requirement;
import dev.pghaadvisor.lab.Requires;
import dev.pghaadvisor.parts.ExamplePlan;
import dev.pghaadvisor.parts.Parts;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Requires(Requirement.SHELL)
class PrepareScriptIT {

	@TempDir
	private Path folder;

	@Test
	void itOnlyAddsFilesBelowSecretsAndHosts() throws Exception {
		Path bundle = unpack("one", Design.SIMPLE);
		Map<String, String> before = content(bundle);
		assertThat(run(bundle, "prepare.sh")).isZero();
		Map<String, String> after = content(bundle);
		assertThat(after).containsAllEntriesOf(before);
		Set<String> added = new TreeSet<>(after.keySet());
		added.removeAll(before.keySet());
		assertThat(added).containsExactlyInAnyOrder("secrets/application", "secrets/replication", "secrets/restapi",
				"secrets/rewind", "hosts/pg1/etc/patroni_env.conf", "hosts/pg2/etc/patroni_env.conf",
				"hosts/pg3/etc/patroni_env.conf", "hosts/pg1/etc/patroni/application_password",
				"hosts/pg2/etc/patroni/application_password", "hosts/pg3/etc/patroni/application_password");
		for (String path : added) {
			assertThat(mode(bundle.resolve(path))).isEqualTo("rw-------");
		}
		assertThat(mode(bundle.resolve("secrets"))).isEqualTo("rwx------");
	}

	@Test
	void aSecondRunChangesNothing() throws Exception {
		Path bundle = unpack("one", Design.SIMPLE);
		assertThat(run(bundle, "prepare.sh")).isZero();
		Map<String, String> once = content(bundle);
		assertThat(run(bundle, "prepare.sh")).isZero();
		assertThat(content(bundle)).isEqualTo(once);
	}

	@Test
	void twoBundlesGetDifferentPasswordsUnlessOneTakesOverTheOthers() throws Exception {
		Path old = unpack("old", Design.SIMPLE);
		Path other = unpack("other", Design.FULL);
		Path heir = unpack("heir", Design.FULL);
		assertThat(run(old, "prepare.sh")).isZero();
		assertThat(run(other, "prepare.sh")).isZero();
		assertThat(run(this.folder, "heir/prepare.sh", "--from", "old")).isZero();
		String secret = Files.readString(old.resolve("secrets/rewind"));
		assertThat(Files.readString(other.resolve("secrets/rewind"))).isNotEqualTo(secret);
		assertThat(Files.readString(heir.resolve("secrets/rewind"))).isEqualTo(secret);
	}

	@Test
	void aChangedFileIsNoticedBeforeAnythingIsMade() throws Exception {
		Path bundle = unpack("one", Design.SIMPLE);
		Files.writeString(bundle.resolve("site.yml"), "- hosts: all\n");
		assertThat(run(bundle, "prepare.sh")).isNotZero();
		assertThat(bundle.resolve("secrets")).doesNotExist();
	}

	@Test
	void aPasswordThatWouldBreakALineIsRefused() throws Exception {
		Path bundle = unpack("one", Design.SIMPLE);
		Files.createDirectory(bundle.resolve("secrets"));
		Files.writeString(bundle.resolve("secrets/rewind"), "abcdefghijklmnopqrst\nPATRONI_NAME=x\n");
		assertThat(run(bundle, "prepare.sh")).isNotZero();
		assertThat(bundle.resolve("hosts/pg1/etc/patroni_env.conf")).doesNotExist();
	}

	private Path unpack(String name, Design design) throws IOException {
		Path bundle = this.folder.resolve(name);
		for (BundleFile file : Parts.bundle(ExamplePlan.of(design), Map.of()).files().values()) {
			Path path = bundle.resolve(file.path());
			Files.createDirectories(path.getParent());
			Files.write(path, file.bytes());
		}
		return bundle;
	}

	private static int run(Path folder, String... words) throws Exception {
		String[] command = Stream.concat(Stream.of("sh"), Stream.of(words)).toArray(String[]::new);
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private static Map<String, String> content(Path folder) throws IOException {
		Map<String, String> content = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				content.put(folder.relativize(path).toString(),
						new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
			}
		}
		return content;
	}

	private static String mode(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
