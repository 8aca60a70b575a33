package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.StoreDump.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A service that was started on a dump, on parts of its own, and what has to hold of it whatever the dump holds. */
public final class RestoredService implements AutoCloseable {
    private static final int PAGE = 200;
    private static final List<String> SOURCES = List.of("lead", "opportunity", "contract", "delivery");

    private final SuiteParts parts;
    private final StoreDump dump;
    private final String name;
    private final List<? extends Catalogue<?, ?, ?>> catalogues;
    private final RunningService service;

    private RestoredService(
            SuiteParts parts, StoreDump dump, Class<?> application, String name, List<Catalogue<?, ?, ?>> catalogues) {
        this.parts = parts;
        this.dump = dump;
        this.name = name;
        this.catalogues = catalogues;
        this.service = RunningService.start(parts, application, name, catalogues);
    }

    public static RestoredService start(
            StoreDump dump, Class<?> application, String name, List<? extends Catalogue<?, ?, ?>> catalogues) {
        var parts = SuiteParts.start();
        try {
            dump.restore(parts.mongoUri(), name);
            // The others are not there; what this service reads of them is empty.
            SOURCES.forEach(source ->
                    new Topics(parts.bootstrapServers(), source).create().close());
            return new RestoredService(parts, dump, application, name, List.copyOf(catalogues));
        } catch (RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    public SuiteClient client() {
        return service.client();
    }

    /** Everything of the dump is read with its history. */
    public void hasEveryEntity() {
        var faults = new ArrayList<String>();
        for (var entity : dump.entities(catalogues)) {
            for (var path : List.of(entity.path(), entity.path() + "/history")) {
                var answer = client().get(path);
                if (answer.status() != 200) {
                    faults.add(path + " was answered " + answer);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Lists come to the head of the log and show every entity as a read of it does; due dates come as far. */
    public void hasListsAtTheHead() {
        var entities = dump.entities(catalogues).stream().collect(Collectors.groupingBy(Entity::plural));
        await().untilAsserted(() -> {
            long head = Math.max(service.settledHead(), service.logHead());
            assertThat(client().get("/v1/due").header("Milepost-Position")).isEqualTo("%s=%d".formatted(name, head));
            for (var catalogue : catalogues) {
                var answer = client().get("/v1/%s?pageSize=%d".formatted(catalogue.plural(), PAGE));
                assertThat(answer.header("Milepost-Position")).isEqualTo("%s=%d".formatted(name, head));
                assertThat(byId(answer.json().path("items")))
                        .containsAllEntriesOf(views(entities.getOrDefault(catalogue.plural(), List.of())));
            }
        });
    }

    /** All that was stored is published, nothing waits for an operator, and the service is ready. */
    public void goesOn() {
        assertThat(service.settledHead()).isGreaterThanOrEqualTo(dump.head());
        assertThat(client().get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(parked().path("items")).isEmpty();
    }

    private JsonNode parked() {
        return client().getAs(Role.OPERATOR, "/v1/parked").json();
    }

    private Map<String, JsonNode> views(List<Entity> entities) {
        return entities.stream()
                .collect(Collectors.toMap(
                        entity -> entity.id().toString(), entity -> client().read(entity.plural(), entity.id())));
    }

    private static Map<String, JsonNode> byId(JsonNode items) {
        return items.valueStream()
                .collect(Collectors.toMap(item -> item.path("id").asString(), Function.identity()));
    }

    @Override
    public void close() {
        service.close();
        parts.close();
    }
}
