package dev.pghaadvisor.web.wizard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.pghaadvisor.forecast.Assumptions;
import dev.pghaadvisor.forecast.Event;
import dev.pghaadvisor.plan.ClusterPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What is assumed of a year as a form: a reader's own numbers travel in the link beside
 * the answers, and only those that differ from the usual ones.
 *
 * @param groups one for each event; empty if there is no cluster
 * @param carried what has to stay in the link, by name
 * @param assumptions the usual ones with the reader's numbers in their place, without
 * those that cannot be used; null if there is no cluster
 * @param canonical whether the link says no more than it must
 */
record AssumptionForm(List<Group> groups, Map<String, String> carried, @Nullable Assumptions assumptions,
		boolean canonical) {

	private static final String PREFIX = "assume-";

	private static final String MINUTES = "-minutes";

	/** As many digits as an assumption deserves; the range is checked apart. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}([.][0-9]{1,3})?");

	/** An event with the reason for the usual numbers and one or two fields. */
	record Group(String title, String because, List<FormField> fields) {

	}

	static AssumptionForm of(@Nullable ClusterPlan plan, MultiValueMap<String, String> query) {
		Reader reader = new Reader(query);
		if (plan == null) {
			return new AssumptionForm(List.of(), reader.raw(), null, true);
		}
		Assumptions usual = Assumptions.usual(plan);
		Map<Event, Double> perYear = new EnumMap<>(Event.class);
		Map<Event, Double> minutes = new EnumMap<>(Event.class);
		List<Group> groups = new ArrayList<>();
		for (Event event : Event.values()) {
			List<FormField> fields = new ArrayList<>();
			fields.add(reader.field(PREFIX + event.id(), "Times a year", usual.perYear(event),
					Assumptions.MOST_PER_YEAR, (number) -> perYear.put(event, number)));
			if (event.people()) {
				fields.add(reader.field(PREFIX + event.id() + MINUTES, "Minutes each", usual.minutes(event),
						Assumptions.MOST_MINUTES, (number) -> minutes.put(event, number)));
			}
			groups.add(new Group(event.title(), event.because(), fields));
		}
		return new AssumptionForm(groups, reader.carried, new Assumptions(perYear, minutes), reader.canonical);
	}

	/** A link's parameters without the assumptions, whose names are no questions. */
	static MultiValueMap<String, String> without(MultiValueMap<String, String> query) {
		MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(query);
		rest.keySet().removeAll(names());
		return rest;
	}

	private static List<String> names() {
		List<String> names = new ArrayList<>();
		for (Event event : Event.values()) {
			names.add(PREFIX + event.id());
			if (event.people()) {
				names.add(PREFIX + event.id() + MINUTES);
			}
		}
		return names;
	}

	/** The fields whose number cannot be used, for the list of errors. */
	public List<FormField> wrong() {
		return this.groups.stream()
			.flatMap((group) -> group.fields().stream())
			.filter((field) -> !field.error().isEmpty())
			.toList();
	}

	/** The event that a field belongs to. */
	public String event(FormField field) {
		return this.groups.stream().filter((group) -> group.fields().contains(field)).findFirst().orElseThrow().title();
	}

	/** Whether the reader has numbers of their own. */
	public boolean changed() {
		return !this.carried.isEmpty();
	}

	/** Where a number goes once it is read. */
	private interface Taker {

		void take(double number);

	}

	private static final class Reader {

		private final MultiValueMap<String, String> query;

		private final Map<String, String> carried = new LinkedHashMap<>();

		private boolean canonical = true;

		Reader(MultiValueMap<String, String> query) {
			this.query = query;
		}

		/** Without a cluster nothing is known to be usual, so everything stays. */
		Map<String, String> raw() {
			Map<String, String> raw = new LinkedHashMap<>();
			for (String name : names()) {
				String value = this.query.getFirst(name);
				if (value != null && !value.isBlank()) {
					raw.put(name, value);
				}
			}
			return raw;
		}

		FormField field(String name, String label, double usual, int most, Taker taker) {
			List<String> values = this.query.getOrDefault(name, List.of());
			String typed = values.isEmpty() ? "" : values.get(0).strip();
			String hint = "0 to " + most + ", usually " + text(usual) + ".";
			boolean readable = NUMBER.matcher(typed).matches();
			double number = readable ? Double.parseDouble(typed) : usual;
			if (!typed.isEmpty() && (!readable || number > most)) {
				taker.take(usual);
				this.carried.put(name, typed);
				return new FormField(name, name, label, hint, typed,
						"Valid is: a number from 0 to %d with at most three decimals, such as 0.5. Counted with the usual %s."
							.formatted(most, text(usual)));
			}
			taker.take(number);
			if (number != usual) {
				this.carried.put(name, text(number));
			}
			this.canonical &= values.size() <= 1
					&& (values.isEmpty() ? "" : values.get(0)).equals(this.carried.getOrDefault(name, ""))
					&& (values.isEmpty() || !typed.isEmpty());
			return new FormField(name, name, label, hint, text(number), "");
		}

		private static String text(double number) {
			return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
		}

	}

}
