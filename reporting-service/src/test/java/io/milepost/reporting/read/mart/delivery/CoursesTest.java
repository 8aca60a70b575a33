package io.milepost.reporting.read.mart.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.CompanyMart;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoursesTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    @RegisterExtension
    final CompanyMart mart = new CompanyMart();

    @Test
    @DisplayName(
            "R-157, R-158, R-161: what is accepted at the first attempt is told apart from what failed before, by point and by delivery")
    void first_pass() {
        sold(1, "smith");
        sold(2, "kim");
        point(1, 1, "SINGLE_POINT", "2017-01-10");
        point(1, 2, "SINGLE_POINT", "2017-01-10");
        accepted(1, 1, "2017-01-20");
        failed(1, 2, "2017-01-20");
        failed(1, 2, "2017-01-25");
        accepted(1, 2, "2017-02-01");
        point(1, 9, "COMPREHENSIVE", "2017-02-02");
        whole(1, 9, "2017-02-10");
        point(2, 8, "COMPREHENSIVE", "2017-03-01");
        whole(2, 8, "2017-04-03");
        mart.take(new Random(1));

        String[] columns = {
            "accepted_points",
            "first_pass_points",
            "first_pass_rate",
            "failed_inspections",
            "accepted_wholes",
            "first_pass_wholes",
            "first_pass_whole_rate"
        };
        assertThat(mart.told("first-pass-acceptance", "owner", "2017-01-24", columns))
                .containsExactly("smith 1 1 1.0000 1 0 0 null");
        assertThat(mart.told("first-pass-acceptance", "owner", "2017-12-31", columns))
                .containsExactly("kim 1 1 1.0000 0 1 1 1.0000", "smith 3 2 0.6667 2 1 0 0.0000");
        assertThat(mart.told(
                        "first-pass-acceptance", "for_quarter", "2017-12-31", "accepted_points", "first_pass_rate"))
                .containsExactly("2017-Q1 3 0.6667", "2017-Q2 1 1.0000");
    }

    @Test
    @DisplayName(
            "R-151: a suspension stands until the delivery goes on or is accepted, and counts as days that were lost")
    void suspensions() {
        sold(1, "smith");
        sold(2, "kim");
        project(1, "suspended", "2017-01-10", "\"cause\":\"DISPUTE\",\"on\":\"2017-01-10\"");
        project(1, "resumed", "2017-01-20", "\"on\":\"2017-01-20\"");
        project(1, "suspended", "2017-02-01", "\"cause\":\"ADVANCE_MISSED\",\"on\":\"2017-02-01\"");
        project(2, "suspended", "2017-01-15", "\"cause\":\"DISPUTE\",\"on\":\"2017-01-15\"");
        project(2, "accepted", "2017-02-15", "\"acceptedOn\":\"2017-02-15\"");
        mart.take(new Random(1));

        String[] columns = {"suspensions", "standing_suspensions", "days_lost", "days_at_rest_max"};
        assertThat(mart.told("suspensions", "cause", "2017-01-18", columns)).containsExactly("DISPUTE 2 2 0 8");
        assertThat(mart.told("suspensions", "cause", "2017-02-11", columns))
                .containsExactly("ADVANCE_MISSED 1 1 0 10", "DISPUTE 2 1 10 27");
        assertThat(mart.told("suspensions", "owner", "2017-03-01", columns))
                .containsExactly("kim 1 0 31 null", "smith 2 1 10 28");
    }

    @Test
    @DisplayName("R-152: issues of deliveries are open until they are resolved, by how serious they are")
    void issues() {
        sold(1, "smith");
        project(1, "issue-raised", "2017-01-10", issue(1, "HIGH"));
        project(1, "issue-raised", "2017-01-12", issue(2, "LOW"));
        project(
                1,
                "issue-resolved",
                "2017-01-20",
                "\"issueId\":\"%s\",\"resolution\":\"r\"".formatted(new UUID(21, 1)));
        mart.take(new Random(1));

        String[] columns = {"issues", "open_issues", "resolved_issues", "days_unresolved_max"};
        assertThat(mart.told("delivery-issues", "severity", "2017-01-15", columns))
                .containsExactly("HIGH 1 1 0 5", "LOW 1 1 0 3");
        assertThat(mart.told("delivery-issues", "severity", "2017-01-20", columns))
                .containsExactly("HIGH 1 0 1 null", "LOW 1 1 0 8");
    }

    @Test
    @DisplayName(
            "R-153: change requests are open until they are settled, dropped, applied or rejected, by deal and owner")
    void changes() {
        mart.company().signed(1, "smith", "900.00", "2017-01-01", "1");
        for (int id = 1; id <= 5; id++) {
            raised(id, "2017-01-10");
        }
        change(1, "assessed", "2017-01-12", assessed(true));
        change(1, "applied", "2017-02-01", "\"effectiveOn\":\"2017-02-01\"");
        change(2, "assessed", "2017-01-12", assessed(true));
        change(2, "rejected", "2017-02-02", "\"reason\":\"r\"");
        change(3, "assessed", "2017-01-13", assessed(false));
        change(3, "settled", "2017-01-20", "\"result\":\"r\",\"on\":\"2017-01-20\",\"by\":\"b\"");
        change(4, "dropped", "2017-01-21", "\"reason\":\"r\",\"by\":\"b\"");
        mart.take(new Random(1));

        String[] columns = {
            "change_requests",
            "open_changes",
            "contract_changes",
            "applied_changes",
            "rejected_changes",
            "internal_changes",
            "dropped_changes",
            "days_undecided_max"
        };
        assertThat(mart.told("change-requests", "owner", "2017-01-15", columns))
                .containsExactly("smith 5 5 2 0 0 0 0 5");
        assertThat(mart.told("change-requests", "deal_id", "2017-02-05", columns))
                .containsExactly("%s 5 1 2 1 1 1 1 26".formatted(new UUID(2, 1)));
        assertThat(mart.told("change-requests", "state", "2017-02-05", "change_requests"))
                .containsExactly("APPLIED 1", "DROPPED 1", "RAISED 1", "REJECTED 1", "SETTLED 1");
    }

    @Test
    @DisplayName("R-155: goods are in time up to the agreed day, late after it, and overdue while they are not there")
    void punctuality() {
        goods(1, "2017-01-05", "2017-01-20");
        goods(2, "2017-01-05", "2017-01-20");
        goods(3, "2017-01-05", "2017-04-20");
        arrived(1, "2017-01-20", "2017-01-20");
        arrived(2, "2017-01-20", "2017-01-23");
        mart.take(new Random(1));

        String[] columns = {
            "agreed_deliveries",
            "arrived_deliveries",
            "on_time_deliveries",
            "late_deliveries",
            "overdue_deliveries",
            "punctuality_rate",
            "days_late_max"
        };
        assertThat(mart.told("punctuality", "owner", "2017-01-21", columns))
                .containsExactly("smith 3 1 1 0 1 1.0000 1");
        assertThat(mart.told("punctuality", "for_quarter", "2017-01-31", columns))
                .containsExactly("2017-Q1 2 2 1 1 0 0.5000 3", "2017-Q2 1 0 0 0 0 null null");
    }

    @Test
    @DisplayName("R-151 to R-158: the laws hold of how deliveries go")
    void laws() {
        var random = new Random(11);
        for (int id = 1; id <= 30; id++) {
            sold(id, "owner-" + id % 3);
            var on = FIRST.plusDays(random.nextInt(40));
            var later = on.plusDays(random.nextInt(30));
            point(id, 1, "SINGLE_POINT", on.toString());
            if (random.nextBoolean()) {
                failed(id, 1, on.toString());
            }
            if (random.nextBoolean()) {
                accepted(id, 1, later.toString());
            }
            project(id, "suspended", on.toString(), "\"cause\":\"OTHER\",\"on\":\"%s\"".formatted(on));
            if (random.nextBoolean()) {
                project(id, "resumed", later.toString(), "\"on\":\"%s\"".formatted(later));
            }
            project(id, "issue-raised", later.toString(), issue(id, "LOW"));
            raised(id, on.toString());
            if (random.nextBoolean()) {
                change(id, "dropped", later.toString(), "\"reason\":\"r\",\"by\":\"b\"");
            }
            goods(id, on.toString(), later.toString());
            if (random.nextBoolean()) {
                var there = later.plusDays(random.nextInt(5));
                arrived(id, later.toString(), there.toString());
            }
        }
        mart.take(random);
        mart.hold(
                random,
                FIRST,
                90,
                List.of("first-pass-acceptance", "suspensions", "delivery-issues", "change-requests", "punctuality"));
    }

    private void sold(int contract, String owner) {
        say(contract, "handover.initiated.v1", "2017-01-01", "\"owner\":\"%s\"".formatted(owner));
    }

    private void point(int contract, int point, String kind, String on) {
        say(
                contract,
                "acceptance.requested.v1",
                on,
                "\"point\":\"%s\",\"kind\":\"%s\",\"qualityStandard\":\"q\"".formatted(id(contract, point), kind));
    }

    private void failed(int contract, int point, String on) {
        say(
                contract,
                "acceptance.failed.v1",
                on,
                "\"point\":\"%s\",\"kind\":\"SINGLE_POINT\",\"remarks\":\"r\"".formatted(id(contract, point)));
    }

    private void accepted(int contract, int point, String on) {
        decided(contract, point, "single-point-accepted", on);
    }

    private void whole(int contract, int point, String on) {
        decided(contract, point, "comprehensive-accepted", on);
    }

    private void decided(int contract, int point, String type, String on) {
        say(
                contract,
                "acceptance.%s.v1".formatted(type),
                on,
                "\"point\":\"%s\",\"result\":\"PASSED\",\"acceptedOn\":\"%s\"".formatted(id(contract, point), on));
    }

    private static UUID id(int contract, int point) {
        return new UUID(contract, point);
    }

    private void project(int contract, String type, String on, String fields) {
        say(contract, "delivery-project.%s.v1".formatted(type), on, fields);
    }

    private static String issue(int id, String severity) {
        return "\"issueId\":\"%s\",\"title\":\"t\",\"severity\":\"%s\"".formatted(new UUID(21, id), severity);
    }

    private void say(int contract, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(4, contract), type, on, fields);
    }

    private void raised(int id, String on) {
        change(
                id,
                "raised",
                on,
                "\"contractId\":\"%s\",\"subject\":\"s\",\"reason\":\"r\",\"owner\":\"smith\",\"raisedBy\":\"b\""
                        .formatted(new UUID(4, 1)));
    }

    private static String assessed(boolean price) {
        return "\"price\":%s,\"scope\":false,\"date\":false,\"impact\":\"i\"".formatted(price);
    }

    private void change(int id, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(22, id), "change-request.%s.v1".formatted(type), on, fields);
    }

    private void goods(int id, String on, String agreed) {
        fulfilment(
                id, "opened", on, "\"contractId\":\"%s\",\"owner\":\"smith\",\"lines\":[]".formatted(new UUID(4, 1)));
        fulfilment(id, "terms-agreed", on, "\"on\":\"%s\"".formatted(agreed));
    }

    private void arrived(int id, String agreed, String on) {
        fulfilment(id, "goods-delivered", on, "\"agreedOn\":\"%s\",\"arrivedOn\":\"%s\"".formatted(agreed, on));
    }

    private void fulfilment(int id, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(23, id), "fulfilment.%s.v1".formatted(type), on, fields);
    }
}
