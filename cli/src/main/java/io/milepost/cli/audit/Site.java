package io.milepost.cli.audit;

import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import io.milepost.cli.suite.Reads;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A service under audit.
 *
 * @param name its short name, as its checkpoints have it
 */
record Site(String name, URI address, Reads reads) {
    private static final Map<String, String> PORTS =
            Map.of("lead", "8081", "opportunity", "8082", "contract", "8083", "delivery", "8084");

    /** The short name, of a name with or without the rest. */
    static String named(String service) {
        var name = service.replaceFirst("-service$", "").replaceFirst("-handover$", "");
        if (!PORTS.containsKey(name)) {
            throw new Failure(
                    "no service %s keeps a log; these do: contract, delivery, lead, opportunity".formatted(service));
        }
        return name;
    }

    static URI addressOf(String name, Arguments arguments) {
        return arguments.address(name + "-url", "http://localhost:" + PORTS.get(name));
    }

    static Set<String> options() {
        return Set.of("lead-url", "opportunity-url", "contract-url", "delivery-url", "reporting-url");
    }

    String checkpoint() {
        return reads.get(URI.create(address + "/v1/log/checkpoint"));
    }

    PublicKeys keys() {
        var from = URI.create(address + "/v1/log/keys");
        return PublicKeys.read(reads.get(from), from.toString());
    }

    /** Where the trail of all services is told. */
    static URI reporting(Arguments arguments) {
        return arguments.address("reporting-url", "http://localhost:8085");
    }

    /** What the trail tells of a service after a position, as far as one answer goes. */
    static Trail.Page trail(Reads reads, URI reporting, String service, long after) {
        var from = URI.create("%s/v1/audit?service=%s&pageSize=500&after=%d".formatted(reporting, service, after));
        var told = Lines.of(Stream.of(reads.get(from)), from.toString()).getFirst();
        long complete = Arrays.stream(told.path("position").asString("").split(",", -1))
                .filter(of -> of.startsWith(service + "="))
                .mapToLong(of -> Long.parseLong(of.substring(service.length() + 1)))
                .findFirst()
                .orElse(Trail.UNKNOWN);
        return new Trail.Page(told.path("items").valueStream().toList(), complete);
    }

    /** The commits after a position, as far as one answer goes. */
    List<JsonNode> commits(long after) {
        var from = URI.create(address + "/v1/log/commits?limit=500&after=" + after);
        return Lines.of(reads.get(from).lines(), from.toString());
    }
}
