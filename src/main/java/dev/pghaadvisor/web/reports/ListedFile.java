package dev.pghaadvisor.web.reports;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file as the report's page lists it.
 *
 * @param host whose file it is; empty for those that stay on the person's own machine
 * @param path in the bundle
 * @param name where it will be on its host, or in the bundle
 * @param bytes its length
 */
record ListedFile(String host, String path, String name, int bytes) {

	private static final String HOSTS = "hosts/";

	/** All files by host, those without one first. */
	static SortedMap<String, List<ListedFile>> byHost(SortedMap<String, byte[]> files) {
		return files.entrySet()
			.stream()
			.map((file) -> of(file.getKey(), file.getValue().length))
			.collect(Collectors.groupingBy(ListedFile::host, TreeMap::new, Collectors.toList()));
	}

	private static ListedFile of(String path, int bytes) {
		if (!path.startsWith(HOSTS)) {
			return new ListedFile("", path, path, bytes);
		}
		int end = path.indexOf('/', HOSTS.length());
		String rest = path.substring(end);
		String name = (rest.indexOf('/', 1) < 0) ? rest.substring(1) : rest;
		return new ListedFile(path.substring(HOSTS.length(), end), path, name, bytes);
	}

}
