package dev.pghaadvisor.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pghaadvisor.bundle.Piece;
import dev.pghaadvisor.bundle.Room;
import dev.pghaadvisor.plan.Invariant;
import dev.pghaadvisor.plan.Invariants;
import dev.pghaadvisor.rules.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the list of rooms equal to the tree. */
class PartsTests {

	private static final Path ROOMS = Path.of("src", "main", "java", "dev", "pghaadvisor", "parts");

	private static final Path TEMPLATES = Path.of("src", "main", "jte");

	private static final List<String> IDS = Parts.rooms().stream().map(Room::id).toList();

	@Test
	void everyPackageIsARoomOfTheListAndTheOtherWayRound() throws IOException {
		assertThat(IDS).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(folders(ROOMS));
		assertThat(Parts.rooms()).allSatisfy((room) -> assertThat(room.part().getClass().getPackageName())
			.isEqualTo("dev.pghaadvisor.parts." + room.id())
			.isEqualTo(room.furnishing().getClass().getPackageName()));
	}

	@Test
	void everyFolderOfTemplatesIsARoomsButThatOfTheBundle() throws IOException {
		Set<String> folders = folders(TEMPLATES);
		assertThat(folders.remove("bundle")).isTrue();
		assertThat(IDS).containsAll(folders);
	}

	/** A misspelt name of a piece would leave it out in silence. */
	@Test
	void everyTemplateOfARoomIsAPieceOrRenderedByItsFurnishing() throws IOException {
		Set<String> pieces = Stream.of(Piece.values()).map(Piece::template).collect(Collectors.toSet());
		for (String id : IDS) {
			String sources = sources(ROOMS.resolve(id));
			assertThat(files(TEMPLATES.resolve(id))).as(id)
				.allMatch((name) -> pieces.contains(name) || sources.contains(".render(\"" + name + "\""));
		}
	}

	@Test
	void everyPieceIsFilledBySomeRoom() throws IOException {
		Set<String> filled = new TreeSet<>();
		for (String id : IDS) {
			filled.addAll(files(TEMPLATES.resolve(id)));
		}
		assertThat(filled).containsAll(Stream.of(Piece.values()).map(Piece::template).toList());
	}

	@Test
	void noTwoInvariantsHaveOneName() {
		assertThat(Invariants.with(Parts.all())).extracting(Invariant::name).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@EnumSource
	void aGoodPlanBreaksNothing(Design design) {
		assertThat(new Spoilt(design).plan().hosts()).isNotEmpty();
	}

	private static Set<String> folders(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(Files::isDirectory)
				.map((path) -> path.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Set<String> files(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return Set.of();
		}
		try (Stream<Path> all = Files.list(folder)) {
			return all.map((path) -> path.getFileName().toString().replace(".jte", "")).collect(Collectors.toSet());
		}
	}

	private static String sources(Path folder) throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> all = Files.list(folder)) {
			for (Path path : all.toList()) {
				text.append(Files.readString(path));
			}
		}
		return text.toString();
	}

}
