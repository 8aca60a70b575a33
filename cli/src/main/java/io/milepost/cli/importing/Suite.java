package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.suite.Reads;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the suite knows of one entity today, and when that came to be. */
record Suite(Reads reads, Map<Service, URI> services) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param times at which something happened to it, one at least */
    record Known(JsonNode view, Set<Instant> times) {
        Known {
            times = Set.copyOf(times);
        }

        /** Since when it has been so. */
        Instant since() {
            return times.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        }

        Instant from() {
            return times.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
        }
    }

    /** Nothing where there is none, or another one stands in its place. */
    Optional<Known> find(Service service, String plural, UUID id) {
        var path = "/v1/%s/%s".formatted(plural, id);
        return read(service, path)
                .flatMap(view -> read(service, path + "/history")
                        .map(history -> new Known(
                                view,
                                history.path("items")
                                        .valueStream()
                                        .map(event -> Instant.parse(
                                                event.path("effectiveAt").asString()))
                                        .collect(Collectors.toSet()))));
    }

    private Optional<JsonNode> read(Service service, String path) {
        var address = URI.create(Objects.requireNonNull(services.get(service)) + path);
        try {
            return reads.find(address).map(JSON::readTree);
        } catch (JacksonException e) {
            throw new Failure(address + " answered something that cannot be read", e);
        }
    }
}
