package io.milepost.reporting.read.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Of several instances one decides, on the embedded server or the one that MONGODB_URI names. */
class LineagesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static EmbeddedDatabase server;
    private static MongoClient client;

    private final Lineages lineages = new Lineages(client.getDatabase("lineages-" + UUID.randomUUID()));

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(null, 0);
        String elsewhere = System.getenv("MONGODB_URI");
        client = MongoClients.create(elsewhere == null ? server.uri() : elsewhere);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_projection_that_was_never_rebuilt_is_its_first_generation() {
        assertThat(lineages.of("funnel-2")).isEqualTo(Lineage.first("funnel-2"));
    }

    @Test
    void of_two_that_begin_at_once_one_does() {
        UUID key = UUID.randomUUID();
        var read = lineages.of("funnel-2");
        assertThat(lineages.begin(read, key, NOW)).isTrue();
        assertThat(lineages.begin(read, UUID.randomUUID(), NOW)).isFalse();
        assertThat(lineages.of("funnel-2")).isEqualTo(new Lineage("funnel-2", 1, 2, List.of(), 2, key, null, NOW));
        assertThat(lineages.of("team")).isEqualTo(Lineage.first("team"));
    }

    @Test
    void of_two_that_turn_at_once_one_does_and_numbers_go_on() {
        lineages.begin(lineages.of("team"), UUID.randomUUID(), NOW);
        var read = lineages.of("team");
        assertThat(lineages.turn(read, NOW)).isTrue();
        assertThat(lineages.turn(read, NOW)).isFalse();
        assertThat(lineages.of("team").live()).isEqualTo(2);
        assertThat(lineages.of("team").building()).isNull();
        assertThat(lineages.of("team").retired()).containsExactly(1);

        UUID next = UUID.randomUUID();
        assertThat(lineages.begin(read, next, NOW))
                .as("of what is no longer live")
                .isFalse();
        assertThat(lineages.begin(lineages.of("team"), next, NOW)).isTrue();
        lineages.removed("team", 1);
        lineages.removed("team", 1);
        assertThat(lineages.of("team")).isEqualTo(new Lineage("team", 2, 3, List.of(), 3, next, null, NOW));
    }

    @Test
    void what_is_cancelled_is_retired_and_its_number_does_not_come_again() {
        UUID key = UUID.randomUUID();
        var stale = lineages.of("stages");
        lineages.begin(stale, key, NOW);
        var read = lineages.of("stages");
        UUID cancelling = UUID.randomUUID();
        assertThat(lineages.cancel(read, cancelling, NOW)).isTrue();
        assertThat(lineages.cancel(read, UUID.randomUUID(), NOW)).isFalse();
        assertThat(lineages.of("stages"))
                .isEqualTo(new Lineage("stages", 1, null, List.of(2), 2, key, cancelling, NOW));

        lineages.removed("stages", 2);
        assertThat(lineages.begin(stale, UUID.randomUUID(), NOW))
                .as("of what was begun and cancelled since it was read")
                .isFalse();
        assertThat(lineages.begin(lineages.of("stages"), key, NOW)).isTrue();
        assertThat(lineages.of("stages").building()).isEqualTo(3);
        assertThat(lineages.cancel(read, cancelling, NOW)).as("of another one").isFalse();
        assertThat(lineages.turn(read, NOW)).as("of what was cancelled").isFalse();
    }

    @Test
    void of_a_cancel_and_a_taking_over_one_comes_to_be() {
        lineages.begin(lineages.of("closures"), UUID.randomUUID(), NOW);
        var first = lineages.of("closures");
        assertThat(lineages.turn(first, NOW)).isTrue();
        assertThat(lineages.cancel(first, UUID.randomUUID(), NOW)).isFalse();
        assertThat(lineages.of("closures").live()).isEqualTo(2);

        for (int round = 0; round < 50; round++) {
            lineages.begin(lineages.of("closures"), UUID.randomUUID(), NOW);
            var read = lineages.of("closures");
            var turned = CompletableFuture.supplyAsync(() -> lineages.turn(read, NOW));
            boolean cancelled = lineages.cancel(read, UUID.randomUUID(), NOW);
            assertThat(turned.join()).isNotEqualTo(cancelled);
            var after = lineages.of("closures");
            assertThat(after.live()).isEqualTo(cancelled ? read.live() : read.building());
            assertThat(after.retired()).endsWith(cancelled ? read.building() : read.live());
            assertThat(after.building()).isNull();
        }
    }

    @Test
    void a_document_without_the_latest_number_goes_on_from_what_it_names() {
        var documents = client.getDatabase("lineages-of-before").getCollection("projections");
        var before = new Lineages(client.getDatabase("lineages-of-before"));
        Mono.from(documents.insertOne(new Document("_id", "team")
                        .append("live", 3)
                        .append("building", 4)
                        .append("since", Date.from(NOW))))
                .block();
        assertThat(before.of("team").latest()).isEqualTo(4);
        assertThat(before.cancel(before.of("team"), UUID.randomUUID(), NOW)).isTrue();
        assertThat(before.begin(before.of("team"), UUID.randomUUID(), NOW)).isTrue();
    }

    @Test
    void one_that_is_behind_in_a_single_partition_does_not_cover() {
        var live = new Progress(Map.of("lead", Map.of(0, 10L, 1, 30L), "contract", Map.of(5, 60L)));
        var behind = new Progress(Map.of("lead", Map.of(0, 10L, 1, 20L), "contract", Map.of(5, 70L)));
        var further = new Progress(Map.of("lead", Map.of(0, 10L, 1, 31L), "contract", Map.of(5, 60L, 6, 1L)));
        assertThat(further.covers(live)).isTrue();
        assertThat(behind.covers(live)).isFalse();
        assertThat(new Progress(Map.of()).covers(live)).isFalse();
        assertThat(behind.share(live)).isEqualTo(0.9);
        assertThat(further.share(live)).isEqualTo(1.0);
        assertThat(live.share(new Progress(Map.of()))).isEqualTo(1.0);
    }
}
