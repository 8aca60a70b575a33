package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.contracts.paymentschedule.MoneyBooks.Faults;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.json.Json;
import io.milepost.platform.value.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            classes = {
                PaymentReceived.class,
                PaymentMatched.class,
                PaymentReversed.class,
                PaymentRefunded.class,
                PaymentMovedOut.class,
                PaymentMovedIn.class,
                PaymentRestored.class,
                PaymentReleased.class,
                CreditNoteIssued.class,
                InstalmentWrittenOff.class,
                InstalmentWriteOffWithdrawn.class,
                PaymentScheduleRebaselined.class
            })
    @DisplayName("Positive control: a schedule that misses one of them does not balance")
    void a_schedule_that_misses_something_is_found_out(Class<?> missed) {
        assertFoundOut(new Faults(UnaryOperator.identity(), without(missed)));
    }

    @ParameterizedTest
    @ValueSource(classes = {PaymentReceived.class, PaymentRefunded.class, PaymentMovedIn.class, PaymentReversed.class})
    @DisplayName("Positive control: neither does a log that misses what finance did, or has it off by a cent")
    void a_log_that_misses_something_is_found_out(Class<?> missed) {
        assertFoundOut(new Faults(without(missed), UnaryOperator.identity()));
        assertFoundOut(new Faults(YearOfMoneyTest::aCentLess, UnaryOperator.identity()));
    }

    private static void assertFoundOut(Faults faults) {
        assertThatThrownBy(() -> new MoneyBooks(0, new HashMap<>(), faults).year())
                .isInstanceOf(AssertionError.class);
    }

    private static UnaryOperator<List<PaymentScheduleEvent>> without(Class<?> missed) {
        return events ->
                events.stream().filter(event -> !missed.isInstance(event)).toList();
    }

    private static List<PaymentScheduleEvent> aCentLess(List<PaymentScheduleEvent> events) {
        return events.stream()
                .map(event -> event instanceof PaymentRefunded refunded
                        ? new PaymentRefunded(
                                refunded.receiptNo(),
                                refunded.voucherNo(),
                                refunded.amount()
                                        .minus(Money.ofMinor(
                                                1, refunded.amount().currency())),
                                refunded.reason(),
                                refunded.on())
                        : event)
                .toList();
    }

    @Test
    @DisplayName(
            "R-200: what happened in a year, and what is there at its end, is as it was approved for those who report"
                    + " it")
    void is_told_to_those_who_report_it() throws IOException {
        var books = new MoneyBooks(11, new HashMap<>());
        books.year(1);
        var lines = new ArrayList<String>();
        for (var told : books.told()) {
            var line = new LinkedHashMap<String, Object>();
            line.put("contract", told.contract());
            line.put("on", told.on());
            line.put("type", PAYMENT_SCHEDULE.event(told.event().getClass()).wireType());
            line.put("data", told.event());
            lines.add(Json.events().writeValueAsString(line));
        }
        books.schedules().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(end -> {
            var view = PaymentScheduleView.of(end.getValue());
            var line = new LinkedHashMap<String, Object>();
            line.put("contract", end.getKey());
            line.put("there", view.paid().plus(view.unmatched()));
            line.put("due", view.due().minus(view.credited()));
            line.put("open", end.getValue().sum(Receivable::open));
            lines.add(Json.events().writeValueAsString(line));
        });
        var file = Path.of(System.getProperty("contracts.dir"), "contract", "year-of-money.ndjson");
        if (Boolean.getBoolean("contracts.approve")) {
            Files.write(file, lines);
        }
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
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
