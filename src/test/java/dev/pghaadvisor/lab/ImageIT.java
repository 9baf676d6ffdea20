package dev.pghaadvisor.lab;

import java.nio.file.Path;
import java.util.List;

import dev.pghaadvisor.plan.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@Requires(Requirement.LAB)
class ImageIT {

	@ParameterizedTest
	@EnumSource(Platform.class)
	void theServerHasNoDatabaseButOffersItsPackages(Platform platform) {
		Path root = Image.server(platform).root();
		assertThat(root.resolve("usr/bin/python3")).exists();
		assertThat(root.resolve("usr/bin/patroni")).doesNotExist();
		assertThat(root.resolve("usr/sbin/haproxy")).doesNotExist();
		assertThat(root.resolve("srv/packages/Packages")).content().contains("Package: patroni");
		assertThat(root.resolve("etc/postgresql")).doesNotExist();
	}

	@ParameterizedTest
	@EnumSource(Platform.class)
	void theToolsAreThoseOfThePlatform(Platform platform) {
		Path root = Image.tools(platform).root();
		assertThat(root.resolve("etc/os-release")).content().contains("VERSION_ID=\"" + platform.debian() + "\"");
		assertThat(root.resolve("usr/lib/postgresql/" + platform.postgresql() + "/bin/postgres")).exists();
		assertThat(root.resolve("usr/bin/ansible-playbook")).exists();
	}

	@Test
	void anotherPackageListIsAnotherImage() {
		assertThat(new Image(Platform.DEBIAN_13, "tools", List.of("curl"), List.of()).key())
			.isNotEqualTo(Image.tools(Platform.DEBIAN_13).key());
	}

}
