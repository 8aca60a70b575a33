package io.milepost.contracts.paymentschedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A year of money at random: whatever finance does, in whatever order, every cent is somewhere. */
@DisplayName("R-139 to R-142: the money of a year balances to the cent")
class YearOfMoneyTest {
    private static final int SEEDS = 4;

    @Test
    void in_commands_log_and_schedules_after_every_step() {
        var happened = new HashMap<String, Integer>();
        for (int seed = 0; seed < SEEDS; seed++) {
            new MoneyBooks(seed, happened).year();
        }
        happensOften(happened);
    }

    /** Nothing balances more easily than what never happens. */
    private static void happensOften(Map<String, Integer> happened) {
        assertThat(happened.keySet())
                .contains(
                        "PaymentReceived",
                        "PaymentMatched",
                        "PaymentReversed",
                        "PaymentRefunded",
                        "PaymentMovedOut",
                        "PaymentMovedIn",
                        "PaymentMoveReturned",
                        "PaymentRestored",
                        "PaymentReleased",
                        "CreditNoteIssued",
                        "InstalmentWrittenOff",
                        "InstalmentWriteOffWithdrawn",
                        "PaymentScheduleRebaselined",
                        "PaymentScheduleFullyCollected",
                        "PaymentScheduleCollectionReopened");
    }
}
