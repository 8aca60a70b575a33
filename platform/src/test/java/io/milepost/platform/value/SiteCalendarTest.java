package io.milepost.platform.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Working days, holidays and the cut-off time of a site (decision 19)")
class SiteCalendarTest {
    private static final List<ZoneId> ZONES =
            List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"), ZoneId.of("America/New_York"), ZoneId.of("Pacific/Apia"));
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");

    @Test
    void a_week_has_five_working_days_unless_somebody_says_otherwise() {
        var calendar = SiteCalendar.mondayToFriday(ZoneOffset.UTC);

        assertThat(Stream.iterate(FRIDAY, day -> day.plusDays(1)).limit(4).filter(calendar::worksOn))
                .containsExactly(FRIDAY, FRIDAY.plusDays(3));
        assertThat(calendar.workingDayFrom(FRIDAY)).isEqualTo(FRIDAY);
        assertThat(calendar.workingDayFrom(FRIDAY.plusDays(1))).isEqualTo(FRIDAY.plusDays(3));
        assertThat(calendar.plusWorkingDays(FRIDAY, 0)).isEqualTo(FRIDAY);
        assertThat(calendar.plusWorkingDays(FRIDAY, 6)).isEqualTo(FRIDAY.plusDays(10));
    }

    @Test
    void one_that_never_works_is_no_calendar() {
        assertThatThrownBy(() -> new SiteCalendar(ZoneOffset.UTC, Set.of(), Set.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laws_hold_in_random_calendars() {
        for (int seed = 0; seed < 2_000; seed++) {
            check(seed, SiteCalendar::dayOf);
        }
    }

    @Test
    void the_laws_notice_a_cut_off_time_that_is_forgotten() {
        assertThatThrownBy(() -> {
                    for (int seed = 0; seed < 2_000; seed++) {
                        check(
                                seed,
                                (calendar, fact) -> calendar.workingDayFrom(
                                        fact.atZone(calendar.zone()).toLocalDate()));
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    /**
     * The day for which a fact counts is a working one; it is the fact's own day when that is one and its time is before the cut-off, else
     * the first after it; and between a day and that many working days later there are just so many of them.
     */
    private static void check(int seed, BiFunction<SiteCalendar, Instant, LocalDate> dayOf) {
        var random = new Random(seed);
        var calendar = calendar(random);
        var fact = FRIDAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(4_000_000));
        var local = fact.atZone(calendar.zone());
        var own = local.toLocalDate();
        var cutOff = calendar.cutOff();
        var counts = dayOf.apply(calendar, fact);

        assertThat(calendar.worksOn(counts)).as("seed %d", seed).isTrue();
        var inTime =
                calendar.worksOn(own) && (cutOff == null || local.toLocalTime().isBefore(cutOff));
        if (inTime) {
            assertThat(counts).as("seed %d", seed).isEqualTo(own);
        } else {
            assertThat(counts).as("seed %d", seed).isAfter(calendar.worksOn(own) ? own : own.minusDays(1));
            assertThat(working(calendar, own, counts)).as("seed %d", seed).containsExactly(counts);
        }
        int days = random.nextInt(15);
        assertThat(working(calendar, counts, calendar.plusWorkingDays(counts, days)))
                .as("seed %d", seed)
                .hasSize(days);
    }

    /** Those after the first day, up to the last. */
    private static List<LocalDate> working(SiteCalendar calendar, LocalDate first, LocalDate last) {
        return first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(calendar::worksOn)
                .toList();
    }

    private static SiteCalendar calendar(Random random) {
        var days = new HashSet<>(Set.of(DayOfWeek.of(1 + random.nextInt(7))));
        IntStream.range(0, random.nextInt(6)).forEach(_ -> days.add(DayOfWeek.of(1 + random.nextInt(7))));
        var holidays = IntStream.range(0, random.nextInt(10))
                .mapToObj(_ -> FRIDAY.plusDays(random.nextInt(50)))
                .collect(Collectors.toSet());
        return new SiteCalendar(
                ZONES.get(random.nextInt(ZONES.size())),
                days,
                holidays,
                random.nextBoolean() ? null : LocalTime.of(random.nextInt(24), 0));
    }
}
