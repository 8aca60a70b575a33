package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.query.QueryException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a sales director asks, each a report of a few lines or rows in an order. */
class QuestionsTest {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
    private static final UUID ACME = new UUID(8, 1);
    private static final UUID NAMELESS = new UUID(8, 2);

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
    private final List<Inbound> events = new ArrayList<>();

    @BeforeEach
    void deals() {
        say("lead", "account.opened.v1", ACME, MARCH.plusDays(2), "\"profile\":{\"name\":\"Acme\"}");
        say(
                "lead",
                "account.profile-updated.v1",
                ACME,
                MARCH.plusDays(60),
                "\"profile\":{\"name\":\"Acme Group\"},\"previous\":{\"name\":\"Acme\"}");
        say(
                "lead",
                "team-member.registered.v1",
                new UUID(9, 1),
                MARCH,
                "\"code\":\"kim\",\"team\":\"blue\",\"region\":\"East\",\"from\":\"2016-01-01\"");
        for (int deal = 1; deal <= 25; deal++) {
            events.add(Deals.described(
                    new UUID(1, deal),
                    "kim",
                    "Deal " + deal,
                    deal == 7 ? NAMELESS : ACME,
                    deal + ".00",
                    MARCH.plusDays(deal),
                    MARCH));
        }
        events.add(Deals.won(new UUID(1, 25), "25.00", "USD", MARCH.plusDays(40), MARCH.plusDays(40)));
        events.add(Deals.lost(new UUID(1, 24), MARCH.plusDays(2), MARCH.plusDays(2)));
        events.add(Deals.stageEntered(new UUID(1, 2), 1, MARCH.plusDays(20), MARCH.plusDays(20)));
        fed.take(events, new Random(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("win rate by product, region and month")
    void win_rate() {
        assertThat(told(
                        fed.ask("win-rates", "from", "2017-01-01", "to", "2017-12-31")
                                .rows(),
                        "product",
                        "region",
                        "month",
                        "won_deals",
                        "lost_deals",
                        "win_rate"))
                .containsExactly("P East 2017-03 0 1 0.0000", "P East 2017-04 1 0 1.0000");
    }

    @Test
    @DisplayName("the 20 largest open deals, each with its customer as it was called on the day asked about")
    void top_deals() {
        String open = "stage in ('IDENTIFIED', 'QUALIFIED')";
        var top = fed.rows("opportunity", "where", open, "orderBy", "value_amount desc", "limit", "20");
        assertThat(top.rows()).hasSize(20);
        assertThat(top.next()).isNull();
        assertThat(told(top.rows().subList(0, 2), "name", "customer", "value_amount", "currency"))
                .containsExactly("Deal 23 Acme Group 23.00 USD", "Deal 22 Acme Group 22.00 USD");
        assertThat(told(top.rows(), "name", "customer")).contains("Deal 7 (unknown)");
        assertThat(told(
                        fed.rows(
                                        "opportunity",
                                        "orderBy",
                                        "customer desc, value_amount",
                                        "limit",
                                        "1",
                                        "asOf",
                                        "2017-03-01")
                                .rows(),
                        "name",
                        "customer"))
                .containsExactly("Deal 1 Acme");
        assertThat(told(
                        fed.ask("funnel", "by", "customer", "asOf", "2017-12-31")
                                .rows(),
                        "customer",
                        "open",
                        "open_value"))
                .containsExactly("(unknown) 1 7.00", "Acme Group 22 269.00");
    }

    @Test
    @DisplayName("rows in an order of one's own have no pages, and no other columns than there are")
    void refuses_orders() {
        for (String order : List.of("size", "name down", "name,", "name name", "")) {
            assertThatThrownBy(() -> fed.rows("opportunity", "orderBy", order))
                    .isInstanceOfSatisfying(
                            QueryException.class, e -> assertThat(e.parameter()).isEqualTo("orderBy"));
        }
        assertThatThrownBy(() -> fed.rows("opportunity", "orderBy", "name", "after", new UUID(1, 1).toString()))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo("after"));
        assertThat(fed.rows("opportunity", "orderBy", "name desc,opportunity_id asc,part")
                        .rows())
                .hasSize(25);
    }

    @Test
    @DisplayName("deals stuck over 30 days, by name: from the 31st day on in the stage that they were proven to be in")
    void stuck() {
        assertThat(fed.ask("stuck-deals", "asOf", MARCH.plusDays(30).toString()).rows())
                .isEmpty();
        var on31 = fed.ask("stuck-deals", "asOf", MARCH.plusDays(31).toString(), "orderBy", "stuck_value desc")
                .rows();
        assertThat(on31).hasSize(23);
        assertThat(told(on31.subList(0, 1), "name", "owner", "stuck", "stuck_value", "days_beyond_30_max"))
                .containsExactly("Deal 25 kim 1 25.00 1");
        assertThat(told(on31, "name")).doesNotContain("Deal 2", "Deal 24");
        assertThat(told(
                        fed.ask("stuck-deals", "asOf", MARCH.plusDays(51).toString())
                                .rows(),
                        "name",
                        "days_beyond_30_max"))
                .contains("Deal 2 1", "Deal 3 21")
                .doesNotContain("Deal 25 21");
    }

    @Test
    @DisplayName("open deals past the day on which they were expected to close, by name, and how late")
    void late_closings() {
        var late =
                fed.ask("late-closings", "asOf", MARCH.plusDays(4).toString()).rows();
        assertThat(told(late, "name", "closing_late", "closing_slip_max"))
                .containsExactly("Deal 1 1 3", "Deal 2 1 2", "Deal 3 1 1");
        assertThat(told(
                        fed.ask(
                                        "late-closings",
                                        "by",
                                        "",
                                        "asOf",
                                        MARCH.plusDays(4).toString())
                                .rows(),
                        "closing_late",
                        "closing_slip_average"))
                .containsExactly("3 2.00");
    }

    @Test
    @DisplayName("contracts that are signed and not yet delivered, by team, until the day of delivery")
    void undelivered() {
        UUID contract = new UUID(5, 1);
        say(
                "delivery",
                "handover.initiated.v1",
                contract,
                MARCH,
                "\"owner\":\"kim\",\"value\":{\"amount\":\"90.00\",\"currency\":\"USD\"}");
        say("delivery", "handover.accepted.v1", contract, MARCH.plusDays(5), "\"acceptedOn\":\"2017-03-05\"");
        say(
                "delivery",
                "delivery-project.completed.v1",
                contract,
                MARCH.plusDays(20),
                "\"contractId\":\"%s\",\"completedOn\":\"2017-03-19\"".formatted(contract));
        fed.take(events.subList(events.size() - 3, events.size()), new Random(1));
        String[] columns = {"team", "undelivered", "undelivered_value"};
        assertThat(told(fed.ask("undelivered", "asOf", "2017-03-18").rows(), columns))
                .containsExactly("blue 1 90.00");
        assertThat(told(
                        fed.ask("undelivered", "asOf", "2017-03-18", "where", "initiated_on ge 2017-03-02")
                                .rows(),
                        columns))
                .isEmpty();
        assertThat(fed.ask("undelivered", "asOf", "2017-03-19").rows()).isEmpty();
        assertThat(fed.ask("handovers", "by", "", "asOf", "2017-03-19")
                        .rows()
                        .getFirst()
                        .get("accepted"))
                .hasToString("1");
    }

    private void say(String source, String type, UUID subject, LocalDate on, String fields) {
        events.add(Said.on(on, type, subject, events.size() + 1L, source, fields));
    }

    private static List<String> told(List<Map<String, Object>> rows, String... columns) {
        return rows.stream()
                .map(row -> List.of(columns).stream()
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
