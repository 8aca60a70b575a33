package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.filinglist.FilingList;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
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
            .command(ExpireRetention.class)
            .command(DisposeRecord.class, QA)
            .event(ArchiveRecordFiled.class, "archive-record.filed", 1)
            .tags(ArchiveRecordFiled.class, filed -> Set.of(new Tag(Claims.FILED, projectOf(filed))))
            .event(ArchiveRetentionExpired.class, "archive-record.retention-expired", 1)
            .event(ArchiveRecordDisposed.class, "archive-record.disposed", 1)
            .holds(Claims.FILED, record -> record.papers().kept() ? List.of(projectOf(record.filing())) : List.of())
            .open()
            .refusals(No.class, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** Papers wait for the end of their retention period; it concerns the custodian. */
    public static final Due<ArchiveRecord> RETENTION_END =
            new Due<>("retention-end", ARCHIVE_RECORD, ExpireRetention.class, record -> switch (record) {
                case Filed(var filing) ->
                    List.of(DueDate.startOf(filing.retainUntil(), new ExpireRetention())
                            .ownedBy(filing.custodian()));
                case Expired _, Disposed _ -> List.of();
            });

    private ArchiveRecordCatalogue() {}

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
            List<Paper> papers) {
        static View of(ArchiveRecord record) {
            return switch (record) {
                case Filed(var filing) -> of("FILED", filing, null);
                case Expired(var filing) -> of("EXPIRED", filing, null);
                case Disposed(var filing, var on) -> of("DISPOSED", filing, on);
            };
        }

        private static View of(String status, ArchiveRecordFiled filing, @Nullable LocalDate disposedOn) {
            return new View(
                    status,
                    filing.contractId(),
                    filing.title(),
                    filing.custodian(),
                    filing.transferor(),
                    filing.place(),
                    filing.filedOn(),
                    filing.retentionYears(),
                    filing.retainUntil(),
                    filing.disposal(),
                    filing.opportunityId(),
                    disposedOn,
                    Objects.requireNonNullElse(filing.papers(), List.of()));
        }
    }
}
