package io.milepost.delivery.automation;

import io.milepost.delivery.filinglist.FilingList.NoteContract;
import io.milepost.delivery.filinglist.FilingList.NoteDisposal;
import io.milepost.delivery.filinglist.FilingList.NotePapers;
import io.milepost.delivery.filinglist.FilingList.NoteRecord;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.inbound.delivery.ContractNoted;
import io.milepost.delivery.inbound.delivery.RecordFiled;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What is filed and what is disposed of is noted in the filing list of its deal or contract. What a deal had until its contract
 * was signed belongs to the contract's file too, so that a deal without a sales project misses none of it.
 */
public final class WhenRecordMovesThenNoteIt {

    public static final Automation<RecordFiled> FILED = new Automation<>(
            "when-archive-record-filed-then-note-record",
            "delivery",
            "archive-record.filed.v1",
            RecordFiled.class,
            (cause, filed) -> Optional.of(new Reaction.Command(
                    filed.project(), new NoteRecord(cause.subject(), filed.opportunityId(), filed.papers()))),
            Set.of());

    /** One that was filed before there were lists changes nothing. */
    public static final Automation<RecordFiled> DISPOSED = new Automation<>(
            "when-archive-record-disposed-then-note-disposal",
            "delivery",
            "archive-record.disposed.v1",
            RecordFiled.class,
            (cause, disposed) ->
                    Optional.of(new Reaction.Command(disposed.project(), new NoteDisposal(cause.subject()))),
            Set.of());

    public static final Automation<ContractSigned> SIGNED = new Automation<>(
            "when-contract-signed-then-note-contract-of-deal",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            (cause, signed) ->
                    Optional.of(new Reaction.Command(signed.opportunityId(), new NoteContract(cause.subject()))),
            Set.of());

    public static final Automation<ContractNoted> PAPERS_OF_DEAL = new Automation<>(
            "when-contract-noted-then-list-papers-of-deal",
            "delivery",
            "filing-list.contract-noted.v1",
            ContractNoted.class,
            (_, noted) -> noted.papers().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reaction.Command(noted.contractId(), new NotePapers(noted.papers()))),
            Set.of());

    private WhenRecordMovesThenNoteIt() {}
}
