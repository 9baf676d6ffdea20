package dev.pghaadvisor.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The precompiled templates of {@code src/main/jte}. */
final class Templates {

	private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(null, ContentType.Plain, null,
			"dev.pghaadvisor.parts.jte");

	private Templates() {
	}

	/** A template that reads these values by name. */
	static String render(String name, Map<String, Object> values) {
		StringOutput output = new StringOutput();
		ENGINE.render(name + ".jte", values, output);
		return output.toString();
	}

	/** A template that reads a host's facts, and these values by name. */
	static String render(String name, Sheet sheet, Map<String, Object> values) {
		Map<String, Object> all = new HashMap<>(values);
		all.put("sheet", sheet);
		return render(name, all);
	}

	/** What rooms have to say at that place, without the last line break. */
	static List<String> pieces(List<Room> rooms, Piece piece, Map<String, Object> values) {
		return rooms.stream()
			.map((room) -> room.id() + "/" + piece.template())
			.filter((name) -> ENGINE.hasTemplate(name + ".jte"))
			.map((name) -> render(name, values).stripTrailing())
			.filter((text) -> !text.isEmpty())
			.toList();
	}

}
