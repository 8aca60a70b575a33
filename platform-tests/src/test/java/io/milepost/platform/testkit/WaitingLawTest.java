package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The law of what states wait for: what is due has its effect and is over then. */
class WaitingLawTest {

    @Test
    void holds_for_a_rule_whose_date_is_over_when_it_has_fired() {
        Laws.of(ParcelMessages.CATALOGUE)
                .waits(delivering(parcel -> parcel instanceof Parcel.Posted))
                .check();
    }

    @Test
    void notices_a_rule_that_sends_what_is_refused() {
        assertBroken(delivering(parcel -> parcel instanceof Parcel.Delivered), "what is due by delivery has no effect");
    }

    @Test
    void notices_a_rule_that_waits_for_a_date_that_has_fired() {
        assertBroken(
                delivering(parcel -> !(parcel instanceof Parcel.TurnedAway)),
                "what was due by delivery is still waited for");
    }

    @Test
    void notices_a_broken_rule_that_was_named_before_a_sound_one() {
        var broken = delivering(parcel -> parcel instanceof Parcel.Delivered);
        var sound = delivering(parcel -> parcel instanceof Parcel.Posted);
        assertThatThrownBy(() -> Laws.of(ParcelMessages.CATALOGUE)
                        .waits(broken)
                        .waits(sound)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what is due by delivery has no effect");
    }

    private static void assertBroken(Due<Parcel> rule, String message) {
        assertThatThrownBy(() -> Laws.of(ParcelMessages.CATALOGUE).waits(rule).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static Due<Parcel> delivering(Predicate<Parcel> waits) {
        return new Due<>(
                "delivery",
                ParcelMessages.CATALOGUE,
                DeliverParcel.class,
                parcel -> waits.test(parcel)
                        ? List.of(DueDate.endOf(LocalDate.parse("2026-04-01"), new DeliverParcel(new UUID(0, 1))))
                        : List.of());
    }
}
