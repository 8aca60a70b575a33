package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.Topic;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Asides;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Reconciling;
import io.milepost.reporting.read.mart.store.Redriving;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does about tables: goes on with what was set aside, and holds them against the topics. */
class RepairTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final Declarations declarations;
    private final List<Inbound> events = new ArrayList<>();
    private HikariDataSource database;
    private Fed fed;

    RepairTest() {
        var sales = new Sales(ZoneOffset.UTC);
        declarations = new Declarations(List.of(sales.measures()), sales.reports());
    }

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, declarations, TODAY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void happen(long seed, int deals) {
        var random = new Random(seed);
        SalesLawsTest.places(SalesLawsTest.FIRST, events, random);
        for (int deal = 0; deal < deals; deal++) {
            SalesLawsTest.story(SalesLawsTest.FIRST, new UUID(seed, deal), events, random);
        }
    }

    private int redriven(Fed of, String source, List<Aside> asides, History topic) {
        return new Redriving(of.mart, of.schema.tables()).redrive(of.feed(source), asides, topic);
    }

    private static List<Aside> aside(Fed of) {
        return new Asides(of.mart, of.schema.tables()).find(null, null, 1_000);
    }

    private static void setAside(Fed of, String dataset, Inbound from) {
        of.change("insert into $.aside (dataset, subject, source, type, position, cause, since)"
                + " values ('%s', '%s', '%s', '%s', %d, 'Planted', '%s')"
                        .formatted(
                                dataset,
                                from.subject(),
                                from.source(),
                                from.type(),
                                from.position(),
                                from.recordedAt()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    @DisplayName("after a redrive the tables are those of a feed in which nothing was ever set aside")
    void equals_undisturbed(long seed) {
        happen(seed, 40);
        var random = new Random(seed);
        fed.take(events, random);
        var expected = fed.contents();
        try (var other = Postgres.database()) {
            var disturbed = new Fed(other, declarations, TODAY);
            var subjects = new TreeSet<UUID>();
            for (int many = 0; many < 25; many++) {
                var from = events.get(random.nextInt(events.size()));
                if (subjects.add(from.subject())) {
                    setAside(disturbed, from.source().equals("lead") ? "team_place" : "opportunity", from);
                }
            }
            disturbed.take(events.subList(0, events.size() / 2), random);
            var early = aside(disturbed).stream()
                    .filter(one -> one.source().equals("opportunity"))
                    .limit(5)
                    .toList();
            assertThat(redriven(disturbed, "opportunity", early, Topic.of(events)))
                    .isPositive();
            disturbed.take(events, random);
            assertThat(disturbed.contents()).as("control").isNotEqualTo(expected);

            int tried = aside(disturbed).size();
            int healed = 0;
            for (String source : List.of("lead", "opportunity")) {
                healed += redriven(
                        disturbed,
                        source,
                        aside(disturbed).stream()
                                .filter(one -> one.source().equals(source))
                                .toList(),
                        Topic.of(events));
            }
            assertThat(healed).isEqualTo(tried).isPositive();
            assertThat(disturbed.contents()).isEqualTo(expected);
            assertThat(redriven(disturbed, "opportunity", early, Topic.of(events)))
                    .isZero();
            assertThat(disturbed.contents()).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("a redrive beside a feed that goes on loses nothing and counts nothing twice")
    void beside_the_feed() throws Exception {
        happen(21, 60);
        fed.take(events, new Random(1));
        var expected = fed.contents();
        try (var other = Postgres.database();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var disturbed = new Fed(other, declarations, TODAY);
            var seen = new TreeSet<UUID>();
            events.stream()
                    .filter(event -> event.source().equals("opportunity"))
                    .filter(event -> event.subject().getLeastSignificantBits() % 2 == 0)
                    .filter(event -> seen.add(event.subject()))
                    .forEach(event -> setAside(disturbed, "opportunity", event));
            var feeding = threads.submit(() -> disturbed.take(events, new Random(2)));
            int rounds = 0;
            while (!feeding.isDone() || rounds == 0) {
                redriven(disturbed, "opportunity", aside(disturbed), Topic.of(events));
                rounds++;
            }
            feeding.get();
            redriven(disturbed, "opportunity", aside(disturbed), Topic.of(events));
            assertThat(aside(disturbed)).isEmpty();
            assertThat(disturbed.contents()).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("what still fails stays set aside with the reason of now, and others of the same redrive go on")
    void stays() {
        happen(31, 3);
        UUID bad = new UUID(31, 0);
        UUID good = new UUID(31, 1);
        events.add(Said.on(
                SalesLawsTest.FIRST.plusDays(300),
                "opportunity.value-updated.v1",
                bad,
                1_000_000,
                "opportunity",
                "\"expectedValue\":\"a lot\""));
        for (UUID subject : List.of(bad, good)) {
            setAside(
                    fed,
                    "opportunity",
                    events.stream()
                            .filter(event -> event.subject().equals(subject))
                            .findFirst()
                            .orElseThrow());
        }
        fed.take(events, new Random(1));

        assertThat(redriven(fed, "opportunity", aside(fed), Topic.of(events))).isEqualTo(1);
        assertThat(aside(fed)).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(bad);
            assertThat(one.position()).isEqualTo(1_000_000);
            assertThat(one.cause()).contains("does not read as ValueUpdated").doesNotContain("a lot");
        });
        assertThat(fed.select("select count(*) from $.opportunity_view")).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    @DisplayName("tables that were fed in any way differ from the topics in nothing, also while the feed is behind")
    void right(long seed) {
        happen(seed, 40);
        fed.take(events.subList(0, events.size() * 2 / 3), new Random(seed));
        assertThat(differences(events).counts()).isEmpty();
        var bad = events.stream()
                .filter(event -> event.source().equals("opportunity"))
                .reduce((_, last) -> last)
                .orElseThrow();
        setAside(fed, "opportunity", bad);
        fed.take(events, new Random(seed + 1));
        assertThat(differences(events).counts()).isEmpty();
        assertThat(fed.select("select sum(events) from $.position")).containsExactly(String.valueOf(events.size()));
    }

    private Differences differences(List<Inbound> log) {
        return new Reconciling(fed.mart, fed.schema.tables())
                .of(declarations.sources().stream().map(fed::feed).toList(), Topic.of(log));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opportunity | view | update $.opportunity_view set position = position + 1 where subject ="
                        + " (select min(subject::text)::uuid from $.opportunity_view)",
                "opportunity | view | update $.opportunity_view v set view = o.view from $.opportunity_view o"
                        + " where v.subject = '00000000-0000-0033-0000-000000000001' and v.view <> o.view",
                "opportunity | view | delete from $.opportunity_view where subject ="
                        + " '00000000-0000-0033-0000-000000000001'",
                "opportunity | history | update $.opportunity_history set owner = 'somebody' where id ="
                        + " '00000000-0000-0033-0000-000000000001'",
                "opportunity | history | delete from $.opportunity_history where until_position is not null and id ="
                        + " '00000000-0000-0033-0000-000000000001'",
                "opportunity | history | insert into $.opportunity_history select * from $.opportunity_history limit 1",
                "opportunity | 1_cell | update $.opportunity_1_cell set currency = 'XTS' where id = 1",
                "opportunity | 1_stock | update $.opportunity_1_stock set m_open = m_open + 1 where (slot, cell) ="
                        + " (select slot, cell from $.opportunity_1_stock limit 1)",
                "opportunity | 1_flow | delete from $.opportunity_1_flow",
                "team_place | reference | update $.team_place set team = 'another'",
                "team_place | view | delete from $.team_place_view"
            })
    @DisplayName("a difference in each kind of table is found, and named with its dataset and table")
    void finds(String dataset, String table, String change) {
        happen(51, 20);
        fed.take(events, new Random(5));
        assertThat(differences(events).counts()).as("control").isEmpty();

        fed.change(change);

        var found = differences(events);
        assertThat(found.counts()).containsKey(dataset);
        assertThat(found.named(dataset))
                .anySatisfy(one -> assertThat(one.table()).isEqualTo(table));
        assertThat(found.counts()).hasSize(1);
    }

    @Test
    @DisplayName("what cannot be read by now and is not set aside is a difference, and nothing of its data is told")
    void finds_what_is_not_set_aside() {
        happen(61, 3);
        fed.take(events, new Random(5));
        fed.change("update $.position set position = 2000000");
        events.add(Said.on(
                SalesLawsTest.FIRST.plusDays(300),
                "opportunity.value-updated.v1",
                new UUID(61, 0),
                1_000_000,
                "opportunity",
                "\"expectedValue\":\"a lot\""));
        assertThat(differences(events).named("opportunity")).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("aside");
            assertThat(one.expected()).contains("does not read as").doesNotContain("a lot");
        });
    }
}
