package io.milepost.delivery.archiverecord.domain;

import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordFiled;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of an archive record.
 *
 * @param status FILED, EXPIRED or DISPOSED
 * @param opportunityId whose sales project's papers they are; then it is the record's id
 */
public record ArchiveRecordView(
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
        @Nullable LocalDate disposedOn) {

    public static @Nullable ArchiveRecordView of(ArchiveRecord state) {
        return switch (state) {
            case ArchiveRecord.Unknown _ -> null;
            case ArchiveRecord.Filed(var filing) -> view("FILED", filing, null);
            case ArchiveRecord.Expired(var filing) -> view("EXPIRED", filing, null);
            case ArchiveRecord.Disposed(var filing, var on) -> view("DISPOSED", filing, on);
        };
    }

    private static ArchiveRecordView view(String status, ArchiveRecordFiled filing, @Nullable LocalDate disposedOn) {
        return new ArchiveRecordView(
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
                disposedOn);
    }
}
