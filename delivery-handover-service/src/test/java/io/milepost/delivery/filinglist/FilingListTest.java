package io.milepost.delivery.filinglist;

import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.filinglist.FilingList.*;
import io.milepost.delivery.filinglist.FilingListCatalogue.Entry;
import io.milepost.delivery.filinglist.FilingListCatalogue.View;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What has to be filed, and what is. */
class FilingListTest {
    private static final UUID RECORD = new UUID(9, 9);
    private static final UUID CONTRACT = new UUID(8, 8);
    private static final Paper BID = new Paper(new UUID(1, 1), "bid", null, null);
    private static final Paper CHARTER = charter(1);
    private static final Scenario<FilingList, Command, Event> NOTHING = Scenario.of(FILING_LIST);
    private static final Scenario<FilingList, Command, Event> LISTED =
            NOTHING.given(new PapersNoted(List.of(BID, CHARTER)));

    @Test
    @DisplayName("R-183: what there is of a deal has to be filed, once however often it is told, in its latest version")
    void lists_what_there_is() {
        NOTHING.when(note(BID, CHARTER, BID))
                .then(new PapersNoted(List.of(BID, CHARTER)))
                .when(note(CHARTER, BID))
                .thenNothing();
        LISTED.when(note(BID, charter(3)))
                .then(new PapersNoted(List.of(charter(3))))
                .when(note(charter(2)))
                .thenNothing()
                .when(note(charter(3)))
                .thenNothing();
        assertThat(LISTED.given(new PapersNoted(List.of(charter(2)))).state().papers())
                .containsExactly(BID, charter(2));
        NOTHING.when(note()).thenNothing();
    }

    @Test
    @DisplayName("R-183: what is filed is not missing any more; a later version is, and what was destroyed is again")
    void knows_what_is_missing() {
        var some = LISTED.when(new NoteRecord(RECORD, null, List.of(BID)))
                .then(new RecordNoted(RECORD, null, List.of(BID), List.of(CHARTER)));
        some.when(new NoteRecord(RECORD, null, List.of(BID, CHARTER))).thenNothing();
        var all = some.when(new NoteRecord(CONTRACT, null, List.of(CHARTER)))
                .then(new RecordNoted(CONTRACT, null, List.of(CHARTER), List.of()));
        assertThat(all.state().listed().missing()).isEmpty();
        assertThat(all.state().listed().papers()).containsExactly(BID, CHARTER);
        assertThat(all.given(new PapersNoted(List.of(charter(2)))).state().missing())
                .containsExactly(charter(2));
        var destroyed = all.when(new NoteDisposal(RECORD)).then(new DisposalNoted(RECORD));
        assertThat(destroyed.state().missing()).containsExactly(BID);
        destroyed.when(new NoteDisposal(RECORD)).thenNothing();
        NOTHING.when(new NoteDisposal(RECORD)).thenNothing();
    }

    @Test
    @DisplayName("R-183: a record of before there were lists holds all that is there; one of nothing completes nothing")
    void a_record_that_names_nothing_holds_all() {
        LISTED.when(new NoteRecord(RECORD, CONTRACT, null))
                .then(new RecordNoted(RECORD, CONTRACT, List.of(BID, CHARTER), List.of()));
        NOTHING.when(new NoteRecord(RECORD, null, null))
                .then(new RecordNoted(RECORD, null, List.of(), List.of()))
                .when(note(BID))
                .then(new PapersNoted(List.of(BID)));
        LISTED.when(new NoteRecord(RECORD, null, List.of()))
                .then(new RecordNoted(RECORD, null, List.of(), List.of(BID, CHARTER)));
    }

    @Test
    @DisplayName("R-183: what a deal had until its contract was signed is told to the contract's list, once")
    void tells_what_belongs_to_the_contract() {
        LISTED.when(new NoteContract(CONTRACT))
                .then(new ContractNoted(CONTRACT, List.of(BID, CHARTER)))
                .when(new NoteContract(CONTRACT))
                .thenNothing()
                .when(new NoteContract(RECORD))
                .then(new ContractNoted(RECORD, List.of(BID, CHARTER)));
        NOTHING.when(new NoteContract(CONTRACT)).then(new ContractNoted(CONTRACT, List.of()));
    }

    @Test
    void shows_what_is_filed_where() {
        var half = LISTED.given(new RecordNoted(RECORD, null, List.of(BID), List.of(CHARTER)));
        assertThat(View.of(half.state()))
                .isEqualTo(new View(
                        "INCOMPLETE",
                        List.of(
                                new Entry(BID.id(), "bid", null, null, RECORD),
                                new Entry(CHARTER.id(), "project-charter", "PC-1", 1, null)),
                        List.of(CHARTER)));
        assertThat(View.of(half.given(new RecordNoted(CONTRACT, null, List.of(CHARTER), List.of()))
                                .state())
                        .status())
                .isEqualTo("COMPLETE");
    }

    private static Paper charter(int version) {
        return new Paper(new UUID(2, 2), "project-charter", "PC-1", version);
    }

    private static NotePapers note(Paper... papers) {
        return new NotePapers(List.of(papers));
    }
}
