package dev.pghaadvisor.web.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.util.MultiValueMap;

/**
 * Names and addresses as a form's fields and in the shape that the API takes. Nothing is
 * judged here: that is the inventory's own business.
 */
public final class TypedInventory {

	private static final List<String> FIELDS = List.of("cluster", "vip", "interface", "virtualRouterId",
			"applicationCidrs", "database", "applicationUser", "databaseMemoryGb", "databaseCores", "walDiskGb",
			"databaseLinkMbit", "probeIntervalSeconds", "probeThreshold", "balancerCidrs");

	private static final List<String> LISTS = List.of("applicationCidrs", "balancerCidrs");

	private static final Pattern HOST_FIELD = Pattern
		.compile("hosts\\[([0-9]{1,4})\\][.](name|address|interface|site|roles)");

	private static final List<String> NUMBERS = List.of("virtualRouterId", "databaseMemoryGb", "databaseCores",
			"walDiskGb", "databaseLinkMbit", "probeIntervalSeconds", "probeThreshold");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

	private TypedInventory() {
	}

	/** What was typed, in the shape that the API takes. */
	public static Map<String, Object> json(MultiValueMap<String, String> typed) {
		Map<String, Object> json = new LinkedHashMap<>();
		List<Map<String, String>> hosts = new ArrayList<>();
		for (String name : FIELDS) {
			String value = typed.getFirst(name);
			if (value != null) {
				json.put(name, value(name, value.strip()));
			}
		}
		for (int index = 0; typed.containsKey("hosts[" + index + "].name")
				|| typed.containsKey("hosts[" + index + "].address"); index++) {
			Map<String, String> host = new LinkedHashMap<>();
			for (String part : List.of("name", "address", "interface", "site")) {
				String value = typed.getFirst("hosts[" + index + "]." + part);
				// Left empty it is called as on the other hosts.
				if (value != null && !(part.equals("interface") && value.isBlank())) {
					host.put(part, value.strip());
				}
			}
			hosts.add(host);
		}
		if (!hosts.isEmpty()) {
			json.put("hosts", hosts);
		}
		return json;
	}

	/** The fields that would make this inventory, in the shape of the API. */
	public static Map<String, String> fields(Map<String, Object> json) {
		Map<String, String> fields = new LinkedHashMap<>();
		json.forEach((name, value) -> {
			if (value instanceof List<?> list && name.equals("hosts")) {
				for (int index = 0; index < list.size(); index++) {
					String prefix = "hosts[" + index + "].";
					((Map<?, ?>) list.get(index)).forEach((part, text) -> fields.put(prefix + part, text.toString()));
				}
			}
			else if (value instanceof List<?> list) {
				fields.put(name, String.join(", ", list.stream().map(Object::toString).toList()));
			}
			else {
				fields.put(name, value.toString());
			}
		});
		return fields;
	}

	/** Names that no field of an inventory has, one sentence each. */
	public static List<String> unknown(MultiValueMap<String, String> typed) {
		return typed.keySet()
			.stream()
			.filter((name) -> !FIELDS.contains(name) && !HOST_FIELD.matcher(name).matches())
			.limit(5)
			.map((name) -> "There is no field \"" + Printable.of(name)
					+ "\" among names and addresses; it is left out.")
			.toList();
	}

	/** A message with its hosts named as people count them: from 1. */
	public static String inWords(String message) {
		return HOST_FIELD.matcher(message)
			.replaceAll((field) -> "host " + (Integer.parseInt(field.group(1)) + 1) + " (" + field.group(2) + ")");
	}

	private static Object value(String name, String typed) {
		if (LISTS.contains(name)) {
			return Arrays.stream(typed.split("[,\\s]+")).filter((part) -> !part.isEmpty()).toList();
		}
		if (NUMBERS.contains(name) && NUMBER.matcher(typed).matches()) {
			return Integer.parseInt(typed);
		}
		return typed;
	}

}
