package io.milepost.reporting.read.mart.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Unread;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import io.milepost.reporting.read.mart.store.Generation.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Generations of tables beside each other, and which of them is read. */
class GenerationsTest {
    private static final Instant SENT = Instant.parse("2025-12-31T23:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Declarations declarations;
    private final Schema schema;
    private HikariDataSource database;
    private Generations generations;

    GenerationsTest() {
        var sales = new Sales(ZoneOffset.UTC);
        declarations =
                new Declarations(List.of(sales.measures()), sales.reports().subList(0, 2));
        schema = new Schema(declarations);
    }

    @BeforeEach
    void create() {
        database = Postgres.database();
        generations = over(database);
        generations.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Generations over(DataSource source) {
        return new Generations(
                new Mart(source, PATIENCE), schema, tables -> new SqlViews(declarations, tables, ZoneOffset.UTC));
    }

    private Feed feed(int number) {
        return new Feed(new Mart(database, PATIENCE), schema.tables(number), declarations, "opportunity");
    }

    /** A deal of this value in a generation. */
    private void fed(int number, String value) {
        feed(number)
                .handle(
                        0,
                        List.of(Said.on(
                                LocalDate.of(2017, 3, 6),
                                "opportunity.identified.v1",
                                new UUID(7, 1),
                                1,
                                "opportunity",
                                "\"owner\":\"kim\",\"expectedValue\":{\"amount\":\"%s\",\"currency\":\"USD\"}"
                                        .formatted(value))));
    }

    private List<State> states() {
        return generations.all().stream().map(Generation::state).toList();
    }

    private long shown() throws SQLException {
        return Statements.number(database, "select sum(open_value) from mart.opportunity_current");
    }

    @Test
    @DisplayName("the first generation is live from the start, and not complete before somebody has seen that it is")
    void first() {
        generations.open();
        assertThat(generations.all()).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(1);
            assertThat(one.state()).isEqualTo(State.LIVE);
            assertThat(one.completeAt()).isNull();
        });
        generations.complete(1);
        var first = generations.live().completeAt();
        generations.complete(1);
        assertThat(generations.live().completeAt()).isEqualTo(first).isNotNull();
    }

    @Test
    @DisplayName("one is built at a time beside the one that is read, and takes over with its views")
    void takes_over() throws Exception {
        fed(1, "5.00");
        var key = UUID.randomUUID();
        assertThat(generations.begin(key)).contains(2);
        assertThat(generations.begin(UUID.randomUUID())).isEmpty();
        fed(2, "7.00");
        assertThat(shown()).isEqualTo(5);

        assertThat(generations.takeOver(1, 2)).isTrue();

        assertThat(shown()).isEqualTo(7);
        assertThat(states()).containsExactly(State.FORMER, State.LIVE);
        assertThat(generations.live().asked()).isEqualTo(key);
        assertThat(generations.live().completeAt()).isNotNull();
        assertThat(generations.takeOver(1, 2)).isFalse();
        generations.open();
        assertThat(shown()).isEqualTo(7);
        assertThat(generations.begin(UUID.randomUUID())).contains(3);
    }

    @Test
    @DisplayName(
            "what a process that dies before a statement of a take-over leaves is all or nothing, and the next one ends it")
    void dies_anywhere() throws Exception {
        // Every seventh statement; all of them with -Dhalts=all.
        int step = "all".equals(System.getProperty("halts")) ? 1 : 7;
        int died = 0;
        for (int at = 0; ; at += step) {
            try (var other = Postgres.database()) {
                var calls = new AtomicInteger(Integer.MIN_VALUE);
                generations = over(Mortal.of(other, calls));
                generations.open();
                var before = database;
                database = other;
                fed(1, "5.00");
                generations.begin(UUID.randomUUID());
                fed(2, "7.00");
                calls.set(-at);
                boolean dead = false;
                boolean done = false;
                try {
                    done = generations.takeOver(1, 2);
                } catch (Mortal.Death death) {
                    dead = true;
                }
                generations = over(other);
                boolean over = states().equals(List.of(State.FORMER, State.LIVE));
                assertThat(over || states().equals(List.of(State.LIVE, State.BUILDING)))
                        .as("after a death before statement %d", at)
                        .isTrue();
                assertThat(shown()).isEqualTo(over ? 7 : 5);
                generations.open();
                assertThat(shown()).isEqualTo(over ? 7 : 5);
                assertThat(generations.takeOver(1, 2)).isEqualTo(!over);
                assertThat(shown()).isEqualTo(7);
                database = before;
                if (!dead) {
                    assertThat(done).isTrue();
                    break;
                }
                died++;
            }
        }
        assertThat(died).as("control: it died in many places").isGreaterThan(30 / step);
    }

