package io.milepost.delivery.contractcopy;

import static io.milepost.delivery.automation.WhenAdvanceMissedThenHoldDelivery.LIFTED;
import static io.milepost.delivery.automation.WhenAdvanceMissedThenHoldDelivery.MISSED;
import static io.milepost.delivery.automation.WhenContractMovesThenNoteIt.*;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.HOLD_NOTICE;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.automation.WhenAdvanceMissedThenHoldDelivery;
import io.milepost.delivery.contractcopy.ContractCopy.*;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of what is agreed in a contract and paid for it, and how it is kept. */
class ContractCopyTest {
    private static final Money SIGNED_VALUE = Money.of("300.00", "USD");
    private static final Money AMENDED_VALUE = Money.of("400.00", "USD");
    private static final Money PAID_AMOUNT = Money.of("100.00", "USD");
    private static final Scenario<ContractCopy, Command, Event> NOTHING = Scenario.of(CONTRACT_COPY);
    private static final List<Event> ALL = List.of(
            new TermsNoted(0, SIGNED_VALUE, "ISO 9001"),
            new TermsNoted(1, AMENDED_VALUE, null),
            new ReceiptNoted("R-1", PAID_AMOUNT),
            new ReceiptNoted("R-2", PAID_AMOUNT),
            new ReversalNoted("R-1"));

    @Test
    void each_fact_is_noted_once() {
        NOTHING.when(new NoteTerms(0, SIGNED_VALUE, "ISO 9001"))
                .then(new TermsNoted(0, SIGNED_VALUE, "ISO 9001"))
                .when(new NoteTerms(0, SIGNED_VALUE, "ISO 9001"))
                .thenNothing()
                .when(new NoteReceipt("R-1", PAID_AMOUNT))
                .then(new ReceiptNoted("R-1", PAID_AMOUNT))
                .when(new NoteReceipt("R-1", PAID_AMOUNT))
                .thenNothing()
                .when(new NoteReversal("R-1"))
                .then(new ReversalNoted("R-1"))
                .when(new NoteReversal("R-1"))
                .thenNothing();
        NOTHING.when(new NoteReceipt("R-1", PAID_AMOUNT)).then(new ReceiptNoted("R-1", PAID_AMOUNT));
    }

    @Test
    @DisplayName(
            "R-159, R-162: in whatever order its facts arrive, the last amendment counts, and what was paid and stayed")
    void the_order_does_not_matter() {
        for (int i = 0; i < ALL.size(); i++) {
            var turned = new ArrayList<>(ALL.subList(i, ALL.size()));
            turned.addAll(ALL.subList(0, i));
            for (var order : List.of(turned, turned.reversed())) {
                var copy = NOTHING.given(order.toArray(Event[]::new)).state();
                assertThat(ContractCopyCatalogue.agreed(copy))
                        .isEqualTo(new Agreed(AMENDED_VALUE, "ISO 9001", PAID_AMOUNT));
            }
        }
    }

    @Test
    @DisplayName("R-162: money that went back or counts for another contract is not received, until it is back")
    void what_went_out_is_not_received() {
        var paid = NOTHING.given(new TermsNoted(0, SIGNED_VALUE, null), new ReceiptNoted("R-1", SIGNED_VALUE));
        var copy = paid.given(
                new ReceiptNoted("refund V-1", Money.of("-20.00", "USD")),
                new ReceiptNoted("to another contract T-1", Money.of("-100.00", "USD")),
                new ReceiptNoted("T-2", Money.of("5.00", "USD")));
        assertThat(ContractCopyCatalogue.agreed(copy.state()).received()).isEqualTo(Money.of("185.00", "USD"));
        var back = copy.given(new ReversalNoted("to another contract T-1"));
        assertThat(ContractCopyCatalogue.agreed(back.state()).received()).isEqualTo(Money.of("285.00", "USD"));
    }

    @Test
    void what_is_not_known_yet_is_not_said() {
        var paid = NOTHING.given(new ReceiptNoted("R-1", PAID_AMOUNT)).state();
        assertThat(ContractCopyCatalogue.agreed(paid)).isEqualTo(new Agreed(null, null, null));
        var migrated = NOTHING.given(new TermsNoted(0, SIGNED_VALUE, null)).state();
        assertThat(ContractCopyCatalogue.agreed(migrated))
                .isEqualTo(new Agreed(SIGNED_VALUE, null, Money.of("0.00", "USD")));
    }

