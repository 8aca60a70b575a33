package io.milepost.platform.timer;

import static io.milepost.platform.testkit.parcel.ParcelMessages.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueDateTest {
    private static final DeliverParcel DELIVER = new DeliverParcel(new UUID(0, 1));
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void a_day_is_over_when_the_next_one_begins_in_the_deployments_zone() {
        var day = DueDate.endOf(LocalDate.parse("2026-03-31"), DELIVER);

        assertThat(day.instant(ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(day.instant(TOKYO)).isEqualTo(Instant.parse("2026-03-31T15:00:00Z"));
        // Where clocks are put forward at midnight a day begins at one.
        assertThat(DueDate.endOf(LocalDate.parse("2026-04-23"), DELIVER).instant(ZoneId.of("Africa/Cairo")))
                .isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
    }

    @Test
    void a_day_begins_at_its_first_moment_in_the_deployments_zone() {
        var day = LocalDate.parse("2026-03-31");

        assertThat(DueDate.startOf(day, DELIVER).instant(TOKYO)).isEqualTo(Instant.parse("2026-03-30T15:00:00Z"));
        assertThat(DueDate.startOf(day.plusDays(1), DELIVER).instant(TOKYO))
                .isEqualTo(DueDate.endOf(day, DELIVER).instant(TOKYO));
    }

    @Test
    void a_time_is_kept_in_milliseconds_and_in_years_that_sort_as_texts() {
        var exact = Instant.parse("2026-03-31T10:00:00.123456Z");
        assertThat(DueDate.at(exact, DELIVER).instant(TOKYO)).isEqualTo(Instant.parse("2026-03-31T10:00:00.123Z"));

        var far = Stream.of(LocalDate.MAX, LocalDate.of(10_000, 1, 1), LocalDate.of(9999, 12, 31))
                .map(day -> DueDate.endOf(day, DELIVER).instant(ZoneOffset.UTC))
                .map(Waiting::from)
                .toList();
        assertThat(far).containsOnly("9999-12-31T23:59:59.999Z");
        assertThat(Waiting.from(DueDate.endOf(LocalDate.MIN, DELIVER).instant(ZoneOffset.UTC)))
                .isEqualTo("0000-01-01T00:00:00.000Z");
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
