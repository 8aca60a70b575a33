package io.milepost.delivery.archiverecord;

import io.milepost.delivery.archiverecord.ArchiveRecord.ArchiveCustodyTransferred;
import io.milepost.delivery.archiverecord.ArchiveRecord.ArchiveRecordFiled;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps papers now, and what is on its way with them.
 *
 * @param since the day on which they came to the custodian
 * @param announced whether the custodian knows that the retention period is over soon
 * @param disposalAskedBy who asked that they be disposed of; null until somebody does
 */
record Custody(
        String custodian,
        String place,
        LocalDate since,
        boolean announced,
        @Nullable String disposalAskedBy) {

    static Custody of(ArchiveRecordFiled filing) {
        return new Custody(filing.custodian(), filing.place(), filing.filedOn(), false, null);
    }

    Custody whenAnnounced() {
        return new Custody(custodian, place, since, true, disposalAskedBy);
    }

    Custody after(ArchiveCustodyTransferred transferred) {
        return new Custody(transferred.custodian(), transferred.place(), transferred.on(), announced, disposalAskedBy);
    }

    Custody whenAsked(String by) {
        return new Custody(custodian, place, since, announced, by);
    }
}
