package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.ArchiveRecord.No.*;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_END;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_ENDING;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Usual.DAY_IN_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.View;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of papers after they are filed. */
class KeepingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.<Refusal>of(
            RETENTION_DATA_MISSING,
            RETENTION_RUNNING,
            RECORD_DISPOSED,
            DISPOSAL_NOT_REQUESTED,
            DISPOSED_BY_REQUESTER,
            TRANSFERRED_BEFORE_FILED,
            DAY_IN_FUTURE,
            DAY_IMPLAUSIBLE));
    private static final UUID CONTRACT = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate END = LocalDate.parse("2036-03-02");
    private static final Scenario<ArchiveRecord, Command, Event> FILED = filed(TODAY);
    private static final ArchiveRetentionExpired EXPIRED = new ArchiveRetentionExpired(CONTRACT, "ann", "shred", END);
    private static final ArchiveDisposalRequested ASKED = new ArchiveDisposalRequested(CONTRACT, END, "ann");
    private static final ArchiveRecordDisposed DISPOSED = new ArchiveRecordDisposed(CONTRACT, "shred", END, null);
    private static final ArchiveCustodyTransferred MOVED =
            new ArchiveCustodyTransferred(CONTRACT, "ann", "bob", "Room 9", TODAY, "ann");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-185: disposed of as agreed, not a day before the retention period is over, also if asked for twice")
    void is_disposed_of_when_the_period_is_over() {
        FILED.when(new RequestDisposal()).on(END.minusDays(1)).thenRefused(RETENTION_RUNNING);
        FILED.when(new DisposeRecord()).on(END.minusDays(1)).thenRefused(RETENTION_RUNNING);
        FILED.when(new DisposeRecord()).on(END).thenRefused(DISPOSAL_NOT_REQUESTED);
        FILED.given(EXPIRED)
                .when(new RequestDisposal())
                .on(END)
                .byMember("ANN")
                .then(new ArchiveDisposalRequested(CONTRACT, END, "ANN"))
                .when(new RequestDisposal())
                .on(END)
                .byMember("ann")
                .thenNothing()
                .when(new DisposeRecord())
                .on(END)
                .byMember("quinn")
                .then(DISPOSED)
                .when(new DisposeRecord())
                .on(END)
                .thenNothing()
                .when(new RequestDisposal())
                .on(END)
                .byMember("ann")
                .thenNothing();
    }

    @Test
    @DisplayName("R-189: two people dispose of papers, the custodian who asks for it and another one who sees to it")
    void two_people_dispose() {
        FILED.when(new RequestDisposal()).on(END).byMember("bob").thenNotYourDuty();
        FILED.given(ASKED).when(new DisposeRecord()).on(END).byMember("Ann").thenRefused(DISPOSED_BY_REQUESTER);
        FILED.given(new ArchiveDisposalRequested(CONTRACT, END, "token-7"))
                .when(new DisposeRecord())
                .on(END)
                .by("token-7")
                .thenRefused(DISPOSED_BY_REQUESTER);
        assertThat(View.of(FILED.given(ASKED).state()).disposalAskedBy()).isEqualTo("ann");
    }

    @Test
    @DisplayName(
            "R-185: papers change hands on a day that was, and whoever has them then is told when their time is over")
    void papers_change_hands() {
        FILED.when(move("bob", "Room 9", null)).byMember("bob").thenNotYourDuty();
        FILED.when(move("bob", "Room 9", null))
                .byMember("quinn")
                .inRole(Role.QA)
                .then(new ArchiveCustodyTransferred(CONTRACT, "ann", "bob", "Room 9", TODAY, "quinn"));
        FILED.when(move("bob", "Room 9", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        FILED.when(move("bob", "Room 9", TODAY.minusDays(1))).thenRefused(TRANSFERRED_BEFORE_FILED, "/on");
        FILED.when(move("bob", "Room 9", TODAY.minusYears(60))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        FILED.when(move(" ", "Room 9", null)).thenRefused(RETENTION_DATA_MISSING, "/custodian");
        FILED.when(move("bob", " ", null)).thenRefused(RETENTION_DATA_MISSING, "/place");
        var moved = FILED.when(move("bob", "Room 9", null)).byMember("ann").then(MOVED);
        moved.when(move("BOB", "Room 9", null)).byMember("bob").thenNothing();
        moved.when(move("bob", "Room 1", null))
                .byMember("bob")
                .then(new ArchiveCustodyTransferred(CONTRACT, "bob", "bob", "Room 1", TODAY, "bob"));
        moved.when(new RequestDisposal()).on(END).byMember("ann").thenNotYourDuty();
        moved.when(new ExpireRetention()).on(END).then(new ArchiveRetentionExpired(CONTRACT, "bob", "shred", END));
        assertThat(View.of(moved.state()))
                .extracting(View::custodian, View::place, View::keptSince)
                .containsExactly("bob", "Room 9", TODAY);
        assertThat(View.of(moved.given(EXPIRED).state()).status()).isEqualTo("EXPIRED");
        FILED.given(ASKED, DISPOSED).when(move("bob", "Room 9", null)).thenRefused(RECORD_DISPOSED);
    }

    @Test
    @DisplayName("R-185: the end of the retention period is on record once")
    void its_retention_expires() {
        FILED.when(new ExpireRetention()).on(END.minusDays(1)).thenNothing();
        FILED.when(new ExpireRetention())
                .on(END)
                .then(EXPIRED)
                .when(new ExpireRetention())
                .on(END)
                .thenNothing();
        FILED.given(ASKED, DISPOSED).when(new ExpireRetention()).on(END).thenNothing();
    }

    @Test
    @DisplayName("Domain 3.8: the custodian is told thirty days before the end, once, and not when the end has come")
    void its_end_is_announced() {
        var announced = new ArchiveRetentionEndAnnounced(CONTRACT, "ann", END);
        FILED.when(new AnnounceRetentionEnd()).on(END.minusDays(31)).thenNothing();
        FILED.when(new AnnounceRetentionEnd())
                .on(END.minusDays(30))
                .then(announced)
                .when(new AnnounceRetentionEnd())
                .on(END.minusDays(29))
                .thenNothing();
        FILED.given(EXPIRED).when(new AnnounceRetentionEnd()).on(END).thenNothing();
        assertThat(RETENTION_ENDING.dates().apply(FILED.state()))
                .containsExactly(DueDate.startOf(END.minusDays(30), new AnnounceRetentionEnd())
                        .ownedBy("ann"));
        assertThat(RETENTION_ENDING.dates().apply(FILED.given(MOVED).state()))
                .containsExactly(DueDate.startOf(END.minusDays(30), new AnnounceRetentionEnd())
                        .ownedBy("bob"));
        assertThat(RETENTION_ENDING.dates().apply(FILED.given(announced).state()))
                .isEmpty();
        assertThat(RETENTION_ENDING.dates().apply(FILED.given(EXPIRED).state())).isEmpty();
        assertThat(RETENTION_END.dates().apply(FILED.given(announced, MOVED).state()))
                .containsExactly(DueDate.startOf(END, new ExpireRetention()).ownedBy("bob"));
    }

    private static TransferCustody move(String custodian, String place, LocalDate on) {
        return new TransferCustody(custodian, place, on);
    }

    private static Scenario<ArchiveRecord, Command, Event> filed(LocalDate on) {
        return Scenario.of(ARCHIVE_RECORD)
                .recording(REACHED)
                .given(new ArchiveRecordFiled(
                        CONTRACT,
                        "Contract file",
                        "ann",
                        "kim",
                        "Room 4",
                        on,
                        10,
                        END,
                        "shred",
                        null,
                        List.of(),
                        null));
    }
}
