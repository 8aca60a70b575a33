package io.milepost.delivery.archiverecord.domain;

import java.time.LocalDate;
import java.util.UUID;

/** What has happened to an archive record. */
public sealed interface ArchiveRecordEvent {

    /**
     * The papers of a contract were put away.
     *
     * @param retainUntil the first day on which they may be disposed of
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
            String disposal)
            implements ArchiveRecordEvent {}

    record ArchiveRecordDisposed(UUID contractId, String disposal, LocalDate on) implements ArchiveRecordEvent {}
}
