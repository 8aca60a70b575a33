package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.ArchiveRecord.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Objects;

/** What becomes of papers that are filed: they change hands, their retention ends, and two people see that they are disposed of. */
final class Keeping {
    private Keeping() {}

    static Decision<Event> transfer(ArchiveRecord record, TransferCustody transfer, Occasion occasion) {
        if (record instanceof Disposed) {
            return refused(RECORD_DISPOSED);
        }
        var before = record.custody();
        var on = Objects.requireNonNullElse(transfer.on(), occasion.today());
        return Codes.same(before.custodian(), transfer.custodian())
                        && before.place().equals(transfer.place())
                ? unchanged()
                : check().text("/custodian", transfer.custodian(), RETENTION_DATA_MISSING)
                        .text("/place", transfer.place(), RETENTION_DATA_MISSING)
                        .notAfter("/on", on, occasion.today())
                        .within(FAR, "/on", on, occasion.today())
                        .that(!on.isBefore(before.since()), "/on", TRANSFERRED_BEFORE_FILED)
                        .accept(() -> new ArchiveCustodyTransferred(
                                record.filing().contractId(),
                                before.custodian(),
                                transfer.custodian(),
                                transfer.place(),
                                on,
                                occasion.who().name()));
    }

    /** Sent by the timer. */
    static Decision<Event> announce(ArchiveRecord record, LocalDate today) {
        var filing = record.filing();
        return record instanceof Filed(var _, var custody) && !custody.announced() && !today.isBefore(noticeOn(filing))
                ? accepted(new ArchiveRetentionEndAnnounced(
                        filing.contractId(), custody.custodian(), filing.retainUntil()))
                : unchanged();
    }

    /** Papers that are filed late may have no such day before the end. */
    static LocalDate noticeOn(ArchiveRecordFiled filing) {
        return filing.retainUntil()
                .minusDays(Objects.requireNonNullElse(filing.noticeDays(), StandardRules.RULES.retentionNoticeDays()));
    }

    /** Sent by the timer. */
    static Decision<Event> expire(ArchiveRecord record, LocalDate today) {
        return switch (record) {
            case Filed(var filing, var custody) ->
                today.isBefore(filing.retainUntil())
                        ? unchanged()
                        : accepted(new ArchiveRetentionExpired(
                                filing.contractId(), custody.custodian(), filing.disposal(), filing.retainUntil()));
            case Expired _, Disposed _ -> unchanged();
        };
    }

    static Decision<Event> request(ArchiveRecord record, Occasion occasion) {
        var filing = record.filing();
        if (record instanceof Disposed || record.custody().disposalAskedBy() != null) {
            return unchanged();
        }
        return isRunning(filing, occasion)
                ? running(filing)
                : accepted(new ArchiveDisposalRequested(
                        filing.contractId(), occasion.today(), occasion.who().name()));
    }

    static Decision<Event> dispose(ArchiveRecord record, Occasion occasion) {
        var filing = record.filing();
        var asked = record.custody().disposalAskedBy();
        if (record instanceof Disposed) {
            return unchanged();
        }
        if (isRunning(filing, occasion)) {
            return running(filing);
        }
        if (asked == null) {
            return refused(DISPOSAL_NOT_REQUESTED);
        }
        return occasion.who().is(asked)
                ? refused(DISPOSED_BY_REQUESTER)
                : accepted(new ArchiveRecordDisposed(
                        filing.contractId(), filing.disposal(), occasion.today(), filing.opportunityId()));
    }

    private static boolean isRunning(ArchiveRecordFiled filing, Occasion occasion) {
        return occasion.today().isBefore(filing.retainUntil());
    }

    private static Decision<Event> running(ArchiveRecordFiled filing) {
        return refused(RETENTION_RUNNING, "to be kept until " + filing.retainUntil());
    }
}
