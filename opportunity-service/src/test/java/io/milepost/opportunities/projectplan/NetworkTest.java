package io.milepost.opportunities.projectplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.projectplan.Network.Times;
import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");

    /** Worked by hand: B, D, G and H are critical; A, C and E may slip by 3 days, F by 6. */
    static final Schedule TEXTBOOK = new Schedule(
            MONDAY,
            List.of(),
            List.of(
                    work("H", 3, "F", "G"),
                    work("A", 3),
                    work("B", 4),
                    work("C", 2, "A"),
                    work("D", 5, "B"),
                    work("E", 1, "C"),
                    work("F", 2, "C"),
                    work("G", 4, "D", "E")));

    private static final List<WorkPackage> SHORT = List.of(work("A", 3), work("B", 2, "A"), work("M", 0, "B"));

    @Test
    @DisplayName("R-078: the critical path is that of a network worked by hand, forwards and backwards")
    void computes_the_critical_path() {
        var network = Network.of(TEXTBOOK);
        assertThat(network.length()).isEqualTo(16);
        assertThat(network.times())
                .containsOnly(
                        Map.entry("A", new Times(0, 3, 3)),
                        Map.entry("B", new Times(0, 4, 0)),
                        Map.entry("C", new Times(3, 5, 3)),
                        Map.entry("D", new Times(4, 9, 0)),
                        Map.entry("E", new Times(5, 6, 3)),
                        Map.entry("F", new Times(5, 7, 6)),
                        Map.entry("G", new Times(9, 13, 0)),
                        Map.entry("H", new Times(13, 16, 0)));
        assertThat(network.criticalPath()).containsExactly("B", "D", "G", "H");
        var days = Network.finishDays(TEXTBOOK);
        assertThat(days.get("B")).as("four working days from Monday").isEqualTo(LocalDate.parse("2026-03-05"));
        assertThat(days.get("D")).as("over a weekend").isEqualTo(LocalDate.parse("2026-03-12"));
        assertThat(days.get("H")).as("the sixteenth working day").isEqualTo(LocalDate.parse("2026-03-23"));
    }

    @Test
    @DisplayName("R-078: nobody works on a weekend or a holiday, also where the plan begins on one")
    void counts_working_days() {
        var holiday = new Schedule(MONDAY, List.of(LocalDate.parse("2026-03-05")), SHORT);
        assertThat(Network.finishDays(holiday).get("M")).isEqualTo(LocalDate.parse("2026-03-09"));
        var sunday = new Schedule(MONDAY.minusDays(1), List.of(MONDAY), SHORT);
        assertThat(sunday.day(0)).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(Network.finishDays(new Schedule(MONDAY, List.of(), SHORT)).get("M"))
                .as("a milestone, on the day of what it follows")
                .isEqualTo(FRIDAY);
        var alone = new Schedule(MONDAY, List.of(), List.of(work("M", 0)));
        assertThat(Network.finishDays(alone).get("M")).isEqualTo(MONDAY);
    }

    static WorkPackage work(String code, int days, String... after) {
        return new WorkPackage(code, "work " + code, "offer", days, "sam", List.of(after));
    }
}
