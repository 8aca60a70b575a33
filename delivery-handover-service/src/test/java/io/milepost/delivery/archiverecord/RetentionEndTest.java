package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_END;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
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
    private static final ArchiveRecord FILED = ArchiveRecord.begin(
            new ArchiveRecordFiled(ID, "Contract file", "ann", "kim", "Room 4", DAY, 10, END, "shred", null, null));

    @Test
    void comes_with_the_day_and_concerns_the_custodian() {
        assertThat(RETENTION_END.dates().apply(FILED))
                .containsExactly(DueDate.startOf(END, new ExpireRetention()).ownedBy("ann"));
    }

    @Test
    void is_waited_for_once_and_not_for_what_is_gone() {
        var expired = ArchiveRecord.evolve(FILED, new ArchiveRetentionExpired(ID, "ann", "shred", END));
        var disposed = ArchiveRecord.evolve(FILED, new ArchiveRecordDisposed(ID, "shred", END, null));
        assertThat(RETENTION_END.dates().apply(expired)).isEmpty();
        assertThat(RETENTION_END.dates().apply(disposed)).isEmpty();
    }
}