    @Test
    @DisplayName("of instances that begin, take over and cancel at once, one decides")
    void one_decides() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                int live = generations.live().number();
                assertThat(together(
                                threads,
                                () -> generations.begin(UUID.randomUUID()).isPresent()))
                        .isEqualTo(1);
                int building = generations.all().getLast().number();
                var turn = new AtomicInteger();
                assertThat(together(
                                threads,
                                () -> turn.getAndIncrement() % 2 == 0
                                        ? generations.takeOver(live, building)
                                        : generations.cancel(building, UUID.randomUUID())))
                        .isEqualTo(1);
                var state = generations.all().getLast().state();
                assertThat(generations.live().number()).isEqualTo(state == State.LIVE ? building : live);
                assertThat(state).isIn(State.LIVE, State.CANCELLED);
            }
        }
    }

    private static int together(ExecutorService threads, Callable<Boolean> act) throws Exception {
        var go = new CountDownLatch(1);
        var all = IntStream.range(0, 4)
                .mapToObj(_ -> threads.submit(() -> {
                    go.await();
                    return act.call();
                }))
                .toList();
        go.countDown();
        int done = 0;
        for (var one : all) {
            done += one.get() ? 1 : 0;
        }
        return done;
    }

    @Test
    @DisplayName("what is over is dropped after its time with its tables, what is live or built never")
    void drops() throws Exception {
        generations.begin(UUID.randomUUID());
        var key = UUID.randomUUID();
        assertThat(generations.cancel(2, key)).isTrue();
        assertThat(generations.cancel(2, key)).isFalse();
        generations.begin(UUID.randomUUID());
        assertThat(generations.over(Duration.ofHours(1))).isEmpty();
        assertThat(generations.over(Duration.ZERO)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(2);
            assertThat(one.cancelled()).isEqualTo(key);
        });
        for (int number = 1; number <= 3; number++) {
            generations.drop(number);
        }
        assertThat(states()).containsExactly(State.LIVE, State.DROPPED, State.BUILDING);
        assertThat(Statements.number(
                        database,
                        "select count(*) from pg_namespace where nspname ~ '^%s(_.)?$'".formatted(schema.name())))
                .isEqualTo(2);
        generations.drop(2);
        fed(1, "5.00");
        assertThat(shown()).isEqualTo(5);
    }

    @Test
    @DisplayName("a record that was acknowledged stays so in the generation that takes over")
    void stays_acknowledged() {
        var record = new Unread("opportunity", "opportunity.events.v1", 1, 5, SENT);
        feed(1).pass(record);
        new Asides(new Mart(database, PATIENCE), schema.tables()).acknowledge(record.id(), Instant.EPOCH);
        generations.begin(UUID.randomUUID());
        feed(2).pass(record);
        feed(2).pass(new Unread("opportunity", "opportunity.events.v1", 1, 6, SENT));
        var next = new Asides(new Mart(database, PATIENCE), schema.tables(2));
        assertThat(next.count()).isEqualTo(2);
        generations.takeOver(1, 2);
        assertThat(next.count()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "schemas of earlier declarations are listed with what they were fed from, and dropped one by one when told to")
    void old_schemas() throws Exception {
        var sales = new Sales(ZoneOffset.UTC);
        var earlier =
                new Declarations(List.of(sales.measures()), sales.reports().subList(0, 1));
        var before = new Schema(earlier);
        var mart = new Mart(database, PATIENCE);
        before.create(mart, new SqlViews(earlier, before.tables(), ZoneOffset.UTC));
        new Feed(mart, before.tables(), earlier, "lead")
                .handle(0, List.of(Said.on(LocalDate.EPOCH, "x.y.v1", new UUID(1, 1), 1, "lead", "")));
        Statements.execute(database, "create schema mart_of_somebody_else");
        generations.begin(UUID.randomUUID());
        var old = new OldSchemas(mart, schema);

        assertThat(old.all()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(before.name());
            assertThat(one.bytes()).isPositive();
            assertThat(one.sources()).containsExactly("lead");
        });
        assertThat(old.named(schema.name())).isEmpty();
        assertThat(old.named("mart_of_somebody_else")).isEmpty();
        var named = old.named(before.name()).orElseThrow();
        old.drop(named);
        old.drop(named);
        assertThat(old.all()).isEmpty();
        assertThat(Statements.number(database, "select count(*) from pg_namespace where nspname like 'mart\\_%'"))
                .isEqualTo(4);
    }
}