    @Test
    @DisplayName("R-159, R-162: signature, amendments and payments are noted under the contract's id")
    void what_is_published_is_noted() {
        noted(SIGNED, new NoteTerms(0, SIGNED_VALUE, "ISO 9001"), """
            {"opportunityId": "01900000-0000-7000-8000-0000000000b1",
             "accountId": "01900000-0000-7000-8000-0000000000b2", "owner": "kim", "basis": "QUOTATION",
             "value": {"amount": "300.00", "currency": "USD"}, "signedOn": "2026-03-02",
             "qualityStandard": "ISO 9001"}\
            """);
        noted(AMENDED, new NoteTerms(2, AMENDED_VALUE, "ISO 4301"), """
            {"number": 2, "lines": [], "value": {"amount": "400.00", "currency": "USD"},
             "terms": {"qualityStandard": "ISO 4301"}}\
            """);
        noted(AMENDED, new NoteTerms(1, AMENDED_VALUE, null), """
            {"number": 1, "lines": [], "value": {"amount": "400.00", "currency": "USD"}}\
            """);
        noted(PAID, new NoteReceipt("R-1", PAID_AMOUNT), """
            {"receiptNo": "R-1", "amount": {"amount": "100.00", "currency": "USD"}, "owner": "kim"}\
            """);
        noted(REVERSED, new NoteReversal("R-1"), """
            {"receiptNo": "R-1", "amount": {"amount": "100.00", "currency": "USD"}, "reason": "bounced"}\
            """);
        noted(REFUNDED, new NoteReceipt("refund V-1", PAID_AMOUNT.negated()), """
            {"receiptNo": "R-1", "voucherNo": "V-1", "amount": {"amount": "100.00", "currency": "USD"}}\
            """);
        noted(MOVED_OUT, new NoteReceipt("to another contract T-1", PAID_AMOUNT.negated()), """
            {"receiptNo": "R-1", "transferNo": "T-1", "amount": {"amount": "100.00", "currency": "USD"}}\
            """);
        noted(MOVED_IN, new NoteReceipt("T-1", PAID_AMOUNT), """
            {"transferNo": "T-1", "amount": {"amount": "100.00", "currency": "USD"}}\
            """);
        noted(RESTORED, new NoteReversal("to another contract T-1"), """
            {"receiptNo": "R-1", "transferNo": "T-1", "amount": {"amount": "100.00", "currency": "USD"}}\
            """);
    }

    @Test
    @DisplayName("G15: work waits for each advance that is missed, and is told once; it goes on when none is missed any"
            + " more")
    void work_waits_for_missed_advances() {
        var held = NOTHING.when(new NoteHold(1, "kim"))
                .then(new HoldNoted(1, "kim"))
                .when(new NoteHold(1, "kim"))
                .thenNothing();
        assertThat(ContractCopyCatalogue.onHold(held.state())).isEqualTo(new OnHold(true));
        var two = held.when(new NoteHold(2, "kim")).then(new HoldNoted(2, "kim"));
        var one = two.when(new NoteRelease(1))
                .then(new ReleaseNoted(1))
                .when(new NoteRelease(1))
                .thenNothing();
        assertThat(ContractCopyCatalogue.onHold(one.state())).isEqualTo(new OnHold(true));
        var free = one.when(new NoteRelease(2)).then(new ReleaseNoted(2));
        assertThat(ContractCopyCatalogue.onHold(free.state())).isEqualTo(new OnHold(false));
        free.when(new NoteHold(1, "kim")).then(new HoldNoted(1, "kim"));
        NOTHING.when(new NoteRelease(1)).thenNothing();
        assertThat(HOLD_NOTICE.to()).containsExactly(OWNER, MANAGER);
    }

    @Test
    @DisplayName(
            "G15: a missed advance is noted where the sales process says that work waits for it, and its end in any"
                    + " case")
    void missed_advances_are_noted() {
        noted(MISSED, new NoteHold(1, "kim"), """
            {"number": 1, "amount": {"amount": "100.00", "currency": "USD"}, "dueOn": "2026-03-02", "owner": "kim",
             "holds": true}\
            """);
        var goesOn = ProducerSamples.event("contract", MISSED.type(), """
            {"number": 1, "amount": {"amount": "100.00", "currency": "USD"}, "dueOn": "2026-03-02", "owner": "kim"}\
            """);
        assertThat(MISSED.reaction().to(goesOn, goesOn.as(MISSED.data()))).isEmpty();
        noted(WhenAdvanceMissedThenHoldDelivery.PAID, new NoteRelease(1), """
            {"number": 1, "amount": {"amount": "100.00", "currency": "USD"}, "on": "2026-03-02"}\
            """);
        noted(LIFTED, new NoteRelease(1), """
            {"number": 1, "owner": "kim", "on": "2026-03-02"}\
            """);
        accepts(WhenAdvanceMissedThenHoldDelivery.PAID, "payment-schedule");
        accepts(LIFTED, "payment-schedule");
        for (var sample : ProducerSamples.of("contract", "payment-schedule", MISSED.type())) {
            assertThat(sample.as(MISSED.data()).owner()).isNotBlank();
        }
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        accepts(SIGNED, "contract");
        accepts(AMENDED, "contract");
        accepts(PAID, "payment-schedule");
        accepts(REVERSED, "payment-schedule");
        accepts(REFUNDED, "payment-schedule");
        accepts(MOVED_OUT, "payment-schedule");
        accepts(MOVED_IN, "payment-schedule");
        accepts(RESTORED, "payment-schedule");
    }

    private static <T> void noted(Automation<T> automation, Command command, String json) {
        var event = ProducerSamples.event("contract", automation.type(), json);
        assertThat(automation.reaction().to(event, event.as(automation.data())))
                .isEqualTo(Optional.of(new Reaction.Command(ProducerSamples.SUBJECT, (Record) command)));
        assertThat(automation.settledBy()).isEmpty();
    }

    private static <T> void accepts(Automation<T> automation, String aggregate) {
        for (var sample : ProducerSamples.of("contract", aggregate, automation.type())) {
            assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                    .isPresent();
        }
    }
}
