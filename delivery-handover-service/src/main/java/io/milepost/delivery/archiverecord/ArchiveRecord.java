package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.ArchiveRecord.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The papers of a contract or of a sales project, from the day they are filed until they are disposed of. */
public sealed interface ArchiveRecord {
    Decider<ArchiveRecord, Command, Event> DECIDER =
            new Decider<>(ArchiveRecord::decide, ArchiveRecord::begin, ArchiveRecord::evolve);

    /**
     * Files papers of a contract or of a sales project: the first ones under its id, which is the opportunity's of a sales project, others under ids of their own.
     *
     * @param custodian code of the team member who keeps them
     * @param transferor code of the team member who handed them over
     * @param disposal what to do with them when the retention period is over
     * @param filedOn today when absent
     * @param opportunityId whose sales project's papers they are; absent for those of a contract
     * @param contractId whose papers they are, where the record has an id of its own because it is not the only one
     * @param papers which of the papers that have to be filed are in it, by the ids that the filing list shows; all of them, if absent
     */
    record FileRecord(
            String title,
            String custodian,
            String transferor,
            String place,
            int retentionYears,
            @Limit(Limit.NOTE) String disposal,
            @Nullable LocalDate filedOn,
            @Nullable UUID opportunityId,
            @Nullable UUID contractId,
            @Nullable List<UUID> papers) {
        public FileRecord {
            papers = papers == null ? null : List.copyOf(papers);
        }
    }

    /** What may be asked of papers that are filed. */
    sealed interface Command {}

    /** The retention period may be over. */
    record ExpireRetention() implements Command {}

    /** The retention period is over soon. */
    record AnnounceRetentionEnd() implements Command {}

    /**
     * Hands the papers over to another custodian.
     *
     * @param custodian code of the team member who keeps them from now on
     * @param on today when absent
     */
    record TransferCustody(
            String custodian, String place, @Nullable LocalDate on) implements Command {}

    /** Asks that the papers be disposed of as agreed; the retention period must be over. */
    record RequestDisposal() implements Command {}

    /** Does with the papers what was agreed, once somebody else has asked for it. */
    record DisposeRecord() implements Command {}

    sealed interface Event {}

    /**
     * The papers of a contract or of a sales project were filed.
     *
     * @param contractId of the contract; for a sales project the record's own id, see {@code opportunityId}
     * @param retainUntil the first day on which they may be disposed of
     * @param opportunityId whose sales project's papers they are, and then the record's id; absent for those of a contract
     * @param papers which are in it of those that had to be filed then; absent in events from before they were listed
     * @param noticeDays how many days before the end the custodian is told, where the sales process of the contract says so; as for
     *     everybody, if absent
     */
    record ArchiveRecordFiled(
            UUID contractId,
            String title,
            String custodian,
            String transferor,
            String place,
            LocalDate filedOn,
            int retentionYears,
            LocalDate retainUntil,
            String disposal,
            @Nullable UUID opportunityId,
            @Nullable List<Paper> papers,
            @Nullable Integer noticeDays)
            implements Event {
        public ArchiveRecordFiled {
            papers = papers == null ? null : List.copyOf(papers);
        }
    }

    /** From this day on they may be disposed of; the custodian is reminded how. */
    record ArchiveRetentionExpired(UUID contractId, String custodian, String disposal, LocalDate retainUntil)
            implements Event {}

    /** They may be disposed of soon; the custodian is told to see what is still needed. */
    record ArchiveRetentionEndAnnounced(UUID contractId, String custodian, LocalDate retainUntil) implements Event {}

    /**
     * The papers are with somebody else.
     *
     * @param from code of the member who kept them until then
     * @param by who noted it
     */
    record ArchiveCustodyTransferred(
            UUID contractId, String from, String custodian, String place, LocalDate on, String by) implements Event {}

    record ArchiveDisposalRequested(UUID contractId, LocalDate on, String by) implements Event {}

    /** {@code opportunityId} as in {@link ArchiveRecordFiled}. */
    record ArchiveRecordDisposed(
            UUID contractId,
            String disposal,
            LocalDate on,
            @Nullable UUID opportunityId) implements Event {}

