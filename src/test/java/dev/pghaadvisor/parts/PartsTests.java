package dev.pghaadvisor.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
	void noRoomUsesAnother() {
		assertThat(usesOfOtherRooms("dev.pghaadvisor.parts", new ImportOption.DoNotIncludeTests())).isEmpty();
	}

	@Test
	void aRoomThatUsesAnotherIsNamed() {
		assertThat(usesOfOtherRooms("dev.brokenfixture.rooms", new ImportOption.OnlyIncludeTests()))
			.containsExactly("kitchen -> cellar");
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

	/** The templates see all rooms, since they are compiled into one package. */
	private static Set<String> usesOfOtherRooms(String base, ImportOption which) {
		Set<String> uses = new TreeSet<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(which).importPackages(base)) {
			String room = room(base, type);
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				String other = room(base, dependency.getTargetClass());
				if (!room.isEmpty() && !room.equals("jte") && !other.isEmpty() && !other.equals(room)) {
					uses.add(room + " -> " + other);
				}
			}
		}
		return uses;
	}

	private static String room(String base, JavaClass type) {
		String name = type.getPackageName();
		return name.startsWith(base + ".") ? name.substring(base.length() + 1).split("[.]")[0] : "";
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
