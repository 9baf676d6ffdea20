package dev.pghaadvisor.forecast;

import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@link Evidence}: nothing is overlooked, nothing is guessed, and a run
 * is a line, so that a difference between two files can be read.
 */
final class EvidenceJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.build();

	private EvidenceJson() {
	}

	static Evidence read(String name, String json) {
		try {
			return JSON.readValue(json, Evidence.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(name + ": " + field(ex) + ex.getOriginalMessage() + line(ex), ex);
		}
	}

	/** Such as {@code drills[0].runs[2].outageSeconds}. */
	private static String field(JacksonException ex) {
		String path = ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining());
		return path.isEmpty() ? "" : path.substring(1) + ": ";
	}

	private static String line(JacksonException ex) {
		return (ex.getLocation() != null) ? " (line " + ex.getLocation().getLineNr() + ")" : "";
	}

	static String write(Evidence evidence) {
		return JSON.writer().with(new Lines()).writeValueAsString(evidence) + "\n";
	}

	/** What lies deeper than a drill's own fields stays on one line. */
	private static final class Lines extends DefaultPrettyPrinter {

		private static final long serialVersionUID = 1;

		private static final int DRILL = 3;

		private static final int RUNS = 4;

		Lines() {
			_objectIndenter = new Depth(DRILL);
			_arrayIndenter = new Depth(RUNS);
		}

		@Override
		public DefaultPrettyPrinter createInstance() {
			return new Lines();
		}

		@Override
		public void writeObjectNameValueSeparator(JsonGenerator generator) {
			generator.writeRaw(": ");
		}

		@Override
		public void writeEndObject(JsonGenerator generator, int entries) {
			boolean line = _nesting > DRILL;
			_nesting--;
			if (entries > 0) {
				if (line) {
					generator.writeRaw(' ');
				}
				else {
					_objectIndenter.writeIndentation(generator, _nesting);
				}
			}
			generator.writeRaw('}');
		}

		@Override
		public void writeEndArray(JsonGenerator generator, int values) {
			_nesting--;
			if (values > 0) {
				_arrayIndenter.writeIndentation(generator, _nesting);
			}
			generator.writeRaw(']');
		}

	}

	private static final class Depth extends DefaultIndenter {

		private static final long serialVersionUID = 1;

		private final int deepest;

		Depth(int deepest) {
			super("  ", "\n");
			this.deepest = deepest;
		}

		@Override
		public boolean isInline() {
			return false;
		}

		@Override
		public void writeIndentation(JsonGenerator generator, int level) {
			if (level > this.deepest) {
				generator.writeRaw(' ');
			}
			else {
				super.writeIndentation(generator, level);
			}
		}

	}

}
