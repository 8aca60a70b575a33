package io.milepost.delivery.archiverecord;

import io.milepost.delivery.archiverecord.domain.ArchiveRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.ExpireRetention;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;

/** What is filed waits for the end of its retention period; it concerns the custodian. */
public final class RetentionEnd {

    public static final Due<ArchiveRecord> DUE = new Due<>(
            "retention-end", ArchiveRecordMessages.ARCHIVE_RECORD, ExpireRetention.class, RetentionEnd::dates);

    private RetentionEnd() {}

    private static List<DueDate> dates(ArchiveRecord state) {
        return switch (state) {
            case ArchiveRecord.Filed(var filing) ->
                List.of(DueDate.startOf(filing.retainUntil(), new ExpireRetention())
                        .ownedBy(filing.custodian()));
            case ArchiveRecord.Unknown _, ArchiveRecord.Expired _, ArchiveRecord.Disposed _ -> List.of();
        };
    }
}
