package io.milepost.contracts;

import io.milepost.contracts.contract.ContractCommand.SignContract;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** For every command of the payment schedule a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class PaymentSituations {
    static final Money HALF = Money.of("2257.00", "USD");
    private static final Money CENT = Money.of("0.01", "USD");
    private static final PlanPayments PLAN = new PlanPayments(
            ContractSituations.MIGRATED.opportunityId(),
            ContractSituations.MIGRATED.accountId(),
            "kim",
            ContractSituations.MIGRATED.value(),
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
        return walk.accepted(PlanPayments.class, client -> new Situation(signedToday(client), PLAN))
                .accepted(
                        TriggerInstalment.class,
                        client -> new Situation(planned(client), new TriggerInstalment(2, null)))
                .accepted(
                        IssueInvoice.class,
                        client -> new Situation(planned(client), new IssueInvoice(1, anyNumber(), null, null)))
                .accepted(
                        RecordReceipt.class,
                        client -> new Situation(planned(client), new RecordReceipt(anyNumber(), HALF, null, 1)))
                .accepted(MatchReceipt.class, client -> {
                    var receiptNo = anyNumber();
                    return new Situation(received(client, receiptNo), new MatchReceipt(receiptNo, 1));
                })
                .accepted(ReverseReceipt.class, client -> {
                    var receiptNo = anyNumber();
                    return new Situation(received(client, receiptNo), new ReverseReceipt(receiptNo, "bounced"));
                })
                .accepted(
                        RecordFollowUp.class,
                        client -> new Situation(planned(client), new RecordFollowUp(1, "they pay on Friday", null)))
                .accepted(RefundSurplus.class, client -> {
                    var receiptNo = anyNumber();
                    var refund = new RefundSurplus(receiptNo, anyNumber(), HALF, "paid twice");
                    return new Situation(received(client, receiptNo), refund);
                })
                .accepted(MoveSurplus.class, client -> {
                    var receiptNo = anyNumber();
                    var move = new MoveSurplus(receiptNo, anyNumber(), HALF, planned(client), "agreed");
                    return new Situation(received(client, receiptNo), move);
                })
                .accepted(
                        IssueCreditNote.class,
                        client -> new Situation(
                                invoiced(client), new IssueCreditNote(1, anyNumber(), CENT, "complaint", null)))
                .accepted(
                        WriteOffInstalment.class,
                        client -> new Situation(planned(client), new WriteOffInstalment(1, CENT, "insolvent")))
                .accepted(WithdrawWriteOff.class, client -> {
                    var schedule = planned(client);
                    client.accept(schedule, new WriteOffInstalment(1, CENT, "insolvent"));
                    return new Situation(schedule, new WithdrawWriteOff(1, "it came"));
                })
                .refused(
                        "CONTRACT_NOT_SIGNED",
                        client -> new Situation(client.create(ContractSituations.MIGRATED), PLAN))
                .refused(
                        "INSTALMENT_NOT_DUE",
                        client -> new Situation(planned(client), new IssueInvoice(2, anyNumber(), null, null)))
                .refused("RECEIPT_NO_TAKEN", client -> {
                    var receiptNo = anyNumber();
                    received(client, receiptNo);
                    return new Situation(
                            planned(client), new RecordReceipt(receiptNo.toLowerCase(Locale.ROOT), HALF, null, 1));
                })
                .refused("INVOICE_NO_TAKEN", client -> {
                    var invoiceNo = anyNumber();
                    client.accept(planned(client), new IssueInvoice(1, invoiceNo, null, null));
                    return new Situation(planned(client), new IssueInvoice(1, invoiceNo, null, null));
                })
                .refused("RECEIPT_UNKNOWN", client -> new Situation(planned(client), new MatchReceipt(anyNumber(), 1)));
    }

    /** Numbers are given once in the company. */
    private static String anyNumber() {
        return "N-" + UUID.randomUUID();
    }

    /** So that nothing of it is overdue, of which the timer would tell meanwhile. */
    static UUID signedToday(SuiteClient client) {
        var contract = client.create(ContractSituations.MIGRATED);
        client.accept(contract, new SignContract(Party.SELLER, null, null));
        client.acceptFrom("desk", contract, new SignContract(Party.CUSTOMER, null, null));
        return contract;
    }

    static UUID planned(SuiteClient client) {
        return planned(client, "kim");
    }

    /** Of a contract whose payments nobody knew when it was signed. */
    static UUID planned(SuiteClient client, String owner) {
        var contract = signedToday(client);
        client.create(
                contract,
                new PlanPayments(
                        PLAN.opportunityId(), PLAN.accountId(), owner, PLAN.value(), PLAN.signedOn(), PLAN.payments()));
        return contract;
    }

    private static UUID invoiced(SuiteClient client) {
        var schedule = planned(client);
        client.accept(schedule, new IssueInvoice(1, anyNumber(), null, null));
        return schedule;
    }

    private static UUID received(SuiteClient client, String receiptNo) {
        var schedule = planned(client);
        client.accept(schedule, new RecordReceipt(receiptNo, HALF, null, null));
        return schedule;
    }
}
