package io.milepost.reporting.read.mart.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.CompanyMart;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CareTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    @RegisterExtension
    final CompanyMart mart = new CompanyMart();

    @Test
    @DisplayName(
            "R-195, R-202: satisfaction is the average of what customers answered, by quarter, occasion and whose they are")
    void satisfaction() {
        visit(1, "scheduled", "2017-01-05", scheduled("smith", "2017-01-20"));
        visit(1, "done", "2017-01-20", "\"on\":\"2017-01-20\",\"means\":\"VISIT\",\"satisfaction\":5");
        visit(2, "scheduled", "2017-01-05", scheduled("smith", "2017-01-21"));
        visit(2, "done", "2017-01-21", "\"on\":\"2017-01-21\",\"means\":\"PHONE\"");
        opened(1, "PROBLEM", "kim", "2017-01-10");
        service(1, "confirmed", "2017-01-25", "\"satisfaction\":2,\"on\":\"2017-01-25\"");
        service(1, "reopened", "2017-01-26", "\"reason\":\"r\",\"reopenedAt\":\"2017-01-26T12:00:00Z\"");
        service(1, "confirmed", "2017-04-02", "\"satisfaction\":4,\"on\":\"2017-04-02\"");
        mart.company()
                .say(
                        "delivery",
                        new UUID(16, 1),
                        "settlement.confirmed.v1",
                        "2017-04-05",
                        "\"satisfaction\":1,\"on\":\"2017-04-05\",\"contractId\":\"%s\"".formatted(new UUID(4, 1)));
        mart.take(new Random(1));

        String[] columns = {"answers", "satisfaction_average", "dissatisfied", "dissatisfied_rate"};
        assertThat(mart.told("satisfaction", "for_quarter", "2017-01-24", columns))
                .containsExactly("2017-Q1 1 5.0000 0 0.0000");
        assertThat(mart.told("satisfaction", "for_quarter", "2017-12-31", columns))
                .containsExactly("2017-Q1 2 3.5000 1 0.5000", "2017-Q2 2 2.5000 1 0.5000");
        mart.company().signed(1, "smith", "900.00", "2017-03-01", "1");
        mart.take(new Random(2));
        assertThat(mart.told("project-feedback", "deal_id", "2017-12-31", columns))
                .as("R-195: by project, where the contract of a deal is known")
                .contains("%s 1 1.0000 1 1.0000".formatted(new UUID(2, 1)));
        assertThat(mart.told("satisfaction", "occasion,owner", "2017-12-31", columns))
                .containsExactly(
                        "SERVICE_CASE kim 2 3.0000 1 0.5000",
                        "SETTLEMENT null 1 1.0000 1 1.0000",
                        "VISIT smith 1 5.0000 0 0.0000");
    }

    @Test
    @DisplayName("R-202: a return visit counts among those planned from its day on, made, missed or past it")
    void return_visits() {
        visit(1, "scheduled", "2017-01-05", scheduled("smith", "2017-01-20"));
        visit(1, "rescheduled", "2017-01-10", "\"from\":\"2017-01-20\",\"on\":\"2017-01-25\",\"reason\":\"r\"");
        visit(1, "missed", "2017-01-26", "\"on\":\"2017-01-25\",\"next\":\"2017-02-05\"");
        visit(1, "done", "2017-02-05", "\"on\":\"2017-02-05\",\"means\":\"VISIT\"");
        visit(2, "scheduled", "2017-01-05", scheduled("smith", "2017-02-10"));
        visit(3, "scheduled", "2017-01-05", scheduled("smith", "2017-02-11"));
        visit(3, "cancelled", "2017-01-06", "\"reason\":\"r\"");
        mart.take(new Random(1));

        String[] columns = {"planned_visits", "made_visits", "missed_visits", "late_visits", "visit_rate"};
        assertThat(mart.told("return-visits", "owner", "2017-01-24", columns))
                .as("nothing was due yet")
                .isEmpty();
        assertThat(mart.told("return-visits", "owner", "2017-01-25", columns)).containsExactly("smith 1 0 0 0 0.0000");
        assertThat(mart.told("return-visits", "owner", "2017-01-26", columns)).containsExactly("smith 1 0 1 0 0.0000");
        assertThat(mart.told("return-visits", "owner", "2017-02-10", columns)).containsExactly("smith 3 1 1 0 0.3333");
        assertThat(mart.told("return-visits", "for_month", "2017-02-11", columns))
                .containsExactly("2017-01 1 0 1 0 0.0000", "2017-02 2 1 0 1 0.5000");
    }

    @Test
    @DisplayName("R-189, R-202: a visit that is given to another member counts for that one, as does what is answered")
    void a_visit_changes_hands() {
        visit(1, "scheduled", "2017-01-05", scheduled("smith", "2017-01-20"));
        visit(2, "scheduled", "2017-01-05", scheduled("smith", "2017-01-20"));
        visit(1, "assigned", "2017-01-10", "\"owner\":\"kim\"");
        visit(1, "done", "2017-01-20", "\"on\":\"2017-01-20\",\"means\":\"VISIT\",\"satisfaction\":5");
        mart.take(new Random(1));
        assertThat(mart.told("return-visits", "owner", "2017-01-25", "planned_visits", "made_visits", "late_visits"))
                .containsExactly("kim 1 1 0", "smith 1 0 1");
        assertThat(mart.told("satisfaction", "owner", "2017-01-25", "answers")).containsExactly("kim 1");
    }

    @Test
    @DisplayName(
            "R-202: complaints are cases of problems and repairs, open until they are resolved, with passed deadlines")
    void complaints() {
        opened(1, "PROBLEM", "kim", "2017-01-10");
        opened(2, "REPAIR", "kim", "2017-01-12");
        opened(3, "TRAINING", "kim", "2017-01-12");
        service(1, "deadline-breached", "2017-01-14", "\"deadline\":\"ANSWER\",\"owner\":\"kim\"");
        service(1, "resolved", "2017-01-20", "\"solution\":\"s\",\"on\":\"2017-01-20\",\"by\":\"b\"");
        service(1, "reopened", "2017-01-25", "\"reason\":\"r\",\"reopenedAt\":\"2017-01-25T12:00:00Z\"");
        mart.take(new Random(1));

        String[] columns = {
            "service_cases",
            "complaints",
            "open_cases",
            "open_complaints",
            "deadline_breaches",
            "reopened_cases",
            "days_open_max"
        };
        assertThat(mart.told("complaints", "owner", "2017-01-13", columns)).containsExactly("kim 3 2 3 2 0 0 3");
        assertThat(mart.told("complaints", "owner", "2017-01-20", columns)).containsExactly("kim 3 2 2 1 1 0 8");
        assertThat(mart.told("complaints", "kind", "2017-01-25", columns))
                .containsExactly("PROBLEM 1 1 1 1 1 1 15", "REPAIR 1 1 1 1 0 0 13", "TRAINING 1 0 1 0 0 0 13");
    }

    @Test
    @DisplayName("R-202: the laws hold of what becomes of customers")
    void laws() {
        var random = new Random(4);
        for (int id = 1; id <= 40; id++) {
            String on = day(random, 40);
            String planned = day(random, 80);
            visit(id, "scheduled", on, scheduled("owner-" + id % 3, planned));
            switch (random.nextInt(4)) {
                case 0 ->
                    visit(
                            id,
                            "done",
                            planned,
                            "\"on\":\"%s\",\"satisfaction\":%d,\"contractId\":\"%s\""
                                    .formatted(planned, 1 + random.nextInt(5), new UUID(4, id % 7)));
                case 1 ->
                    visit(id, "missed", planned, "\"on\":\"%s\",\"next\":\"%s\"".formatted(planned, day(random, 99)));
                case 2 -> visit(id, "cancelled", planned, "\"reason\":\"r\"");
                default -> {}
            }
            mart.company().signed(id, "owner-" + id % 3, "9.00", on, "1");
            opened(id, random.nextBoolean() ? "PROBLEM" : "TRAINING", "owner-" + id % 3, on);
            if (random.nextBoolean()) {
                service(id, "resolved", planned, "\"on\":\"%s\"".formatted(planned));
                service(
                        id,
                        "confirmed",
                        planned,
                        "\"on\":\"%s\",\"satisfaction\":%d".formatted(planned, 1 + random.nextInt(5)));
            }
        }
        mart.take(random);
        mart.hold(random, FIRST, 100, List.of("satisfaction", "project-feedback", "complaints", "return-visits"));
    }

    private static String day(Random random, int within) {
        return FIRST.plusDays(random.nextInt(within)).toString();
    }

    private static String scheduled(String who, String on) {
        return "\"accountId\":\"%s\",\"on\":\"%s\",\"owner\":\"%s\"".formatted(new UUID(8, 1), on, who);
    }

    private void visit(int id, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(14, id), "care-visit.%s.v1".formatted(type), on, fields);
    }

    private void opened(int id, String kind, String who, String on) {
        service(
                id,
                "opened",
                on,
                "\"accountId\":\"%s\",\"kind\":\"%s\",\"urgency\":\"HIGH\",\"subject\":\"s\",\"owner\":\"%s\",\"openedAt\":\"%sT12:00:00Z\""
                        .formatted(new UUID(8, 1), kind, who, on));
    }

    private void service(int id, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(15, id), "service-case.%s.v1".formatted(type), on, fields);
    }
}
