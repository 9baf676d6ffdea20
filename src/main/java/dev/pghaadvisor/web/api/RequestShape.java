package dev.pghaadvisor.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;

/**
 * The body that {@link ApiRequest} reads, as the API's description shows it. Bodies are
 * read by hand there, because every field that is wrong has to be named.
 *
 * @param answers question id to option id; what is left out takes its default
 * @param inventory what is left out keeps its example value
 */
@Schema(name = "Request")
record RequestShape(
		@Schema(description = "Question id to option id, or to not-sure; see /api/v1/questionnaire. "
				+ "What is left out takes its default.", example = EXAMPLE_ANSWERS) Map<String, String> answers,
		@Schema(description = "What is left out keeps its example value.") InventoryShape inventory) {

	static final String EXAMPLE_ANSWERS = "{\"criticality\": \"internal\", \"availability\": \"99.9\"}";

	/** Names, addresses and sizes. */
	@Schema(name = "Inventory")
	record InventoryShape(@Schema(example = "main") String cluster, @Schema(example = "192.0.2.100/24") String vip,
			@Schema(name = "interface", example = "eth0") String networkInterface,
			@Schema(example = "100", minimum = "1", maximum = "255") int virtualRouterId,
			@Schema(example = "[\"192.0.2.0/24\"]") List<String> applicationCidrs,
			@Schema(example = "app") String database, @Schema(example = "app") String applicationUser,
			@Schema(description = "All hosts of the shape, or none") List<HostShape> hosts,
			@Schema(example = "12") int databaseMemoryGb, @Schema(example = "4") int databaseCores,
			@Schema(example = "50") int walDiskGb,
			@Schema(description = "What the network carries between the database hosts in Mbit/s", example = "1000",
					minimum = "1", maximum = "400000") int databaseLinkMbit,
			@Schema(description = "Only with a balancer in front", example = "5", minimum = "1",
					maximum = "300") int probeIntervalSeconds,
			@Schema(description = "Only with a balancer in front", example = "2", minimum = "1",
					maximum = "10") int probeThreshold,
			@Schema(description = "Only with a balancer in front: where it is, so that nobody else may probe. AWS: its subnets. "
					+ "Azure (168.63.129.16/32) and Google Cloud (35.191.0.0/16, 130.211.0.0/22): nothing, these are known. "
					+ "Others: their own addresses. Left out, the networks of the applications may probe.",
					example = "[\"192.0.2.40/32\"]") List<String> balancerCidrs) {

	}

	/** A host by name and address. */
	@Schema(name = "Host")
	record HostShape(@Schema(example = "pg1") String name, @Schema(example = "192.0.2.11") String address,
			@Schema(name = "interface", description = "Only where it is not called as on the other hosts",
					example = "ens3") String networkInterface,
			@Schema(description = "Only where hosts are spread over three sites", example = "site1") String site) {

	}

	/** Marks an operation that takes this body. */
	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@Operation(requestBody = @RequestBody(required = true,
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = RequestShape.class),
					examples = @ExampleObject("{\"answers\": " + EXAMPLE_ANSWERS + "}"))))
	@interface Taken {

	}

}
