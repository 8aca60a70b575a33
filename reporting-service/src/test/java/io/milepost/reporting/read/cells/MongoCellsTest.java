package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Reached;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
                        2, new Reached(9, Instant.parse("2026-01-02T00:00:00Z")),
                        11, new Reached(4, Instant.parse("2026-01-01T00:00:00Z"))));
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

    @Test
    void a_sum_that_would_wrap_is_not_moved() {
        String full = DAY + "/v";
        store.move(0, List.of(new Move("2017-03|a", null, 1, Map.of(full, Long.MAX_VALUE - 1))));
        store.move(0, List.of(new Move("2017-03|b", null, 1, Map.of(full, Long.MIN_VALUE + 1))));
        long large = 5_000_000_000L;
        store.move(0, List.of(new Move("2017-03|a", 1L, 2, Map.of(full, large))));
        store.move(0, List.of(new Move("2017-03|b", 1L, 2, Map.of(full, -large))));
        store.move(1, List.of(new Move("2017-03|a", null, 2, Map.of(full, large))));
        assertThat(store.guards(0, List.of("2017-03|a", "2017-03|b")))
                .isEqualTo(Map.of("2017-03|a", 1L, "2017-03|b", 1L));
        assertThat(store.guards(1, List.of("2017-03|a"))).isEmpty();
        assertThat(store.upTo(DAY))
                .isEqualTo(Map.of("a", Map.of("v", Long.MAX_VALUE - 1), "b", Map.of("v", Long.MIN_VALUE + 1)));

        store.move(0, List.of(new Move("2017-03|a", 1L, 2, Map.of(full, -large, DAY + "/w", large))));
        assertThat(store.upTo(DAY).get("a"))
                .as("control: what fits is moved")
                .isEqualTo(Map.of("v", Long.MAX_VALUE - 1 - large, "w", large));
    }

    @Test
    void sums_over_cells_that_do_not_fit_are_not_told() {
        store.move(0, List.of(new Move("2017-03|a", null, 1, Map.of(DAY + "/v", Long.MAX_VALUE))));
        store.move(0, List.of(new Move("2017-02|a", null, 2, Map.of("2017-02-01/v", 1L))));
        assertThat(store.upTo(LocalDate.of(2017, 2, 28))).as("control").isEqualTo(Map.of("a", Map.of("v", 1L)));
        assertThatThrownBy(() -> store.upTo(DAY)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void any_text_is_a_group_of_its_own_and_comes_back_as_it_was() {
        List<String> texts = Texts.all();
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        for (String text : texts) {
            long amount = moves.size() + 1L;
            String path = text.length() > 200 ? "long" : PathName.of(text);
            expected.put(text, Map.of(path, amount));
            moves.add(new Move(CellId.of(DAY, text), null, 1, Map.of(DAY + "/" + path, amount)));
            assertThat(PathName.text(PathName.of(text))).isEqualTo(text);
        }
        assertThat(expected).as("control: all differ").hasSameSizeAs(texts);
        store.move(0, moves);
        store.move(0, moves);

        assertThat(store.guards(0, moves.stream().map(Move::cell).toList())).hasSameSizeAs(texts);
        assertThat(store.upTo(DAY)).isEqualTo(expected);
        assertThat(store.upTo(DAY.minusMonths(1))).isEmpty();
    }

    @Test
    void texts_in_views_come_back_as_they_were() {
        List<Applied<Tokens.Token>> views = new ArrayList<>();
        for (String text : Texts.all()) {
            views.add(new Applied<>(new UUID(9, views.size()), 1, new Tokens.Token(text, 1, DAY)));
        }
        store.save(views);
        assertThat(store.views(views.stream().map(Applied::subject).toList()).values())
                .containsExactlyInAnyOrderElementsOf(views);
    }

    @Test
    void the_first_and_the_last_year_sort_as_they_follow_each_other() {
        LocalDate first = LocalDate.of(1, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);
        store.move(0, List.of(new Move(CellId.of(first, "a"), null, 1, Map.of(first + "/n", 1L))));
        store.move(0, List.of(new Move(CellId.of(DAY, "a"), null, 1, Map.of(DAY + "/n", 10L))));
        store.move(0, List.of(new Move(CellId.of(last, "a"), null, 1, Map.of(last + "/n", 100L))));
        assertThat(store.upTo(first)).isEqualTo(Map.of("a", Map.of("n", 1L)));
        assertThat(store.upTo(DAY)).isEqualTo(Map.of("a", Map.of("n", 11L)));
        assertThat(store.upTo(last)).isEqualTo(Map.of("a", Map.of("n", 111L)));
        for (LocalDate beyond : List.of(first.minusDays(1), last.plusDays(1))) {
            assertThatThrownBy(() -> CellId.of(beyond, "a")).isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void the_first_event_at_fault_stays_noted() {
        Aside first = new Aside(new UUID(1, 1), "toys", "token.moved.v1", 4, "IllegalStateException");
        Aside other = new Aside(new UUID(1, 2), "toys", "token.moved.v1", 5, "IllegalStateException");
        store.setAside(List.of(first, other));
        store.setAside(List.of(new Aside(first.subject(), "toys", "token.moved.v1", 9, "later")));
        assertThat(store.asides(List.of(first.subject(), new UUID(1, 3)))).isEqualTo(Map.of(first.subject(), first));
        assertThat(store.asides()).containsExactly(first, other);
        assertThat(store.setAside("toys")).isEqualTo(2);
        assertThat(store.setAside("toy")).isZero();
        store.drop();
        assertThat(store.setAside("toys")).isZero();
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
