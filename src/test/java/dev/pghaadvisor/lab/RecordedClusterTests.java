package dev.pghaadvisor.lab;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link RecordedCluster}. */
class RecordedClusterTests {

	@ParameterizedTest
	@ValueSource(strings = { "debian-13-simple-3", "debian-13-full-8", "debian-13-full-5", "debian-13-full-3",
			"debian-12-simple-3", "debian-12-full-8" })
	void aShapeIsRecordedWithDefaultAnswersAndWithThoseThatAllowNoLoss(String shape) {
		assertThat(RecordedCluster.of(shape).plan().synchronous().on()).isFalse();
		assertThat(RecordedCluster.of(shape).plan().patroni().ttl()).isEqualTo(30);
		RecordedCluster strict = RecordedCluster.of(shape + "-rpo-zero-rto-30s");
		assertThat(strict.plan().synchronous().on()).isTrue();
		assertThat(strict.plan().patroni().ttl()).isEqualTo(20);
		assertThat(strict.plan().shape().id()).isEqualTo(shape);
		assertThat(strict.altered()).isEmpty();
	}

	@Test
	void debian12IsRecordedOnceMoreThroughTheApiThatLosesWrites() {
		RecordedCluster altered = RecordedCluster.of("debian-12-simple-3-rpo-zero-rto-30s-etcd3");
		assertThat(altered.altered()).contains("etcd3");
		assertThat(altered.options()).isEqualTo(RecordedCluster.of("debian-12-simple-3-rpo-zero-rto-30s").options());
	}

	@ParameterizedTest
	@ValueSource(strings = { "debian-11-simple-3", "debian-13-simple-3-fast", "debian-13-full-8-rpo-zero" })
	void anythingElseIsRefusedWithWhatThereIs(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordedCluster.of(name))
			.withMessageContaining("There are the shapes")
			.withMessageContaining("rpo-zero-rto-30s");
	}

}
