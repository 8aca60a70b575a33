package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_END;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_ENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.SoldContract.Promised;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-185: the end of a retention period")
class RetentionEndTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate DAY = LocalDate.parse("2016-03-02");
    private static final LocalDate END = LocalDate.parse("2026-03-02");
    private static final ArchiveRecord FILED = ArchiveRecord.begin(new ArchiveRecordFiled(
            ID, "Contract file", "ann", "kim", "Room 4", DAY, 10, END, "shred", null, null, null));

    @Test
    void comes_with_the_day_and_concerns_the_custodian() {
        assertThat(RETENTION_END.dates().apply(FILED))
                .containsExactly(DueDate.startOf(END, new ExpireRetention()).ownedBy("ann"));
    }

    @Test
    @DisplayName(
            "R-185, R-188: the custodian is told before it as many days as the process of the contract says, or 30")
    void is_announced_as_the_version_says() {
        var file = new FileRecord("Contract file", "ann", "kim", "Room 4", 10, "shred", DAY, null, null, null);
        var north = new SoldContract(
                ID, "kim", new Promised(new UUID(8, 8), 4, new AfterSales(null, null, null, 60, null)));
        var ofVersion = new ArchiveRecordFiled(
                ID, "Contract file", "ann", "kim", "Room 4", DAY, 10, END, "shred", null, List.of(), 60);
        var announced = new ArchiveRetentionEndAnnounced(ID, "ann", END);
        var record =
                Scenario.of(ARCHIVE_RECORD).when(file).reading(north).on(DAY).then(ofVersion);
        assertThat(RETENTION_ENDING.dates().apply(record.state()))
                .containsExactly(DueDate.startOf(END.minusDays(60), new AnnounceRetentionEnd())
                        .ownedBy("ann"));
        record.when(new AnnounceRetentionEnd()).on(END.minusDays(61)).thenNothing();
        record.when(new AnnounceRetentionEnd()).on(END.minusDays(60)).then(announced);
        assertThat(RETENTION_ENDING.dates().apply(FILED))
                .containsExactly(DueDate.startOf(END.minusDays(30), new AnnounceRetentionEnd())
                        .ownedBy("ann"));
    }

    @Test
    void is_waited_for_once_and_not_for_what_is_gone() {
        var expired = ArchiveRecord.evolve(FILED, new ArchiveRetentionExpired(ID, "ann", "shred", END));
        var disposed = ArchiveRecord.evolve(FILED, new ArchiveRecordDisposed(ID, "shred", END, null));
        assertThat(RETENTION_END.dates().apply(expired)).isEmpty();
        assertThat(RETENTION_END.dates().apply(disposed)).isEmpty();
    }
}
