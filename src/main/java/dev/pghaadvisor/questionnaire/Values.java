package dev.pghaadvisor.questionnaire;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.pghaadvisor.yaml.Nearest;

/**
 * What the code can make of the words in a rule file. The file may offer fewer words,
 * never others.
 *
 * @param <T> what a word means
 */
public final class Values<T> {

	/** Longer texts are no numbers that anybody wants. */
	private static final int MOST_DIGITS = 18;

	private final Function<String, Optional<T>> reader;

	private final Function<String, String> hint;

	private Values(Function<String, Optional<T>> reader, Function<String, String> hint) {
		this.reader = reader;
		this.hint = hint;
	}

	/** The names of an enumeration. */
	public static <T extends Enum<T> & Named> Values<T> of(Class<T> type) {
		List<String> names = Arrays.stream(type.getEnumConstants()).map(Named::id).toList();
		return new Values<>((word) -> Named.find(type, word), (word) -> Nearest.hint(word, names));
	}

	/** Few words and what each means. */
	public static <T> Values<T> of(Map<String, T> meanings) {
		List<String> names = meanings.keySet().stream().sorted().toList();
		return new Values<>((word) -> Optional.ofNullable(meanings.get(word)), (word) -> Nearest.hint(word, names));
	}

	/** Whole numbers as PostgreSQL and Patroni take them, both bounds included. */
	public static Values<Integer> numbers(int from, int to) {
		return whole(from, to, Long::intValue);
	}

	/** Whole numbers of bytes, both bounds included. */
	public static Values<Long> bytes(long from, long to) {
		return whole(from, to, Function.identity());
	}

	/** Numbers with decimals, both bounds included, kept as they are written. */
	public static Values<BigDecimal> decimals(int from, int to) {
		return new Values<>((word) -> read(word, "[0-9]+(\\.[0-9]+)?").filter((number) -> within(number, from, to)),
				(word) -> "it takes a number from " + from + " to " + to);
	}

	/** The same values, and a word that stands for none of them. */
	public Values<Optional<T>> orNone(String none) {
		return new Values<>((word) -> word.equals(none) ? Optional.of(Optional.empty()) : read(word).map(Optional::of),
				(word) -> this.hint.apply(word) + " or " + none);
	}

	private static <T> Values<T> whole(long from, long to, Function<Long, T> meaning) {
		return new Values<>(
				(word) -> read(word, "[0-9]+").filter((number) -> within(number, from, to))
					.map((number) -> meaning.apply(number.longValueExact())),
				(word) -> "it takes a whole number from " + from + " to " + to);
	}

	private static Optional<BigDecimal> read(String word, String form) {
		return (word.length() <= MOST_DIGITS && word.matches(form)) ? Optional.of(new BigDecimal(word))
				: Optional.empty();
	}

	private static boolean within(BigDecimal number, long from, long to) {
		return number.compareTo(BigDecimal.valueOf(from)) >= 0 && number.compareTo(BigDecimal.valueOf(to)) <= 0;
	}

	/** What a word means; empty if the code cannot make anything of it. */
	public Optional<T> read(String word) {
		return this.reader.apply(word);
	}

	/** A clause for the end of a message about a word that means nothing here. */
	public String hint(String word) {
		return this.hint.apply(word);
	}

}
