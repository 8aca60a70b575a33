package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Usual.DAY_IN_FUTURE;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.filinglist.FilingList;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The archive record's commands and events, with paths, roles and names. Its id is the contract's, or that of the opportunity whose sales project it belongs to. */
public final class ArchiveRecordCatalogue {

    public static final Catalogue<ArchiveRecord, Command, Event> ARCHIVE_RECORD = Catalogue.of(
                    "archive-record", "archive-records", ArchiveRecord.DECIDER)
            .creates(FileRecord.class, ArchiveRecord::file, DELIVERY_MANAGER, SALES_MANAGER, QA)
            .reads(
                    FileRecord.class,
                    new Read<>(
                            () -> FILING_LIST,
                            (id, _, file) -> projectOf(id, (FileRecord) file),
                            Listed.class,
                            FilingList::listed))
            .reads(
                    FileRecord.class,
                    new Read<>(
                            () -> HANDOVER,
                            (id, _, file) -> contractOf(id, (FileRecord) file),
                            SoldContract.class,
                            HandoverCatalogue::sold))
            .command(ExpireRetention.class)
            .command(AnnounceRetentionEnd.class)
            .command(TransferCustody.class, DELIVERY_MANAGER, SALES_MANAGER, QA)
            .duty(
                    TransferCustody.class,
                    "the custodian, or whoever assures quality",
                    (record, now) -> keepers(Objects.requireNonNull(record), now))
            .command(RequestDisposal.class, DELIVERY_MANAGER, SALES_MANAGER)
            .duty(
                    RequestDisposal.class,
                    "the custodian",
                    record -> List.of(record.custody().custodian()))
            .command(DisposeRecord.class, QA)
            .event(ArchiveRecordFiled.class, "archive-record.filed", 1)
            .tags(ArchiveRecordFiled.class, filed -> Set.of(new Tag(Claims.FILED, projectOf(filed))))
            .event(ArchiveCustodyTransferred.class, "archive-record.custody-transferred", 1)
            .event(ArchiveRetentionEndAnnounced.class, "archive-record.retention-end-announced", 1)
            .event(ArchiveRetentionExpired.class, "archive-record.retention-expired", 1)
            .event(ArchiveDisposalRequested.class, "archive-record.disposal-requested", 1)
            .event(ArchiveRecordDisposed.class, "archive-record.disposed", 1)
            .holds(Claims.FILED, record -> record.papers().kept() ? List.of(projectOf(record.filing())) : List.of())
            .open()
            .refusals(No.class, DAY_IMPLAUSIBLE, DAY_IN_FUTURE)
            .view(View.class, View::of);

    /** Papers wait for the end of their retention period; it concerns the custodian. */
    public static final Due<ArchiveRecord> RETENTION_END =
            new Due<>("retention-end", ARCHIVE_RECORD, ExpireRetention.class, record -> switch (record) {
                case Filed(var filing, var custody) ->
                    List.of(DueDate.startOf(filing.retainUntil(), new ExpireRetention())
                            .ownedBy(custody.custodian()));
                case Expired _, Disposed _ -> List.of();
            });

    /** The custodian is told in time that it is over soon. */
    public static final Due<ArchiveRecord> RETENTION_ENDING =
            new Due<>("retention-ending", ARCHIVE_RECORD, AnnounceRetentionEnd.class, record -> switch (record) {
                case Filed(var filing, var custody) ->
                    custody.announced()
                            ? List.of()
                            : List.of(DueDate.startOf(Keeping.noticeOn(filing), new AnnounceRetentionEnd())
                                    .ownedBy(custody.custodian()));
                case Expired _, Disposed _ -> List.of();
            });

    public static final NoticeRule<ArchiveRetentionEndAnnounced> EXPIRING_NOTICE = notice("retention-expiring")
            .on(ARCHIVE_RECORD, ArchiveRetentionEndAnnounced.class)
            .concerning(ArchiveRetentionEndAnnounced::custodian)
            .to(OWNER);

    /** The custodian learns that the papers may be disposed of, and how. */
    public static final NoticeRule<ArchiveRetentionExpired> EXPIRED_NOTICE = notice("retention-over")
            .on(ARCHIVE_RECORD, ArchiveRetentionExpired.class)
            .concerning(ArchiveRetentionExpired::custodian)
            .to(OWNER, MANAGER);

    private ArchiveRecordCatalogue() {}

    /** Papers whose custodian has left are handed over by quality assurance. */
    private static List<String> keepers(ArchiveRecord record, Occasion occasion) {
        return occasion.who().hasAny(List.of(QA.name()))
                ? List.of()
                : List.of(record.custody().custodian());
    }

    /** None for the papers of a sales project. */
    private static @Nullable UUID contractOf(UUID id, FileRecord file) {
        return file.opportunityId() != null ? null : Objects.requireNonNullElse(file.contractId(), id);
    }

    private static UUID projectOf(UUID id, FileRecord file) {
        return file.opportunityId() != null ? file.opportunityId() : Objects.requireNonNullElse(file.contractId(), id);
    }

    private static String projectOf(ArchiveRecordFiled filed) {
        return Objects.requireNonNullElse(filed.opportunityId(), filed.contractId())
                .toString();
    }

    /**
     * What a read shows of an archive record.
     *
     * @param custodian who keeps the papers now
     * @param keptSince since when
     * @param disposalAskedBy who asked that they be disposed of; absent until somebody does
     * @param status FILED, EXPIRED or DISPOSED
     * @param opportunityId whose sales project's papers they are; then it is the record's id
     * @param papers which are in it of those that had to be filed
     */
    public record View(
            String status,
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
            @Nullable LocalDate disposedOn,
            List<Paper> papers,
            LocalDate keptSince,
            @Nullable String disposalAskedBy) {
        static View of(ArchiveRecord record) {
            return switch (record) {
                case Filed _ -> of("FILED", record, null);
                case Expired _ -> of("EXPIRED", record, null);
                case Disposed(var _, var _, var on) -> of("DISPOSED", record, on);
            };
        }

        private static View of(String status, ArchiveRecord record, @Nullable LocalDate disposedOn) {
            var filing = record.filing();
            var custody = record.custody();
            return new View(
                    status,
                    filing.contractId(),
                    filing.title(),
                    custody.custodian(),
                    filing.transferor(),
                    custody.place(),
                    filing.filedOn(),
                    filing.retentionYears(),
                    filing.retainUntil(),
                    filing.disposal(),
                    filing.opportunityId(),
                    disposedOn,
                    Objects.requireNonNullElse(filing.papers(), List.of()),
                    custody.since(),
                    custody.disposalAskedBy());
        }
    }
}