    enum No implements Refusal {
        RETENTION_RUNNING(state("the retention period is not over")),
        RECORD_DISPOSED(state("the papers are not there any more")),
        DISPOSAL_NOT_REQUESTED(state("papers are disposed of after somebody has asked for it")),
        DISPOSED_BY_REQUESTER(sender("whoever asked for the disposal cannot dispose of the papers")),
        TRANSFERRED_BEFORE_FILED(rule("papers cannot change hands before they came to whoever keeps them")),
        RETENTION_DATA_MISSING(rule("title, custodian, transferor, place and disposal must all be stated")),
        RETENTION_OUT_OF_RANGE(rule("the retention period must be from 1 to 100 years")),
        PAPER_NOT_LISTED(rule("only what the filing list of the deal or the contract names can be filed as such")),
        PAPERS_OF_TWO(rule("papers are those of a contract or those of a sales project")),
        FILED_IN_FUTURE(rule("the date of filing cannot be in the future"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    ArchiveRecordFiled filing();

    /** Whether the papers are there, as a closing is told when it decides. */
    default Papers papers() {
        return new Papers(!(this instanceof Disposed));
    }

    Custody custody();

    record Filed(ArchiveRecordFiled filing, Custody custody) implements ArchiveRecord {}

    /** The end of the retention period is on record. */
    record Expired(ArchiveRecordFiled filing, Custody custody) implements ArchiveRecord {}

    record Disposed(ArchiveRecordFiled filing, Custody custody, LocalDate on) implements ArchiveRecord {}

    static Decision<Event> file(FileRecord file, Occasion occasion) {
        var filedOn = Objects.requireNonNullElse(file.filedOn(), occasion.today());
        var listed = Listed.of(occasion).papers();
        return checkPapers(check(), file.papers(), listed)
                .text("/title", file.title(), RETENTION_DATA_MISSING)
                .text("/custodian", file.custodian(), RETENTION_DATA_MISSING)
                .text("/transferor", file.transferor(), RETENTION_DATA_MISSING)
                .text("/place", file.place(), RETENTION_DATA_MISSING)
                .text("/disposal", file.disposal(), RETENTION_DATA_MISSING)
                .that(
                        1 <= file.retentionYears() && file.retentionYears() <= 100,
                        "/retentionYears",
                        RETENTION_OUT_OF_RANGE)
                .that(file.opportunityId() == null || file.contractId() == null, "/contractId", PAPERS_OF_TWO)
                .that(!filedOn.isAfter(occasion.today()), "/filedOn", FILED_IN_FUTURE)
                .within(FAR, "/filedOn", filedOn, occasion.today())
                .accept(() -> new ArchiveRecordFiled(
                        Objects.requireNonNullElse(file.contractId(), occasion.id()),
                        file.title(),
                        file.custodian(),
                        file.transferor(),
                        file.place(),
                        filedOn,
                        file.retentionYears(),
                        filedOn.plusYears(file.retentionYears()),
                        file.disposal(),
                        file.opportunityId(),
                        listed.stream()
                                .filter(paper ->
                                        file.papers() == null || file.papers().contains(paper.id()))
                                .toList(),
                        occasion.read(SoldContract.class)
                                .map(SoldContract::promised)
                                .map(promised -> promised.what().retentionNoticeDays())
                                .orElse(null)));
    }

    private static Checks checkPapers(Checks before, @Nullable List<UUID> named, List<Paper> listed) {
        var checks = before;
        for (int i = 0; named != null && i < named.size(); i++) {
            var id = named.get(i);
            checks = checks.that(
                    listed.stream().anyMatch(paper -> paper.id().equals(id)), "/papers/" + i, PAPER_NOT_LISTED);
        }
        return checks;
    }

    static Decision<Event> decide(ArchiveRecord record, Command command, Occasion occasion) {
        return switch (command) {
            case ExpireRetention _ -> Keeping.expire(record, occasion.today());
            case AnnounceRetentionEnd _ -> Keeping.announce(record, occasion.today());
            case TransferCustody transfer -> Keeping.transfer(record, transfer, occasion);
            case RequestDisposal _ -> Keeping.request(record, occasion);
            case DisposeRecord _ -> Keeping.dispose(record, occasion);
        };
    }

    static ArchiveRecord begin(Event first) {
        var filing = (ArchiveRecordFiled) first;
        return new Filed(filing, Custody.of(filing));
    }

    static ArchiveRecord evolve(ArchiveRecord record, Event event) {
        var custody = record.custody();
        return switch (event) {
            case ArchiveRecordFiled _ -> record;
            case ArchiveRetentionEndAnnounced _ -> record.with(custody.whenAnnounced());
            case ArchiveCustodyTransferred transferred -> record.with(custody.after(transferred));
            case ArchiveDisposalRequested(var _, var _, var by) -> record.with(custody.whenAsked(by));
            case ArchiveRetentionExpired _ -> new Expired(record.filing(), custody);
            case ArchiveRecordDisposed disposed -> new Disposed(record.filing(), custody, disposed.on());
        };
    }

    private ArchiveRecord with(Custody other) {
        return switch (this) {
            case Filed _ -> new Filed(filing(), other);
            case Expired _ -> new Expired(filing(), other);
            case Disposed(var _, var _, var on) -> new Disposed(filing(), other, on);
        };
    }
}
