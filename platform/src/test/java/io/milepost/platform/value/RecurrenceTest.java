package io.milepost.platform.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    @Test
    void a_week_later_is_the_same_day_of_the_week() {
        assertThat(first(Recurrence.weekly(DayOfWeek.FRIDAY), "2026-03-06", 2))
                .containsExactly("2026-03-13", "2026-03-20");
        assertThat(first(Recurrence.weekly(DayOfWeek.FRIDAY), "2026-03-05", 1)).containsExactly("2026-03-06");
    }

    @Test
    void a_month_that_is_too_short_has_its_last_day_instead() {
        assertThat(first(Recurrence.monthly(30), "2026-01-30", 3))
                .containsExactly("2026-02-28", "2026-03-30", "2026-04-30");
        assertThat(first(Recurrence.endOfMonth(), "2028-01-31", 3))
                .containsExactly("2028-02-29", "2028-03-31", "2028-04-30");
        assertThat(first(Recurrence.monthly(1), "2026-12-01", 1)).containsExactly("2027-01-01");
    }

    @Test
    void a_quarter_has_one_day_of_one_of_its_months() {
        assertThat(first(Recurrence.quarterly(2, 15), "2026-02-15", 2)).containsExactly("2026-05-15", "2026-08-15");
        assertThat(first(Recurrence.endOfQuarter(), "2026-11-01", 3))
                .containsExactly("2026-12-31", "2027-03-31", "2027-06-30");
    }

    @Test
    void what_no_calendar_has_is_no_recurrence() {
        for (int day : List.of(0, 32)) {
            assertThatThrownBy(() -> Recurrence.monthly(day)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Recurrence.quarterly(1, day)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int month : List.of(0, 4)) {
            assertThatThrownBy(() -> Recurrence.quarterly(month, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_series_goes_on_from_the_last_day_that_is_done_and_never_back() {
        var series = new Series(Recurrence.endOfMonth(), LocalDate.parse("2026-01-15"));
        var later = series.through(LocalDate.parse("2026-02-28"));

        assertThat(series.next()).isEqualTo(LocalDate.parse("2026-01-31"));
        assertThat(later.next()).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(later.through(LocalDate.parse("2026-01-31"))).isEqualTo(later);
    }

    @Test
    void none_lies_between_a_day_and_the_first_after_it() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var every = List.of(
                            Recurrence.weekly(DayOfWeek.of(1 + random.nextInt(7))),
                            Recurrence.monthly(1 + random.nextInt(31)),
                            Recurrence.quarterly(1 + random.nextInt(3), 1 + random.nextInt(31)))
                    .get(random.nextInt(3));
            var day = LocalDate.parse("2024-01-01").plusDays(random.nextInt(2_000));
            var next = every.after(day);

            assertThat(next).as("seed %d", seed).isAfter(day);
            assertThat(day.datesUntil(next).map(every::after))
                    .as("seed %d", seed)
                    .containsOnly(next);
            assertThat(every.after(next)).as("seed %d", seed).isAfter(next).isBefore(next.plusDays(93));
        }
    }

    private static List<String> first(Recurrence every, String after, int count) {
        return Stream.iterate(every.after(LocalDate.parse(after)), every::after)
                .limit(count)
                .map(LocalDate::toString)
                .toList();
    }
}
