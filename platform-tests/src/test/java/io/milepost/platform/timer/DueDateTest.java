package io.milepost.platform.timer;

import static io.milepost.platform.testkit.parcel.ParcelMessages.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.value.SiteCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DueDateTest {
    private static final DeliverParcel DELIVER = new DeliverParcel(new UUID(0, 1));
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void a_day_is_over_when_the_next_one_begins_in_the_deployments_zone() {
        var day = DueDate.endOf(LocalDate.parse("2026-03-31"), DELIVER);

        assertThat(day.instant(Sites.in(ZoneOffset.UTC))).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(day.instant(Sites.in(TOKYO))).isEqualTo(Instant.parse("2026-03-31T15:00:00Z"));
        // Where clocks are put forward at midnight a day begins at one.
        assertThat(DueDate.endOf(LocalDate.parse("2026-04-23"), DELIVER).instant(Sites.in(ZoneId.of("Africa/Cairo"))))
                .isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
    }

    @Test
    void a_day_begins_at_its_first_moment_in_the_deployments_zone() {
        var day = LocalDate.parse("2026-03-31");

        assertThat(DueDate.startOf(day, DELIVER).instant(Sites.in(TOKYO)))
                .isEqualTo(Instant.parse("2026-03-30T15:00:00Z"));
        assertThat(DueDate.startOf(day.plusDays(1), DELIVER).instant(Sites.in(TOKYO)))
                .isEqualTo(DueDate.endOf(day, DELIVER).instant(Sites.in(TOKYO)));
    }

    @Test
    void a_time_is_kept_in_milliseconds_and_in_years_that_sort_as_texts() {
        var exact = Instant.parse("2026-03-31T10:00:00.123456Z");
        assertThat(DueDate.at(exact, DELIVER).instant(Sites.in(TOKYO)))
                .isEqualTo(Instant.parse("2026-03-31T10:00:00.123Z"));

        var far = Stream.of(LocalDate.MAX, LocalDate.of(10_000, 1, 1), LocalDate.of(9999, 12, 31))
                .map(day -> DueDate.endOf(day, DELIVER).instant(Sites.in(ZoneOffset.UTC)))
                .map(Waiting::from)
                .toList();
        assertThat(far).containsOnly("9999-12-31T23:59:59.999Z");
        assertThat(Waiting.from(DueDate.endOf(LocalDate.MIN, DELIVER).instant(Sites.in(ZoneOffset.UTC))))
                .isEqualTo("0000-01-01T00:00:00.000Z");
    }

    private static final SiteCalendar RIGA = new SiteCalendar(
            ZoneId.of("Europe/Riga"),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
            Set.of(LocalDate.parse("2026-03-03")),
            LocalTime.parse("17:00"));
    private static final Sites SITES = new Sites(SiteCalendar.mondayToFriday(ZoneOffset.UTC), Map.of("riga", RIGA));

    @Test
    void a_day_on_which_nobody_works_ends_with_the_next_working_day_of_the_site() {
        // The first of March is a Sunday.
        var date = DueDate.endOfWorkingDay(LocalDate.parse("2026-03-01"), DELIVER);
        assertThat(date.instant(SITES)).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(date.at("Riga").instant(SITES)).isEqualTo(Instant.parse("2026-03-02T22:00:00Z"));
        assertThat(date.at("unheard of").instant(SITES)).isEqualTo(date.instant(SITES));

        var later = DueDate.endOfWorkingDay(LocalDate.parse("2026-03-01"), 1, DELIVER);
        assertThat(later.instant(SITES)).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        // Tuesday is a holiday there, and they work on Saturdays.
        assertThat(later.at("RIGA").instant(SITES)).isEqualTo(Instant.parse("2026-03-07T22:00:00Z"));
    }

    @Test
    @DisplayName(
            "Decision 19: the same day ends with the site's working day, and after its cut-off the next one counts")
    void a_fact_after_the_cut_off_counts_for_the_next_working_day() {
        var inTime = DueDate.workingDaysAfter(Instant.parse("2026-03-02T14:59:59Z"), 0, DELIVER);
        var late = DueDate.workingDaysAfter(Instant.parse("2026-03-02T15:00:00Z"), 0, DELIVER);

        assertThat(inTime.at("riga").instant(SITES)).isEqualTo(Instant.parse("2026-03-02T22:00:00Z"));
        assertThat(late.at("riga").instant(SITES)).isEqualTo(Instant.parse("2026-03-07T22:00:00Z"));
        // Where there is no cut-off time the whole day counts.
        assertThat(late.instant(SITES)).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(DueDate.workingDaysAfter(Instant.parse("2026-03-02T15:00:00Z"), 3, DELIVER)
                        .instant(SITES))
                .isEqualTo(Instant.parse("2026-03-06T00:00:00Z"));
    }

    @Test
    void other_calendars_make_other_dates_and_are_known_by_their_fingerprint() {
        var plain = Sites.in(TOKYO);
        assertThat(plain.fingerprint()).isEqualTo("Asia/Tokyo");
        var holiday = new SiteCalendar(TOKYO, RIGA.workingDays(), RIGA.holidays(), null);
        var prints = Stream.of(
                        plain,
                        SITES,
                        new Sites(holiday, Map.of()),
                        new Sites(holiday, Map.of("riga", RIGA)),
                        new Sites(plain.own(), Map.of("riga", holiday)),
                        new Sites(plain.own(), Map.of("oslo", holiday)))
                .map(Sites::fingerprint)
                .toList();
        assertThat(prints).doesNotHaveDuplicates();
        assertThat(new Sites(holiday, Map.of("RIGA", RIGA)).fingerprint()).isEqualTo(prints.get(3));
    }

    @Test
    void ids_sort_by_time() {
        var entity = new UUID(-1, -1);
        var times = Stream.of(
                        "0001-01-01T00:00:00Z",
                        "2026-03-31T10:00:00Z",
                        "2026-03-31T10:00:00.001Z",
                        "2026-03-31T10:00:01Z",
                        "9999-12-31T23:59:59.999Z")
                .map(Instant::parse)
                .map(time -> Waiting.idOf(time, "parcel", entity, "delivery", 7))
                .toList();

        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_part_is_a_word() {
        assertThat(DueDate.at(Instant.EPOCH, DELIVER).part("3").ownedBy("KAP").part())
                .isEqualTo("3");
        assertThatThrownBy(() -> DueDate.at(Instant.EPOCH, DELIVER).part("a/b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_sends_what_nobody_else_may_send() {
        assertThat(new Due<>("delivery", CATALOGUE, DeliverParcel.class, parcel -> List.of()).kind())
                .isEqualTo("delivery");
        for (var command : List.of(WeighParcel.class, PostParcel.class)) {
            assertThatThrownBy(() -> new Due<>("delivery", CATALOGUE, command, parcel -> List.of()))
                    .hasMessageContaining("no roles");
        }
        assertThatThrownBy(() -> new Due<>("Delivery day", CATALOGUE, DeliverParcel.class, parcel -> List.of()))
                .hasMessageContaining("kebab case");
    }
}
