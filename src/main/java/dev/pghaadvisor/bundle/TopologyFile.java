package dev.pghaadvisor.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.pghaadvisor.plan.Endpoint;
import dev.pghaadvisor.plan.Ipv4Address;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan for machines: topology.json, which the playbooks read too. */
final class TopologyFile {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final int SCHEMA = 1;

	private final Cluster cluster;

	TopologyFile(Cluster cluster) {
		this.cluster = cluster;
	}

	String json() {
		return JSON.writeValueAsString(map()).replace("\r\n", "\n") + "\n";
	}

	private Map<String, @Nullable Object> map() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("schema", SCHEMA);
		map.put("cluster", this.cluster.name());
		map.put("design", this.cluster.plan().shape().design().id());
		map.put("footprint", this.cluster.plan().shape().footprint().id());
		map.put("platform", this.cluster.plan().shape().platform().id());
		map.put("entry", this.cluster.plan().shape().entry().id());
		map.put("vip", this.cluster.keepalived()
				? ordered("address", this.cluster.vip(), "prefix", this.cluster.plan().inventory().vip().prefix())
				: null);
		Map<String, @Nullable Object> endpoints = new LinkedHashMap<>();
		endpoints.put("write", endpoint(this.cluster.plan().write()));
		endpoints.put("read", endpoint(this.cluster.plan().read()));
		map.put("endpoints", endpoints);
		map.put("hosts", this.cluster.hosts().stream().map(TopologyFile::host).toList());
		map.put("start_order", startOrder());
		return map;
	}

	/** One host that moves, or every host behind a balancer or known to the drivers. */
	private @Nullable Map<String, Object> endpoint(@Nullable Endpoint endpoint) {
		if (endpoint == null) {
			return null;
		}
		return this.cluster.keepalived() ? ordered("host", endpoint.host().value(), "port", endpoint.port())
				: ordered("hosts", endpoint.hosts().stream().map(Ipv4Address::value).toList(), "port", endpoint.port());
	}

	private static Map<String, Object> host(HostFiles host) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", host.name());
		map.put("address", host.address());
		map.put("roles", host.sheet().roles());
		map.put("packages", host.packages());
		map.put("users", host.users());
		map.put("dirs",
				host.folders()
					.stream()
					.map((folder) -> ordered("path", folder.path(), "owner", folder.owner(), "group", folder.group(),
							"mode", folder.mode()))
					.toList());
		map.put("files",
				host.files()
					.stream()
					.map((file) -> ordered("path", file.path(), "owner", file.owner(), "group", file.group(), "mode",
							file.mode(), "secret", file.secret(), "early", file.early(), "check", file.check(), "then",
							file.then().word()))
					.toList());
		map.put("services", host.services().stream().map(Service::unit).toList());
		return map;
	}

	/**
	 * Steps that must wait for each other; what is in one step may start at the same
	 * time.
	 */
	private List<List<Map<String, Object>>> startOrder() {
		Set<Service> services = new LinkedHashSet<>();
		for (Room room : this.cluster.rooms()) {
			this.cluster.hosts()
				.forEach((host) -> host.services()
					.stream()
					.filter((service) -> service.room().equals(room))
					.forEach(services::add));
		}
		List<List<Map<String, Object>>> steps = new ArrayList<>();
		for (Service service : services) {
			if (service.founding()) {
				steps.add(step(service, HostFiles::first));
				steps.add(step(service, (host) -> !host.first()));
			}
			else {
				steps.add(step(service, (host) -> true));
			}
		}
		return steps;
	}

	private List<Map<String, Object>> step(Service service, Predicate<HostFiles> wanted) {
		return this.cluster.hosts()
			.stream()
			.filter((host) -> host.services().contains(service))
			.filter(wanted)
			.map((host) -> ordered("host", host.name(), "service", service.unit()))
			.toList();
	}

	private static Map<String, Object> ordered(Object... keysAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			map.put((String) keysAndValues[i], keysAndValues[i + 1]);
		}
		return map;
	}

}
