package io.milepost.platform.decision;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked at in a command, field by field. */
class ChecksTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void the_first_that_fails_is_the_refusal_and_what_holds_is_accepted() {
        Decision<String> refused = check().text("/title", "x")
                .that(false, "/to", DAY_IMPLAUSIBLE, "too far")
                .reason("/reason", " ")
                .accept(() -> "never");
        assertThat(refused).isEqualTo(new Decision.Refused<>(DAY_IMPLAUSIBLE, "too far", "/to", List.of()));
        Decision<String> accepted = check().text("/title", "x").accept(() -> "event");
        assertThat(accepted).isEqualTo(new Decision.Accepted<>(List.of("event")));
    }

    @Test
    void what_concerns_no_single_field_has_no_pointer() {
        Decision<String> refused = check().that(false, TEXT_MISSING).accept(() -> "never");
        assertThat(refused)
                .isEqualTo(new Decision.Refused<>(
                        TEXT_MISSING, TEXT_MISSING.reason().explanation(), null, List.of()));
        assertThat(check().that(true, TEXT_MISSING).failed()).isNull();
    }

    @Test
    void what_is_absent_passes_and_what_is_blank_does_not() {
        assertThat(check().text("/a", null)
                        .owner("/b", null)
                        .notAfter("/c", null, TODAY)
                        .notNegative("/d", null)
                        .notTooLarge("/e", null)
                        .within(Horizon.NEAR, "/f", null, TODAY)
                        .failed())
                .isNull();
        assertThat(check().text("/a", "\t").failed()).isEqualTo(TEXT_MISSING);
        assertThat(check().owner("/a", "").failed()).isEqualTo(OWNER_MISSING);
        assertThat(check().reason("/a", " ").failed()).isEqualTo(REASON_MISSING);
    }

    @Test
    void amounts_are_not_negative_and_have_at_most_fifteen_digits() {
        var most = Money.of("999999999999999.99", "USD");
        assertThat(check().notNegative("/a", Money.of("-0.01", "USD")).failed()).isEqualTo(AMOUNT_NEGATIVE);
        assertThat(check().notNegative("/a", Money.of("0.00", "USD")).failed()).isNull();
        assertThat(check().notTooLarge("/a", most).failed()).isNull();
        assertThat(check().notTooLarge("/a", most.plus(Money.of("0.01", "USD"))).failed())
                .isEqualTo(AMOUNT_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"2021-03-02, true", "2021-03-01, false", "2031-03-02, true", "2031-03-03, false", "2026-03-02, true"})
    void a_near_day_is_at_most_five_years_away(LocalDate day, boolean meant) {
        assertThat(check().within(Horizon.NEAR, "/on", day, TODAY).failed() == null)
                .isEqualTo(meant);
        assertThat(check().notBeyond(Horizon.NEAR, "/on", day, TODAY).failed() == null)
                .isEqualTo(meant || day.isBefore(TODAY));
    }

    @ParameterizedTest
    @CsvSource({"1976-03-02, true", "1976-03-01, false", "2076-03-02, true", "2076-03-03, false"})
    void a_far_day_is_at_most_fifty_years_away(LocalDate day, boolean meant) {
        assertThat(Horizon.FAR.reaches(day, TODAY)).isEqualTo(meant);
    }

    @Test
    void what_has_happened_did_not_happen_after_today() {
        assertThat(check().notAfter("/on", TODAY, TODAY).failed()).isNull();
        assertThat(check().notAfter("/on", TODAY.plusDays(1), TODAY).failed()).isEqualTo(DAY_IN_FUTURE);
    }
}
