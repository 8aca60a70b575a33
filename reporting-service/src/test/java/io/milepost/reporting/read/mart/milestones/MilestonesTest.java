package io.milepost.reporting.read.mart.milestones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private static final String SALES = "sales-milestones";
    private static final String DELIVERY = "delivery-milestones";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private final UUID id = new UUID(1, 1);
    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
    private long position;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("R-194: a delivery that slipped is late against its first plan and on time against its last")
    void a_delivery_is_measured_against_both_baselines() {
        after(
                delivery("handover.initiated", 0, "\"owner\":\"j.smith\""),
                delivery(
                        "delivery-project.plan-baselined",
                        1,
                        "\"milestones\":[" + plan("INSTALL", 10) + "," + plan("TEST/1.0", 20) + "]"),
                delivery(
                        "delivery-project.milestone-slipped",
                        8,
                        "\"milestone\":\"INSTALL\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"rain\""
                                .formatted(MARCH.plusDays(10), MARCH.plusDays(15))),
                delivery("delivery-project.milestone-reached", 14, reached("INSTALL", 10, 14)));

        assertThat(figures(DELIVERY, 0)).isEmpty();
        assertThat(figures(DELIVERY, 1)).isEqualTo("2 0 0 0 0 2 0 0 null/null null/null");
        assertThat(figures(DELIVERY, 12)).isEqualTo("2 0 0 0 0 2 0 0 2.00/null 2/null");
        assertThat(figures(DELIVERY, 14)).isEqualTo("2 1 1 0 0 1 0 0 4.00/-1.00 4/-1");
        assertThat(figures(DELIVERY, 23)).isEqualTo("2 1 1 0 0 1 1 0 3.50/1.00 4/3");
        assertThat(fed.rows("delivery_milestone", "orderBy", "milestone").rows())
                .extracting(row -> row.get("milestone") + " " + row.get("owner"))
                .containsExactly("INSTALL j.smith", "TEST/1.0 j.smith");
    }

    @Test
    @DisplayName("R-194: a milestone that nobody planned is reached, and neither early nor late")
    void without_a_plan_nothing_is_late() {
        after(
                sale("identified", 0, "\"owner\":\"smith\""),
                sale(
                        "milestone-reached",
                        3,
                        "\"stage\":4,\"milestone\":\"DEMO\",\"on\":\"%s\"".formatted(MARCH.plusDays(2))));
        assertThat(figures(SALES, 1)).isEmpty();
        assertThat(figures(SALES, 3)).isEqualTo("0 1 0 0 1 0 0 0 null/null null/null");
    }

    @Test
    @DisplayName("R-194: the first plan of a sale's milestone stays its baseline, whatever is planned later")
    void a_sale_is_planned_and_planned_again() {
        after(
                sale("identified", 0, "\"owner\":\"smith\""),
                sale(
                        "milestones-planned",
                        1,
                        "\"milestones\":[%s,%s]".formatted(planned(4, "DEMO", 5), planned(5, "REVIEW", 9))),
                sale("milestones-planned", 4, "\"milestones\":[%s]".formatted(planned(4, "DEMO", 8))),
                sale(
                        "milestone-reached",
                        9,
                        "\"stage\":4,\"milestone\":\"DEMO\",\"on\":\"%s\"".formatted(MARCH.plusDays(9))),
                sale("lost", 12, "\"reason\":\"price\",\"closedOn\":\"%s\"".formatted(MARCH.plusDays(12))));
        assertThat(figures(SALES, 6)).isEqualTo("2 0 0 0 0 2 0 0 1.00/null 1/null");
        assertThat(figures(SALES, 9)).isEqualTo("2 1 0 1 0 1 0 0 4.00/1.00 4/1");
        assertThat(figures(SALES, 11)).isEqualTo("2 1 0 1 0 1 1 0 3.00/1.50 4/2");
        assertThat(figures(SALES, 20)).as("nobody waits for what was lost").isEqualTo("2 1 0 1 0 0 0 1 4.00/1.00 4/1");
    }

    @Test
    @DisplayName("R-194: milestones go with their deal to another owner, and are waited for again once it is reopened")
    void a_sale_changes_hands_and_is_reopened() {
        after(
                sale("identified", 0, "\"owner\":\"smith\""),
                sale("milestones-planned", 1, "\"milestones\":[%s]".formatted(planned(4, "DEMO", 8))),
                sale("owner-changed", 3, "\"owner\":\"lee\""),
                sale("lost", 5, "\"reason\":\"price\",\"closedOn\":\"%s\"".formatted(MARCH.plusDays(5))),
                sale("reopened", 7, "\"reason\":\"the winner went bankrupt\""));
        assertThat(owners(2)).containsExactly("smith");
        assertThat(owners(3)).containsExactly("lee");
        assertThat(figures(SALES, 6)).isEqualTo("1 0 0 0 0 0 0 1 null/null null/null");
        assertThat(figures(SALES, 9)).isEqualTo("1 0 0 0 0 1 1 0 1.00/1.00 1/1");
    }

    private List<Object> owners(int day) {
        return fed.ask(SALES, "by", "owner", "asOf", MARCH.plusDays(day).toString()).rows().stream()
                .map(row -> row.get("owner"))
                .toList();
    }

    @Test
    void an_opportunity_that_was_never_identified_is_a_fault_and_not_passed_over() {
        var reached = sale("milestone-reached", 1, "\"stage\":4,\"milestone\":\"DEMO\",\"on\":\"2026-03-02\"");
        assertThatThrownBy(() -> new SalesMilestones(ZoneOffset.UTC).apply(null, reached))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never identified");
        after(reached);
        assertThat(fed.select("select dataset from $.aside")).contains("sales_milestone");
    }

    private void after(Inbound... events) {
        fed.take(List.of(events), new Random(1));
    }

    /** planned reached on_time late unplanned open overdue dropped, average and worst slip against the first plan and the latest. */
    private String figures(String report, int day) {
        return fed.ask(report, "by", "", "asOf", MARCH.plusDays(day).toString()).rows().stream()
                .map(row ->
                        Stream.of("planned", "reached", "on_time", "late", "unplanned", "open", "overdue", "dropped")
                                        .map(name -> String.valueOf(row.get(name)))
                                        .collect(Collectors.joining(" "))
                                + " %s/%s %s/%s"
                                        .formatted(
                                                row.get("first_slip_average"),
                                                row.get("plan_slip_average"),
                                                row.get("first_slip_max"),
                                                row.get("plan_slip_max")))
                .collect(Collectors.joining("; "));
    }

    private Inbound sale(String type, int day, String fields) {
        return Said.on(MARCH.plusDays(day), "opportunity." + type + ".v1", id, ++position, "opportunity", fields);
    }

    private Inbound delivery(String type, int day, String fields) {
        return Said.on(MARCH.plusDays(day), type + ".v1", id, ++position, "delivery", fields);
    }

    private static String plan(String code, int day) {
        return "{\"code\":\"%s\",\"name\":\"n\",\"plannedOn\":\"%s\"}".formatted(code, MARCH.plusDays(day));
    }

    private static String planned(int stage, String milestone, int day) {
        return "{\"stage\":%d,\"milestone\":\"%s\",\"plannedOn\":\"%s\"}"
                .formatted(stage, milestone, MARCH.plusDays(day));
    }

    private static String reached(String milestone, int planned, int day) {
        return "\"milestone\":\"%s\",\"plannedOn\":\"%s\",\"reachedOn\":\"%s\""
                .formatted(milestone, MARCH.plusDays(planned), MARCH.plusDays(day));
    }
}
