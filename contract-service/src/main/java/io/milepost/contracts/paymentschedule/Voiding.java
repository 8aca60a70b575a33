package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Nothing is to be paid of a contract that was signed by mistake (decision 44). */
final class Voiding {

    private Voiding() {}

    /** Money that was matched in the same moment stays a surplus, to be refunded or moved. */
    static List<PaymentScheduleEvent> voided(PaymentSchedule schedule, LocalDate on) {
        var released = schedule.ledger().receipts().stream()
                .filter(receipt -> !receipt.reversed())
                .flatMap(receipt -> receipt.shares().stream()
                        .<PaymentScheduleEvent>map(
                                share -> new PaymentReleased(receipt.receiptNo(), share.number(), share.amount())));
        var voided = new PaymentScheduleVoided(
                schedule.plan().contractId(), schedule.value(), schedule.sum(Receivable::open), on);
        return Stream.concat(released, Stream.of(voided)).toList();
    }
}
