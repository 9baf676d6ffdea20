package dev.pghaadvisor.lab;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Requires(Requirement.LAB)
class ImageIT {

	@Test
	void theServerHasNoDatabaseButOffersItsPackages() {
		Path root = Image.SERVER.root();
		assertThat(root.resolve("usr/bin/python3")).exists();
		assertThat(root.resolve("usr/bin/patroni")).doesNotExist();
		assertThat(root.resolve("usr/sbin/haproxy")).doesNotExist();
		assertThat(root.resolve("srv/packages/Packages")).content().contains("Package: patroni");
		assertThat(root.resolve("etc/postgresql")).doesNotExist();
	}

	@Test
	void theToolsAreThoseOfDebian13() {
		Path root = Image.TOOLS.root();
		assertThat(root.resolve("usr/lib/postgresql/17/bin/postgres")).exists();
		assertThat(root.resolve("usr/bin/ansible-playbook")).exists();
	}

	@Test
	void anotherPackageListIsAnotherImage() {
		assertThat(new Image("tools", List.of("curl"), List.of()).key()).isNotEqualTo(Image.TOOLS.key());
	}

}
