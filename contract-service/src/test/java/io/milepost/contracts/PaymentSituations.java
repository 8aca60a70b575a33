package io.milepost.contracts;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** For every command of the payment schedule a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class PaymentSituations {
    static final Money HALF = Money.of("2257.00", "USD");
    private static final PlanPayments PLAN = new PlanPayments(
            UUID.fromString("01900000-0000-7000-8000-0000000000b1"),
            UUID.fromString("01900000-0000-7000-8000-00000000000a"),
            "kim",
            Money.of("4514.00", "USD"),
            null,
            halves());

    private PaymentSituations() {}

    static List<PaymentTerm> halves() {
        var half = new BigDecimal("50");
        return List.of(
                new PaymentTerm("advance", null, half, Trigger.SIGNATURE, null, null, null),
                new PaymentTerm("rest", null, half, Trigger.ACCEPTANCE, null, null, 10));
    }

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(PlanPayments.class, client -> new Situation(null, PLAN))
                .accepted(
                        TriggerInstalment.class,
                        client -> new Situation(client.create(PLAN), new TriggerInstalment(2, null)))
                .accepted(
                        IssueInvoice.class,
                        client -> new Situation(client.create(PLAN), new IssueInvoice(1, "I-1", null, null)))
                .accepted(
                        RecordReceipt.class,
                        client -> new Situation(client.create(PLAN), new RecordReceipt("R-1", HALF, null, 1)))
                .accepted(MatchReceipt.class, client -> new Situation(received(client), new MatchReceipt("R-1", 1)))
                .accepted(
                        ReverseReceipt.class,
                        client -> new Situation(received(client), new ReverseReceipt("R-1", "bounced")))
                .refused(
                        "INSTALMENT_NOT_DUE",
                        client -> new Situation(client.create(PLAN), new IssueInvoice(2, "I-1", null, null)))
                .refused("RECEIPT_UNKNOWN", client -> new Situation(client.create(PLAN), new MatchReceipt("R-9", 1)));
    }

    private static UUID received(SuiteClient client) {
        var schedule = client.create(PLAN);
        client.accept(schedule, new RecordReceipt("R-1", HALF, null, null));
        return schedule;
    }
}
