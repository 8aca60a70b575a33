package io.milepost.reporting.read.mart.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 3, 6);
    private static final LocalDate TODAY = LocalDate.of(2017, 12, 31);
    private static final UUID DEAL = new UUID(7, 1);

    private final Declarations declarations;
    private HikariDataSource database;
    private Fed fed;

    FeedTest() {
        var sales = new Sales(ZoneOffset.UTC);
        declarations =
                new Declarations(List.of(sales.measures()), sales.reports().subList(0, 2));
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

    @Test
    @DisplayName(
            "a process that dies before any of its statements and begins again has fed the same as one that never died")
    void dies_anywhere() {
        var batches = List.of(firstDeals().subList(0, 4), firstDeals().subList(0, 9), firstDeals());
        batches.forEach(batch -> fed.feed("opportunity").handle(3, batch));
        var expected = fed.contents();

        int died = 0;
        for (int at = 0; ; at++) {
            try (var other = Postgres.database()) {
                var dying = new Fed(other, declarations, TODAY);
                var calls = new AtomicInteger(-at);
                boolean dead = false;
                for (var batch : batches) {
                    try {
                        feed(dying, Mortal.of(other, calls)).handle(3, batch);
                    } catch (Mortal.Death death) {
                        dead = true;
                        feed(dying, other).handle(3, batch);
                    }
                }
                assertThat(dying.contents())
                        .as("after a death before statement %d", at)
                        .isEqualTo(expected);
                if (!dead) {
                    break;
                }
                died++;
            }
        }
        assertThat(died).as("control: it died in many places").isGreaterThan(30);
    }

    @Test
    @DisplayName("two instances that take the same records at once count each of them once")
    void two_instances() throws Exception {
        fed.feed("opportunity").handle(3, firstDeals());
        var expected = fed.contents();
        try (var other = Postgres.database();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = new Fed(other, declarations, TODAY);
            var go = new CountDownLatch(1);
            var done = new ArrayList<Future<?>>();
            for (int instance = 0; instance < 4; instance++) {
                int first = instance;
                done.add(threads.submit(() -> {
                    go.await();
                    for (int size = 1 + first; size <= firstDeals().size(); size += 1 + first) {
                        both.feed("opportunity").handle(3, firstDeals().subList(0, size));
                    }
                    both.feed("opportunity").handle(3, firstDeals());
                    return null;
                }));
            }
            go.countDown();
            for (var one : done) {
                one.get();
            }
            assertThat(both.contents()).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("two instances with two partitions of the same sums wait for each other and never in a circle")
    void two_partitions() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (int partition = 0; partition < 3; partition++) {
                int of = partition;
                done.add(threads.submit(() -> {
                    for (int batch = 0; batch < 40; batch++) {
                        var events = new ArrayList<Inbound>();
                        for (int deal = 0; deal < 5; deal++) {
                            long at = batch * 5L + deal + 1;
                            events.add(identified(new UUID(of, at), at, MONDAY.minusDays((at * 37 * (of + 1)) % 300)));
                        }
                        fed.feed("opportunity").handle(of, events);
                    }
                    return null;
                }));
            }
            for (var one : done) {
                one.get();
            }
        }
        assertThat(fed.ask("funnel", "by", "", "asOf", "2017-12-31")
                        .rows()
                        .getFirst()
                        .get("open"))
                .isEqualTo(BigInteger.valueOf(600));
    }

    @Test
    @DisplayName(
            "a subject whose event cannot be read or folded is set aside alone, with position and reason, and all else"
                    + " goes on")
    void sets_aside() {
        UUID whole = new UUID(7, 2);
        UUID unheard = new UUID(7, 3);
        fed.feed("opportunity")
                .handle(
                        0,
                        List.of(
                                identified(DEAL, 1, MONDAY),
                                identified(whole, 2, MONDAY),
                                said("opportunity.value-updated.v1", DEAL, 3, "\"expectedValue\":\"a lot\""),
                                said("opportunity.qualified.v1", unheard, 4, ""),
                                said("opportunity.qualified.v1", DEAL, 5, ""),
                                said("opportunity.qualified.v1", whole, 6, "")));
        fed.feed("opportunity").handle(0, List.of(said("opportunity.qualified.v1", DEAL, 7, "")));

        var answer = fed.ask("funnel", "by", "");

        assertThat(answer.setAside()).isEqualTo(2);
        assertThat(answer.rows()).singleElement().satisfies(row -> {
            assertThat(row.get("identified")).isEqualTo(BigInteger.ONE);
            assertThat(row.get("qualified")).isEqualTo(BigInteger.ONE);
        });
        assertThat(fed.select("select position || ' ' || cause from $.aside order by position"))
                .containsExactly(
                        "3 opportunity.value-updated.v1 at opportunity/3 does not read as ValueUpdated:"
                                + " MismatchedInputException",
                        "4 IllegalStateException");
    }

    @Test
    @DisplayName("what was believed stays readable: each span says since which position, and until which")
    void keeps_what_was_believed() {
        fed.feed("opportunity").handle(0, List.of(identified(DEAL, 1, MONDAY)));
        fed.feed("opportunity").handle(0, List.of(said("opportunity.qualified.v1", DEAL, 2, "", MONDAY.plusDays(3))));
        fed.feed("opportunity").handle(0, List.of(said("opportunity.authorized.v1", DEAL, 3, "", MONDAY.plusDays(3))));

        assertThat(fed.select("""
            select concat_ws(' ', stage, valid_from, valid_to, event_position, until_position) from $.opportunity_history
            order by event_position, valid_from\
            """))
                .containsExactly(
                        "IDENTIFIED 2017-03-06 9999-12-31 1 2",
                        "IDENTIFIED 2017-03-06 2017-03-09 2",
                        "QUALIFIED 2017-03-09 9999-12-31 2");
    }

    @Test
    @DisplayName("what a restored source says anew under another epoch is taken, whatever its positions")
    void takes_another_epoch() {
        fed.feed("opportunity").handle(0, List.of(identified(DEAL, 10, MONDAY)));
        var other = identified(new UUID(7, 9), 3, MONDAY);
        fed.feed("opportunity")
                .handle(
                        0,
                        List.of(new Inbound(
                                other.source(),
                                other.type(),
                                other.subject(),
                                other.eventId(),
                                3,
                                "another",
                                other.effectiveAt(),
                                other.recordedAt(),
                                "t",
                                "c",
                                "k",
                                other.data())));
        assertThat(fed.ask("funnel", "by", "").rows().getFirst().get("open")).isEqualTo(BigInteger.TWO);
        assertThat(fed.feed("opportunity").load("", "", 0).epoch()).isEqualTo("another");
    }

    @Test
    @DisplayName("declarations that ask for other tables are another schema, and the same ones are the same")
    void names_its_schema() {
        assertThat(new Schema(declarations).tables()).isEqualTo(fed.schema.tables());
        var sales = new Sales(ZoneOffset.UTC);
        assertThat(new Schema(new Declarations(
                                List.of(sales.measures()), sales.reports().subList(0, 1)))
                        .tables())
                .isNotEqualTo(fed.schema.tables());
        fed.schema.create(fed.mart, fed.views());
    }

    @Test
    @DisplayName("a sum has no end: ten deals of the largest amount are ten times the largest amount")
    void never_wraps() {
        var events = new ArrayList<Inbound>();
        for (int deal = 1; deal <= 10; deal++) {
            events.add(Said.on(
                    MONDAY,
                    "opportunity.identified.v1",
                    new UUID(8, deal),
                    deal,
                    "opportunity",
                    "\"owner\":\"kim\",\"expectedValue\":{\"amount\":\"999999999999999.000\",\"currency\":\"KWD\"}"));
        }
        fed.feed("opportunity").handle(0, events);
        assertThat(fed.ask("funnel", "by", "owner").rows().getFirst().get("open_value"))
                .hasToString("9999999999999990.000");
    }

    private Feed feed(Fed of, DataSource source) {
        return new Feed(
                new Mart(source, java.time.Duration.ofSeconds(20)), of.schema.tables(), declarations, "opportunity");
    }

    private static List<Inbound> firstDeals() {
        var events = new ArrayList<Inbound>();
        for (int deal = 1; deal <= 4; deal++) {
            events.add(identified(new UUID(7, deal), events.size() + 1L, MONDAY.plusDays(deal)));
        }
        for (int deal = 1; deal <= 3; deal++) {
            events.add(said("opportunity.qualified.v1", new UUID(7, deal), events.size() + 1L, "", MONDAY.plusDays(9)));
        }
        events.add(said(
                "opportunity.value-updated.v1",
                DEAL,
                8,
                "\"expectedValue\":{\"amount\":\"7.00\",\"currency\":\"EUR\"}"));
        events.add(said("opportunity.lost.v1", DEAL, 9, "\"reason\":\"price\",\"closedOn\":\"2017-03-07\""));
        events.add(said("opportunity.qualified.v1", new UUID(9, 9), 10, ""));
        events.add(said(
                "opportunity.withdrawn.v1", new UUID(7, 2), 11, "\"reason\":\"ours\",\"closedOn\":\"2017-05-01\""));
        return events;
    }

    private static Inbound identified(UUID deal, long position, LocalDate on) {
        return Said.on(
                on,
                "opportunity.identified.v1",
                deal,
                position,
                "opportunity",
                "\"owner\":\"kim\",\"product\":\"P\",\"expectedValue\":{\"amount\":\"12.50\",\"currency\":\"USD\"}");
    }

    private static Inbound said(String type, UUID deal, long position, String fields) {
        return said(type, deal, position, fields, MONDAY.plusDays(20));
    }

    private static Inbound said(String type, UUID deal, long position, String fields, LocalDate on) {
        return Said.on(on, type, deal, position, "opportunity", fields);
    }
}
