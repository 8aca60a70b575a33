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

class DeviationsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    @RegisterExtension
    final CompanyMart mart = new CompanyMart();

    @Test
    @DisplayName("R-151: deviations by dimension and owner are open, late or corrected on the day asked about")
    void deviations() {
        found(1, "QUALITY", "eva", "2017-01-05", "2017-01-20", "");
        found(2, "TIME", "eva", "2017-01-10", "2017-02-10", "");
        found(3, "RISK", "jo", "2017-01-12", "2017-01-31", "");
        say(1, "correction-overdue", "2017-01-21", "\"owner\":\"eva\",\"dueOn\":\"2017-01-20\"");
        say(1, "correction-revised", "2017-01-22", "\"correction\":\"c\",\"dueOn\":\"2017-02-05\"");
        say(1, "corrected", "2017-02-01", "\"result\":\"r\",\"on\":\"2017-02-01\",\"by\":\"eva\"");
        say(3, "correction-assigned", "2017-01-25", "\"owner\":\"kim\"");
        mart.take(new Random(1));

        String[] columns = {
            "deviations",
            "open_deviations",
            "corrected_deviations",
            "late_corrections",
            "passed_deadlines",
            "days_uncorrected_max"
        };
        assertThat(mart.told("deviations", "owner", "2017-01-20", columns))
                .containsExactly("eva 2 2 0 0 0 15", "jo 1 1 0 0 0 8");
        assertThat(mart.told("deviations", "owner", "2017-01-21", columns))
                .containsExactly("eva 2 2 0 1 1 16", "jo 1 1 0 0 0 9");
        assertThat(mart.told("deviations", "owner", "2017-02-01", columns))
                .containsExactly("eva 2 1 1 0 1 22", "kim 1 1 0 1 0 20");
        assertThat(mart.told("deviations", "dimension", "2017-02-01", columns))
                .containsExactly("QUALITY 1 0 1 0 1 null", "RISK 1 1 0 1 0 20", "TIME 1 1 0 0 0 22");
        assertThat(mart.told("deviations", "state,for_quarter", "2017-02-01", "deviations"))
                .containsExactly("CORRECTED 2017-Q1 1", "OPEN 2017-Q1 2");
    }

    @Test
    @DisplayName("R-151, R-205: what a deviation of cost costs stands beside what was planned, by deal")
    void cost() {
        mart.company().signed(1, "smith", "900.00", "2017-01-01", "1");
        found(1, "COST", "eva", "2017-01-05", "2017-01-20", costs("100.00", "130.00"));
        found(2, "COST", "eva", "2017-01-06", "2017-01-20", costs("50.00", "45.50"));
        found(3, "TIME", "eva", "2017-01-06", "2017-01-20", "");
        mart.take(new Random(1));
        assertThat(mart.told("cost-deviations", "deal_id", "2017-01-31", "deviations", "planned_cost", "actual_cost"))
                .as("what costs nothing stands apart, as it has no currency")
                .containsExactly(
                        "%s 2 150.00 175.50".formatted(new UUID(2, 1)), "%s 1 null null".formatted(new UUID(2, 1)));
    }

    @Test
    @DisplayName("R-151: the laws hold of deviations")
    void laws() {
        var random = new Random(7);
        for (int id = 1; id <= 40; id++) {
            var on = FIRST.plusDays(random.nextInt(40));
            var due = on.plusDays(random.nextInt(30));
            boolean costs = random.nextBoolean();
            found(
                    id,
                    costs ? "COST" : "TIME",
                    "owner-" + id % 3,
                    on.toString(),
                    due.toString(),
                    costs ? costs("9.00", "11.00") : "");
            switch (random.nextInt(3)) {
                case 0 ->
                    say(id, "corrected", due.toString(), "\"result\":\"r\",\"on\":\"%s\",\"by\":\"b\"".formatted(due));
                case 1 ->
                    say(
                            id,
                            "correction-overdue",
                            due.plusDays(1).toString(),
                            "\"owner\":\"o\",\"dueOn\":\"%s\"".formatted(due));
                default -> {}
            }
        }
        mart.take(random);
        mart.hold(random, FIRST, 100, List.of("deviations", "cost-deviations"));
    }

    private static String costs(String planned, String actual) {
        return ",\"planned\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"actual\":{\"amount\":\"%s\",\"currency\":\"USD\"}"
                .formatted(planned, actual);
    }

    private void found(int id, String dimension, String owner, String on, String due, String costs) {
        say(
                id,
                "found",
                on,
                "\"contractId\":\"%s\",\"dimension\":\"%s\",\"what\":\"w\",\"correction\":\"c\",\"owner\":\"%s\",\"dueOn\":\"%s\",\"foundOn\":\"%s\"%s"
                        .formatted(new UUID(4, 1), dimension, owner, due, on, costs));
    }

    private void say(int id, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(17, id), "deviation.%s.v1".formatted(type), on, fields);
    }
}
