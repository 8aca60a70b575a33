package io.milepost.delivery.archiverecord;

import static io.milepost.delivery.archiverecord.ArchiveRecord.No.*;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Usual.DAY_IN_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.View;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchiveRecordTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(
            ARCHIVE_RECORD,
            List.of(
                    RECORD_DISPOSED,
                    DISPOSAL_NOT_REQUESTED,
                    DISPOSED_BY_REQUESTER,
                    RETENTION_RUNNING,
                    TRANSFERRED_BEFORE_FILED,
                    DAY_IN_FUTURE));
    private static final UUID CONTRACT = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate END = LocalDate.parse("2036-03-02");
    private static final Scenario<ArchiveRecord, Command, Event> NOTHING =
            Scenario.of(ARCHIVE_RECORD).recording(REACHED);
    private static final Scenario<ArchiveRecord, Command, Event> FILED = NOTHING.given(filed(TODAY, END));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-185: filed with transferor, custodian, place, filing time, retention period and disposal, once")
    void is_filed_once_with_all_retention_data() {
        NOTHING.when(file("Contract file", "ann", "kim", "Room 4", 10, "shred", null))
                .then(filed(TODAY, END))
                .when(file("Contract file", "ann", "kim", "Room 4", 10, "shred", null))
                .thenTaken();
        NOTHING.when(file("Contract file", "ann", "kim", "Room 4", 10, "shred", TODAY.minusDays(1)))
                .then(filed(TODAY.minusDays(1), END.minusDays(1)));
    }

    @Test
    @DisplayName("R-183: nothing may be missing")
    void nothing_may_be_missing() {
        missing(file(" ", "ann", "kim", "Room 4", 10, "shred", null), "/title");
        missing(file("Contract file", "", "kim", "Room 4", 10, "shred", null), "/custodian");
        missing(file("Contract file", "ann", "", "Room 4", 10, "shred", null), "/transferor");
        missing(file("Contract file", "ann", "kim", "", 10, "shred", null), "/place");
        missing(file("Contract file", "ann", "kim", "Room 4", 10, " ", null), "/disposal");
    }

    @Test
    void is_kept_for_a_sensible_time_from_a_day_that_was() {
        for (var years : new int[] {-1, 0, 101}) {
            NOTHING.when(file("Contract file", "ann", "kim", "Room 4", years, "shred", null))
                    .thenRefused(RETENTION_OUT_OF_RANGE, "/retentionYears");
        }
        NOTHING.when(file("Contract file", "ann", "kim", "Room 4", 10, "shred", TODAY.plusDays(1)))
                .thenRefused(FILED_IN_FUTURE, "/filedOn");
        var longAgo = TODAY.minusYears(50);
        NOTHING.when(file("Contract file", "ann", "kim", "Room 4", 10, "shred", longAgo.minusDays(1)))
                .thenRefused(DAY_IMPLAUSIBLE, "/filedOn")
                .when(file("Contract file", "ann", "kim", "Room 4", 10, "shred", longAgo))
                .then(new ArchiveRecordFiled(
                        CONTRACT,
                        "Contract file",
                        "ann",
                        "kim",
                        "Room 4",
                        longAgo,
                        10,
                        longAgo.plusYears(10),
                        "shred",
                        null,
                        List.of(),
                        null));
    }

    @Test
    @DisplayName(
            "R-183: there may be several records of one contract or sales project; what was destroyed is not filed")
    void papers_of_a_sales_project_have_its_id() {
        var foreign = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
        NOTHING.when(new FileRecord("Deal file", "ann", "kim", "Room 4", 10, "shred", null, CONTRACT, foreign, null))
                .thenRefused(PAPERS_OF_TWO, "/contractId");
        var more = NOTHING.when(
                        new FileRecord("Drawings", "ann", "kim", "Room 5", 10, "shred", null, null, foreign, null))
                .then(new ArchiveRecordFiled(
                        foreign, "Drawings", "ann", "kim", "Room 5", TODAY, 10, END, "shred", null, List.of(), null));
        assertThat(held(more)).containsExactly(foreign.toString());
        assertThat(held(more.given(new ArchiveRecordDisposed(foreign, "shred", END, null))))
                .isEmpty();
        NOTHING.when(new FileRecord("Deal file", "ann", "kim", "Room 4", 10, "shred", null, foreign, null, null))
                .then(new ArchiveRecordFiled(
                        CONTRACT,
                        "Deal file",
                        "ann",
                        "kim",
                        "Room 4",
                        TODAY,
                        10,
                        END,
                        "shred",
                        foreign,
                        List.of(),
                        null));
        NOTHING.when(new FileRecord("Deal file", "ann", "kim", "Room 4", 10, "shred", null, CONTRACT, null, null))
                .then(new ArchiveRecordFiled(
                        CONTRACT,
                        "Deal file",
                        "ann",
                        "kim",
                        "Room 4",
                        TODAY,
                        10,
                        END,
                        "shred",
                        CONTRACT,
                        List.of(),
                        null));
    }

    @Test
    @DisplayName("R-183: a record holds the papers that the filing list names, all of them or those that are stated")
    void holds_what_is_listed() {
        var charter = new Paper(new UUID(1, 1), "project-charter", "PC-1", 2);
        var bid = new Paper(new UUID(2, 2), "bid", null, null);
        var listed = new Listed(List.of(charter, bid), List.of(bid));
        NOTHING.when(holding(null)).reading(listed).then(filed(List.of(charter, bid)));
        NOTHING.when(holding(List.of(bid.id()))).reading(listed).then(filed(List.of(bid)));
        NOTHING.when(holding(List.of())).reading(listed).then(filed(List.of()));
        NOTHING.when(holding(List.of(bid.id(), CONTRACT))).reading(listed).thenRefused(PAPER_NOT_LISTED, "/papers/1");
        NOTHING.when(holding(List.of(bid.id()))).thenRefused(PAPER_NOT_LISTED, "/papers/0");
        assertThat(View.of(NOTHING.given(filed(List.of(bid))).state()).papers()).containsExactly(bid);

        var seen = ARCHIVE_RECORD.command(FileRecord.class).reads().getFirst().id();
        var deal = new UUID(3, 3);
        assertThat(seen.of(CONTRACT, null, holding(null))).isEqualTo(CONTRACT);
        assertThat(seen.of(CONTRACT, null, of(deal, null))).isEqualTo(deal);
        assertThat(seen.of(CONTRACT, null, of(null, deal))).isEqualTo(deal);
    }

    private static FileRecord of(@Nullable UUID opportunity, @Nullable UUID contract) {
        return new FileRecord("File", "ann", "kim", "Room 4", 10, "shred", null, opportunity, contract, null);
    }

    private static FileRecord holding(@Nullable List<UUID> papers) {
        return new FileRecord("Contract file", "ann", "kim", "Room 4", 10, "shred", null, null, null, papers);
    }

    private static ArchiveRecordFiled filed(List<Paper> papers) {
        return new ArchiveRecordFiled(
                CONTRACT, "Contract file", "ann", "kim", "Room 4", TODAY, 10, END, "shred", null, papers, null);
    }

    @Test
    void shows_its_status() {
        assertThat(View.of(FILED.state()))
                .isEqualTo(new View(
                        "FILED",
                        CONTRACT,
                        "Contract file",
                        "ann",
                        "kim",
                        "Room 4",
                        TODAY,
                        10,
                        END,
                        "shred",
                        null,
                        null,
                        List.of(),
                        TODAY,
                        null));
        var expired = FILED.given(new ArchiveRetentionExpired(CONTRACT, "ann", "shred", END));
        assertThat(View.of(expired.state()).status()).isEqualTo("EXPIRED");
        var disposed = FILED.given(new ArchiveRecordDisposed(CONTRACT, "shred", END, null));
        var view = View.of(disposed.state());
        assertThat(view.status()).isEqualTo("DISPOSED");
        assertThat(view.disposedOn()).isEqualTo(END);
    }

    private static List<String> held(Scenario<ArchiveRecord, Command, Event> record) {
        return List.copyOf(
                Objects.requireNonNull(ARCHIVE_RECORD.holds().get("filedFor")).apply(record.state()));
    }

    private static void missing(FileRecord file, String pointer) {
        NOTHING.when(file).thenRefused(RETENTION_DATA_MISSING, pointer);
    }

    private static FileRecord file(
            String title,
            String custodian,
            String transferor,
            String place,
            int years,
            String disposal,
            LocalDate filedOn) {
        return new FileRecord(title, custodian, transferor, place, years, disposal, filedOn, null, null, null);
    }

    private static ArchiveRecordFiled filed(LocalDate on, LocalDate until) {
        return new ArchiveRecordFiled(
                CONTRACT, "Contract file", "ann", "kim", "Room 4", on, 10, until, "shred", null, List.of(), null);
    }
}
