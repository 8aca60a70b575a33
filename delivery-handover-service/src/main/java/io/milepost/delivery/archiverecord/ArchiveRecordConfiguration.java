package io.milepost.delivery.archiverecord;

import io.milepost.delivery.archiverecord.domain.ArchiveRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.timer.Due;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the archive record and the end of its retention to the platform. */
@Configuration(proxyBeanMethods = false)
public class ArchiveRecordConfiguration {

    @Bean
    Catalogue<ArchiveRecord, ArchiveRecordCommand, ArchiveRecordEvent> archiveRecord() {
        return ArchiveRecordMessages.ARCHIVE_RECORD;
    }

    @Bean
    Due<ArchiveRecord> retentionEnd() {
        return RetentionEnd.DUE;
    }
}
