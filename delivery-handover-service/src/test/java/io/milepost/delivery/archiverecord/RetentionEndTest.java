package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.RetentionEnd.DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.archiverecord.domain.ArchiveRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.ExpireRetention;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordDisposed;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordFiled;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRetentionExpired;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-185: the end of a retention period")
class RetentionEndTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate DAY = LocalDate.parse("2016-03-02");
    private static final LocalDate END = LocalDate.parse("2026-03-02");
    private static final ArchiveRecord FILED = ArchiveRecord.evolve(
            new ArchiveRecord.Unknown(),
            new ArchiveRecordFiled(ID, "Contract file", "ann", "kim", "Room 4", DAY, 10, END, "shred", null));

    @Test
    void comes_with_the_day_and_concerns_the_custodian() {
        assertThat(DUE.dates().apply(FILED))
                .containsExactly(DueDate.startOf(END, new ExpireRetention()).ownedBy("ann"));
    }

    @Test
    void is_waited_for_once_and_not_for_what_is_gone() {
        var expired = ArchiveRecord.evolve(FILED, new ArchiveRetentionExpired(ID, "ann", "shred", END));
        var disposed = ArchiveRecord.evolve(FILED, new ArchiveRecordDisposed(ID, "shred", END));
        assertThat(DUE.dates().apply(expired)).isEmpty();
        assertThat(DUE.dates().apply(disposed)).isEmpty();
        assertThat(DUE.dates().apply(new ArchiveRecord.Unknown())).isEmpty();
    }
}
