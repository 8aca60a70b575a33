package io.milepost.delivery.automation;

import io.milepost.delivery.contractcopy.ContractCopy.NoteReceipt;
import io.milepost.delivery.contractcopy.ContractCopy.NoteReversal;
import io.milepost.delivery.contractcopy.ContractCopy.NoteTerms;
import io.milepost.delivery.inbound.contract.ContractAmended;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.inbound.contract.Receipt;
import io.milepost.delivery.inbound.contract.Refund;
import io.milepost.delivery.inbound.contract.Transfer;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is agreed in a contract and what was paid for it is known here as well, so that acceptance and settlement can be held against it. */
public final class WhenContractMovesThenNoteIt {

    public static final Automation<ContractSigned> SIGNED = note(
            "when-contract-signed-then-note-contract",
            "contract.signed.v1",
            ContractSigned.class,
            signed -> new NoteTerms(0, signed.value(), signed.qualityStandard()));

    public static final Automation<ContractAmended> AMENDED = note(
            "when-contract-amended-then-note-contract",
            "contract.amended.v1",
            ContractAmended.class,
            amended -> new NoteTerms(
                    amended.number(),
                    amended.value(),
                    amended.terms() == null ? null : amended.terms().qualityStandard()));

    public static final Automation<Receipt> PAID = note(
            "when-payment-received-then-note-contract",
            "payment-schedule.payment-received.v1",
            Receipt.class,
            receipt -> new NoteReceipt(receipt.receiptNo(), receipt.amount()));

    public static final Automation<Receipt> REVERSED = note(
            "when-payment-reversed-then-note-contract",
            "payment-schedule.payment-reversed.v1",
            Receipt.class,
            receipt -> new NoteReversal(receipt.receiptNo()));

    public static final Automation<Refund> REFUNDED = note(
            "when-payment-refunded-then-note-contract",
            "payment-schedule.payment-refunded.v1",
            Refund.class,
            refund -> new NoteReceipt(
                    "refund " + refund.voucherNo(), refund.amount().negated()));

    public static final Automation<Transfer> MOVED_OUT = note(
            "when-payment-moved-out-then-note-contract",
            "payment-schedule.payment-moved-out.v1",
            Transfer.class,
            moved -> new NoteReceipt(gone(moved), moved.amount().negated()));

    public static final Automation<Transfer> MOVED_IN = note(
            "when-payment-moved-in-then-note-contract",
            "payment-schedule.payment-moved-in.v1",
            Transfer.class,
            moved -> new NoteReceipt(moved.transferNo(), moved.amount()));

    public static final Automation<Transfer> RESTORED = note(
            "when-payment-restored-then-note-contract",
            "payment-schedule.payment-restored.v1",
            Transfer.class,
            back -> new NoteReversal(gone(back)));

    private WhenContractMovesThenNoteIt() {}

    private static String gone(Transfer transfer) {
        return "to another contract " + transfer.transferNo();
    }

    private static <T> Automation<T> note(String name, String type, Class<T> data, Function<T, Record> note) {
        return new Automation<>(
                name,
                "contract",
                type,
                data,
                (cause, fact) -> Optional.of(new Reaction.Command(cause.subject(), note.apply(fact))),
                Set.of());
    }
}
