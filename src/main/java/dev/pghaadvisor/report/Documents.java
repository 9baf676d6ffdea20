package dev.pghaadvisor.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The report as files of the bundle. Nothing in them depends on the moment or on where
 * the report is stored, so equal input makes equal bytes.
 */
final class Documents {

	private final TemplateEngine engine;

	Documents() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		SpringTemplateEngine spring = new SpringTemplateEngine();
		spring.setTemplateResolver(resolver);
		this.engine = spring;
	}

	/** One self-contained page: no link to a script, a style or an image elsewhere. */
	byte[] html(ReportView view) {
		Context context = new Context(Locale.ROOT, Map.of("view", view));
		return this.engine.process("report/standalone", context).getBytes(StandardCharsets.UTF_8);
	}

	byte[] markdown(ReportView view) {
		return new Markdown().report(view).getBytes(StandardCharsets.UTF_8);
	}

}
