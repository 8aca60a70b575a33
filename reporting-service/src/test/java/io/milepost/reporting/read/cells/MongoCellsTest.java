package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.inbox.Inbound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The promises of the store, on the embedded server or the one that MONGODB_URI names. */
class MongoCellsTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);
    private static EmbeddedDatabase server;
    private static MongoClient client;

    private final Tokens tokens = new Tokens();
    private final MongoCells<Tokens.Token> store =
            new MongoCells<>(client.getDatabase("cells-" + UUID.randomUUID()), tokens);

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
    void a_move_counts_only_while_the_guard_is_the_one_that_was_read() {
        store.move(3, List.of(new Move("2017-03|a.b", null, 7, Map.of(DAY + "/n", 1L))));
        store.move(3, List.of(new Move("2017-03|a.b", 7L, 9, Map.of(DAY + "/n", 10L))));
        assertThat(store.upTo(DAY)).as("control: moves that hold").isEqualTo(Map.of("a.b", Map.of("n", 11L)));

        store.move(3, List.of(new Move("2017-03|a.b", null, 20, Map.of(DAY + "/n", 100L))));
        store.move(3, List.of(new Move("2017-03|a.b", 7L, 20, Map.of(DAY + "/n", 100L))));

        assertThat(store.upTo(DAY)).isEqualTo(Map.of("a.b", Map.of("n", 11L)));
        assertThat(store.guards(3, List.of("2017-03|a.b", "2017-03|c"))).isEqualTo(Map.of("2017-03|a.b", 9L));
        assertThat(store.guards(4, List.of("2017-03|a.b"))).isEmpty();
    }

    @Test
    void one_failed_condition_does_not_hold_the_other_moves_of_a_bulk() {
        store.move(0, List.of(new Move("2017-03|a", null, 1, Map.of(DAY + "/n", 1L))));
        store.move(
                0,
                List.of(
                        new Move("2017-03|a", null, 2, Map.of(DAY + "/n", 1L)),
                        new Move("2017-03|b", null, 2, Map.of(DAY + "/n", 1L)),
                        new Move("2017-03|c", null, 2, Map.of())));
        assertThat(store.guards(0, List.of("2017-03|a", "2017-03|b", "2017-03|c")))
                .isEqualTo(Map.of("2017-03|a", 1L, "2017-03|b", 2L, "2017-03|c", 2L));
        assertThat(store.upTo(DAY)).isEqualTo(Map.of("a", Map.of("n", 1L), "b", Map.of("n", 1L), "c", Map.of()));
    }

    @Test
    void a_later_view_is_not_overwritten_by_an_earlier_one() {
        UUID token = UUID.randomUUID();
        Applied<Tokens.Token> earlier = new Applied<>(token, 4, new Tokens.Token("a", 1, DAY));
        Applied<Tokens.Token> later = new Applied<>(token, 9, new Tokens.Token("b", 2, DAY));
        store.save(List.of(earlier));
        assertThat(store.views(List.of(token))).containsValue(earlier);
        store.save(List.of(later));
        store.save(List.of(earlier));
        assertThat(store.views(List.of(token, UUID.randomUUID()))).isEqualTo(Map.of(token, later));
    }

    @Test
    void progress_does_not_go_back() {
        store.reached(2, 9, Instant.parse("2026-01-02T00:00:00Z"));
        store.reached(2, 4, Instant.parse("2026-01-01T00:00:00Z"));
        store.reached(11, 4, Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(store.progress())
                .isEqualTo(Map.of(
                        2, new MongoProgress.Reached(9, Instant.parse("2026-01-02T00:00:00Z")),
                        11, new MongoProgress.Reached(4, Instant.parse("2026-01-01T00:00:00Z"))));
    }

    @Test
    void amounts_are_exact_beyond_what_a_double_can_hold() {
        long big = (1L << 53) + 1;
        store.move(0, List.of(new Move("2017-03|a", null, 1, Map.of(DAY + "/v", big))));
        store.move(0, List.of(new Move("2017-03|a", 1L, 2, Map.of(DAY + "/v", big))));
        assertThat(store.upTo(DAY)).isEqualTo(Map.of("a", Map.of("v", 2 * big)));
    }

    @Test
    void a_day_is_the_sum_of_all_days_up_to_it_across_months() {
        LocalDate before = LocalDate.of(2016, 12, 31);
        store.move(0, List.of(new Move("2016-12|a", null, 1, Map.of(before + "/n", 5L))));
        store.move(0, List.of(new Move("2017-03|a", null, 2, Map.of(DAY + "/n", 7L, DAY.plusDays(1) + "/n", 100L))));
        assertThat(store.upTo(before.minusDays(1))).isEqualTo(Map.of("a", Map.of()));
        assertThat(store.upTo(before)).isEqualTo(Map.of("a", Map.of("n", 5L)));
        assertThat(store.upTo(DAY)).isEqualTo(Map.of("a", Map.of("n", 12L)));
        assertThat(store.upTo(DAY.plusYears(1))).isEqualTo(Map.of("a", Map.of("n", 112L)));
    }

    /** Instances that race over the same records with batch borders of their own: the hardest case, on a real server. */
    @Test
    void four_instances_at_once_over_the_same_records_book_each_of_them_once() throws Exception {
        List<Inbound> records = new ArrayList<>();
        Random random = new Random(11);
        for (long position = 1; position <= 400; position++) {
            UUID token = new UUID(7, random.nextInt(40));
            records.add(Tokens.moved(
                    token, position, "bowl-" + random.nextInt(5), 1 + random.nextInt(9), DAY.plusDays(position / 50)));
        }
        InMemoryCells<Tokens.Token> clean = new InMemoryCells<>(random);
        new Projector<>(tokens, clean).handle(0, records);

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int instance = 0; instance < 4; instance++) {
                Random borders = new Random(instance);
                running.add(instances.submit(() -> {
                    for (int at = 0; at < records.size(); ) {
                        int to = Math.min(records.size(), at + 1 + borders.nextInt(60));
                        new Projector<>(tokens, store).handle(0, records.subList(at, to));
                        at = to;
                    }
                }));
            }
            for (Future<?> instance : running) {
                instance.get();
            }
        }

        assertThat(store.upTo(DAY.plusYears(1))).isEqualTo(clean.upTo(DAY.plusYears(1)));
        assertThat(store.views(clean.views.keySet())).isEqualTo(clean.views);
    }
}
