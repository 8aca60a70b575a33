package io.milepost.delivery.archiverecord;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.QA;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;

import io.milepost.delivery.archiverecord.domain.ArchiveRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.DisposeRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.ExpireRetention;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.FileRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordDisposed;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordFiled;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRetentionExpired;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordRefusal;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The archive record's commands and events, with paths, roles and names. Its id is the contract's, or that of the opportunity whose sales project it belongs to. */
public final class ArchiveRecordMessages {

    public static final Catalogue<ArchiveRecord, ArchiveRecordCommand, ArchiveRecordEvent> ARCHIVE_RECORD =
            Catalogue.of(
                            "archive-record",
                            "archive-records",
                            new Decider<ArchiveRecord, ArchiveRecordCommand, ArchiveRecordEvent>(
                                    new ArchiveRecord.Unknown(), ArchiveRecord::decide, ArchiveRecord::evolve))
                    .creates(FileRecord.class, DELIVERY_MANAGER, SALES_MANAGER, QA)
                    .command(ExpireRetention.class)
                    .command(DisposeRecord.class, QA)
                    .event(ArchiveRecordFiled.class, "archive-record.filed", 1)
                    .event(ArchiveRetentionExpired.class, "archive-record.retention-expired", 1)
                    .event(ArchiveRecordDisposed.class, "archive-record.disposed", 1)
                    .refusals(ArchiveRecordRefusal.class)
                    .view(ArchiveRecordView.class, ArchiveRecordView::of);

    private ArchiveRecordMessages() {}
}
