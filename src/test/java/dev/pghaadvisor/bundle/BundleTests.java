package dev.pghaadvisor.bundle;

import java.util.List;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BundleTests {

	private static final BundleFile SCRIPT = BundleFile.runnable("hosts/pg1/install.sh", "#!/bin/sh\n", "Installs.");

	private static final BundleFile PAGE = BundleFile.plain("README.md", "Read me.\n", "Explains.");

	@Test
	void filesOfAZipAreSortedDatedAlikeAndKeepTheirModes() throws Exception {
		Bundle bundle = new Bundle("main-simple", List.of(SCRIPT, PAGE));
		try (ZipFile zip = ZipFile.builder()
			.setSeekableByteChannel(new SeekableInMemoryByteChannel(bundle.zip()))
			.get()) {
			List<ZipArchiveEntry> entries = java.util.Collections.list(zip.getEntries());
			assertThat(entries).extracting(ZipArchiveEntry::getName)
				.containsExactly("main-simple/README.md", "main-simple/hosts/pg1/install.sh");
			assertThat(entries).extracting((entry) -> entry.getUnixMode() & 0777).containsExactly(0644, 0755);
			assertThat(entries).extracting((entry) -> entry.getTimeLocal().getYear()).containsOnly(1980);
		}
	}

	@Test
	void theSameFilesInAnyOrderMakeTheSameBytes() {
		assertThat(new Bundle("a-full", List.of(PAGE, SCRIPT)).zip())
			.isEqualTo(new Bundle("a-full", List.of(SCRIPT, PAGE)).zip());
	}

	@Test
	void anotherByteMakesAnotherChecksum() {
		BundleFile other = BundleFile.plain("README.md", "Read me!\n", "Explains.");
		assertThat(new Bundle("a-full", List.of(other)).sha256())
			.isNotEqualTo(new Bundle("a-full", List.of(PAGE)).sha256());
	}

	@Test
	void pathsThatLeaveTheFolderAreRefused() {
		for (String path : List.of("../x", "/etc/passwd", "a/../b", "a//b", "a\nb", "", "a/", ".ssh/x")) {
			assertThatIllegalArgumentException().isThrownBy(() -> BundleFile.plain(path, "", "Why."));
		}
	}

	@Test
	void twoFilesCannotHaveOnePath() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Bundle("a-full", List.of(PAGE, PAGE)))
			.withMessageContaining("README.md");
	}

}
