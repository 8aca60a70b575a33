package io.milepost.delivery.archiverecord.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked of an archive record. */
public sealed interface ArchiveRecordCommand {

    /**
     * Puts the papers of a contract away, under the contract's id.
     *
     * @param custodian code of the team member who keeps them
     * @param transferor code of the team member who handed them over
     * @param disposal what becomes of them when the retention period is over
     * @param filedOn today when absent
     */
    record FileRecord(
            String title,
            String custodian,
            String transferor,
            String place,
            int retentionYears,
            String disposal,
            @Nullable LocalDate filedOn)
            implements ArchiveRecordCommand {}

    /** Does with them what was agreed; the retention period must be over. */
    record DisposeRecord() implements ArchiveRecordCommand {}
}
