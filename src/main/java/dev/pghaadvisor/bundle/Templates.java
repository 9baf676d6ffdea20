package dev.pghaadvisor.bundle;

import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The precompiled templates of {@code src/main/jte}. */
final class Templates {

	private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(null, ContentType.Plain, null,
			"dev.pghaadvisor.bundle.jte");

	private Templates() {
	}

	static String render(String name, Map<String, Object> parameters) {
		StringOutput output = new StringOutput();
		ENGINE.render(name + ".jte", parameters, output);
		return output.toString();
	}

}
