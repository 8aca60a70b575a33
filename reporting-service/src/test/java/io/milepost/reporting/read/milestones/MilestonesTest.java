package io.milepost.reporting.read.milestones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Projector;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MilestonesTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private final UUID id = UUID.randomUUID();
    private long position;

    @Test
    @DisplayName("R-194: a delivery that slipped is late against its first plan and on time against its last")
    void a_delivery_is_measured_against_both_baselines() {
        var cells = delivery(
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

        assertThat(figures(cells, 0)).isEqualTo("null 0 null null 0 null null null null/null null/null");
        assertThat(figures(cells, 1)).isEqualTo("2 0 0 0 0 2 0 0 null/null null/null");
        assertThat(figures(cells, 12)).isEqualTo("2 0 0 0 0 2 0 0 2.00/null 2/null");
        assertThat(figures(cells, 14)).isEqualTo("2 1 1 0 0 1 0 0 4.00/-1.00 4/-1");
        assertThat(figures(cells, 23)).isEqualTo("2 1 1 0 0 1 1 0 3.50/1.00 4/3");
        assertThat(lines(cells, 23)).extracting(Line::code).containsExactlyInAnyOrder("INSTALL", "TEST/1.0");
        assertThat(lines(cells, 23)).extracting(Line::owner).containsOnly("j.smith");
    }

    @Test
    @DisplayName("R-194: a milestone that nobody planned is reached, and neither early nor late")
    void without_a_plan_nothing_is_late() {
        var cells = sales(
                sale("identified", 0, "\"owner\":\"smith\""),
                sale(
                        "milestone-reached",
                        3,
                        "\"stage\":4,\"milestone\":\"DEMO\",\"on\":\"%s\"".formatted(MARCH.plusDays(2))));
        assertThat(figures(cells, 1)).isEqualTo("null 0 null null 0 null null null null/null null/null");
        assertThat(figures(cells, 3)).isEqualTo("null 1 null null 1 null null null null/null null/null");
        assertThat(MilestonesApi.missing(EnumSet.allOf(Kind.class), lines(cells, 3)))
                .containsExactly(Kind.sales, Kind.delivery);
    }

    @Test
    @DisplayName("R-194: the first plan of a sale's milestone stays its baseline, whatever is planned later")
    void a_sale_is_planned_and_planned_again() {
        var cells = sales(
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
        assertThat(figures(cells, 6)).isEqualTo("2 0 0 0 0 2 0 0 1.00/null 1/null");
        assertThat(figures(cells, 9)).isEqualTo("2 1 0 1 0 1 0 0 4.00/1.00 4/1");
        assertThat(figures(cells, 11)).isEqualTo("2 1 0 1 0 1 1 0 3.00/1.50 4/2");
        assertThat(figures(cells, 20)).as("nobody waits for what was lost").isEqualTo("2 1 0 1 0 0 0 1 4.00/1.00 4/1");
        assertThat(MilestonesApi.missing(EnumSet.allOf(Kind.class), lines(cells, 20)))
                .containsExactly(Kind.delivery);
    }

    @Test
    void an_opportunity_that_was_never_identified_is_a_fault_and_not_passed_over() {
        var reached = sale("milestone-reached", 1, "\"stage\":4,\"milestone\":\"DEMO\",\"on\":\"2026-03-02\"");
        assertThatThrownBy(() -> new SalesMilestones(ZoneOffset.UTC).apply(null, reached))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never identified");
        assertThat(sales(reached).setAside()).isEqualTo(1);
    }

    private static InMemoryCells<Plan> sales(Inbound... events) {
        return after(new SalesMilestones(ZoneOffset.UTC), events);
    }

    private static InMemoryCells<Plan> delivery(Inbound... events) {
        return after(new DeliveryMilestones(ZoneOffset.UTC), events);
    }

    private static InMemoryCells<Plan> after(Projection<Plan> projection, Inbound... events) {
        var cells = new InMemoryCells<Plan>(new Random(0));
        new Projector<>(projection, cells).handle(0, List.of(events));
        return cells;
    }

    /** The kind does not matter to the figures: each test has one. */
    private static List<Line> lines(InMemoryCells<Plan> cells, int day) {
        return Line.of(Kind.sales, cells.upTo(MARCH.plusDays(day)));
    }

    /** planned reached onTime late unplanned open overdue dropped, average and worst slip against original/current. */
    private static String figures(InMemoryCells<Plan> cells, int day) {
        var json = Json.mapper().createObjectNode();
        var lines = lines(cells, day);
        new Slippage(lines, MARCH.plusDays(day))
                .write(
                        json,
                        !MilestonesApi.missing(EnumSet.of(Kind.sales), lines).contains(Kind.sales));
        return "%s %s %s %s %s %s %s %s %s %s"
                .formatted(
                        json.get("planned"),
                        json.get("reached"),
                        json.get("onTime"),
                        json.get("late"),
                        json.get("unplanned"),
                        json.get("open"),
                        json.get("overdue"),
                        json.get("dropped"),
                        slip(json, "averageSlipDays"),
                        slip(json, "worstSlipDays"));
    }

    private static String slip(ObjectNode json, String name) {
        return json.at("/" + name + "/original") + "/" + json.at("/" + name + "/current");
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
