package dev.pghaadvisor.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.Measurements;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Numbers that nobody measured, so that pages have something to show. */
@TestConfiguration(proxyBeanMethods = false)
public class InventedEvidence {

	@Bean
	@Primary
	Measurements inventedMeasurements() throws IOException {
		Map<String, Evidence> files = new TreeMap<>();
		try (Stream<Path> folder = Files.list(Path.of("src/test/resources/evidence-fixtures"))) {
			List<Path> paths = folder.filter((path) -> path.toString().endsWith(".json")).toList();
			for (Path path : paths) {
				String name = path.getFileName().toString();
				files.put(name, Evidence.read(name, Files.readString(path)));
			}
		}
		return Measurements.of(files);
	}

}
