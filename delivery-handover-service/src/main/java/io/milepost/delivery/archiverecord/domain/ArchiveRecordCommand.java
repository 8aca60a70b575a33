package io.milepost.delivery.archiverecord.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of an archive record. */
public sealed interface ArchiveRecordCommand {

    /**
     * Puts the papers of a contract away, under the contract's id, or those of a sales project, under its opportunity's.
     *
     * @param custodian code of the team member who keeps them
     * @param transferor code of the team member who handed them over
     * @param disposal what becomes of them when the retention period is over
     * @param filedOn today when absent
     * @param opportunityId whose sales project's papers they are; absent for those of a contract
     */
    record FileRecord(
            String title,
            String custodian,
            String transferor,
            String place,
            int retentionYears,
            @Limit(Limit.NOTE) String disposal,
            @Nullable LocalDate filedOn,
            @Nullable UUID opportunityId)
            implements ArchiveRecordCommand {}

    /** The retention period may be over. */
    record ExpireRetention() implements ArchiveRecordCommand {}

    /** Does with them what was agreed; the retention period must be over. */
    record DisposeRecord() implements ArchiveRecordCommand {}
}
