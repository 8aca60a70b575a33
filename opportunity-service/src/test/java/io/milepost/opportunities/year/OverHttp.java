package io.milepost.opportunities.year;

import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SPONSOR;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.salesproject.SalesProjectCommand.ApproveCharter;
import io.milepost.opportunities.year.PlayedService.Fact;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The running service: commands are requests of people, and what has happened is read from its events. */
final class OverHttp implements Played {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As document-kinds.json has it. */
    private static final UUID CHARTER = UUID.fromString("0190c000-0000-7000-8000-000000000001");

    private final RunningService service;
    private final List<Catalogue<?, ?, ?>> catalogues;
    private final Consumer<Instant> clock;
    private final Map<String, Map<UUID, Object>> states = new HashMap<>();
    private final Map<UUID, UUID> charters = new HashMap<>();
    private final List<Fact> log = new ArrayList<>();
    private long read;
    private int said;
    private LocalDate today;

    OverHttp(RunningService service, List<Catalogue<?, ?, ?>> catalogues, Consumer<Instant> clock, LocalDate today) {
        this.service = service;
        this.catalogues = catalogues;
        this.clock = clock;
        this.today = today;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    /** Noon of that day, as soon as the clock has done what was due before. */
    @Override
    public void begin(LocalDate day) {
        today = day;
        var noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        clock.accept(noon);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            catchUp();
            return service.client()
                    .get("/v1/due?before=" + noon)
                    .json()
                    .path("items")
                    .isEmpty();
        });
        catchUp();
    }

    @Override
    public @Nullable String send(String who, UUID id, Record command) {
        var catalogue = catalogueOf(command);
        var row = catalogue.command(command.getClass());
        var role = row.roles().stream()
                .filter(one -> one != IMPORTER)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may send " + command));
        var sent = command instanceof ApproveCharter ? new ApproveCharter(charter(id), null) : command;
        var token = service.client().issuer().tokenFor(who, role);
        var answer = row.creates()
                ? service.client().sendNew(id, sent, Map.of("Authorization", "Bearer " + token))
                : service.client().send(id, sent, Map.of("Authorization", "Bearer " + token));
        catchUp();
        return answer.status() < 300 ? null : answer.json().path("code").asString();
    }

    /** One that is in effect, written, reviewed and approved for this project. */
    private UUID charter(UUID project) {
        return charters.computeIfAbsent(
                project,
                about -> DocumentSituations.inEffect(service.client(), CHARTER, about, SALES_MANAGER, SPONSOR));
    }

    @Override
    public void hear(String source, UUID subject, String type, String json) {
        try (var topics = service.topics(source).create()) {
            topics.publish("first", ++said, subject, type.replaceFirst("\\.v1$", ""), json);
        }
        catchUp();
    }

    @Override
    public List<Fact> log() {
        return log;
    }

    @Override
    public Map<UUID, Object> all(Catalogue<?, ?, ?> catalogue) {
        return states.getOrDefault(catalogue.aggregate(), Map.of());
    }

    @Override
    @SuppressWarnings("unchecked") // a state is kept under the aggregate that folded it
    public <S> Optional<S> state(Catalogue<S, ?, ?> catalogue, UUID id) {
        return Optional.ofNullable((S) all(catalogue).get(id));
    }

    /** What follows by itself has followed, and is read. */
    private void catchUp() {
        service.settledHead();
        while (true) {
            var page =
                    service.client().get("/v1/events?limit=1000&after=" + read).json();
            page.path("items").forEach(this::happen);
            var next = page.path("nextAfter").asLong(read);
            if (next == read) {
                return;
            }
            read = next;
        }
    }

    private void happen(JsonNode event) {
        var type = event.path("type").asString();
        for (var catalogue : catalogues) {
            for (var row : catalogue.events()) {
                if (row.wireType().equals(type)) {
                    fold(
                            catalogue,
                            UUID.fromString(event.path("subject").asString()),
                            Json.events().treeToValue(event.path("data"), row.type()),
                            LocalDate.ofInstant(Instant.parse(event.path("time").asString()), ZoneOffset.UTC));
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the event's row is of this catalogue
    private <S, C, E> void fold(Catalogue<S, C, E> catalogue, UUID id, Object event, LocalDate day) {
        states.computeIfAbsent(catalogue.aggregate(), _ -> new LinkedHashMap<>())
                .compute(id, (_, before) -> catalogue.decider().after((S) before, (E) event));
        log.add(new Fact(catalogue.aggregate(), id, event, day));
    }

    private Catalogue<?, ?, ?> catalogueOf(Record command) {
        return catalogues.stream()
                .filter(catalogue ->
                        catalogue.commands().stream().anyMatch(row -> row.type().equals(command.getClass())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody decides " + command));
    }
}
