package io.milepost.delivery.archiverecord.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to an archive record. */
public sealed interface ArchiveRecordEvent {

    /**
     * The papers of a contract or of a sales project were put away.
     *
     * @param contractId of the contract; of a sales project the record's own id, see {@code opportunityId}
     * @param retainUntil the first day on which they may be disposed of
     * @param opportunityId whose sales project's papers they are, and then the record's id; absent for those of a contract
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
            @Nullable UUID opportunityId)
            implements ArchiveRecordEvent {}

    /** From this day on they may be disposed of; the custodian is reminded of how. */
    record ArchiveRetentionExpired(UUID contractId, String custodian, String disposal, LocalDate retainUntil)
            implements ArchiveRecordEvent {}

    record ArchiveRecordDisposed(UUID contractId, String disposal, LocalDate on) implements ArchiveRecordEvent {}
}
