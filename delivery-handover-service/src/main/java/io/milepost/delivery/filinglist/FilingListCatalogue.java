package io.milepost.delivery.filinglist;

import io.milepost.delivery.filinglist.FilingList.*;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list's commands and events. Nobody has a role to send them: what has to be filed follows from what there is. */
public final class FilingListCatalogue {

    public static final Catalogue<FilingList, Command, Event> FILING_LIST = Catalogue.of(
                    "filing-list", "filing-lists", FilingList.DECIDER)
            .notes(NotePapers.class, FilingList::note)
            .notes(NoteContract.class, FilingList::note)
            .notes(NoteRecord.class, FilingList::note)
            .notes(NoteDisposal.class, FilingList::note)
            .event(PapersNoted.class, "filing-list.papers-noted", 1)
            .event(ContractNoted.class, "filing-list.contract-noted", 1)
            .event(RecordNoted.class, "filing-list.record-noted", 1)
            .event(DisposalNoted.class, "filing-list.disposal-noted", 1)
            .open()
            .view(View.class, View::of);

    private FilingListCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status COMPLETE, or INCOMPLETE while something is missing
     */
    public record View(String status, List<Entry> papers, List<Paper> missing) {
        static View of(FilingList list) {
            var missing = list.missing();
            return new View(
                    missing.isEmpty() ? "COMPLETE" : "INCOMPLETE",
                    list.papers().stream().map(paper -> Entry.of(list, paper)).toList(),
                    missing);
        }
    }

    /**
     * One paper.
     *
     * @param recordId the archive record in which it is filed; absent while it is in none
     */
    public record Entry(
            UUID id,
            String kind,
            @Nullable String code,
            @Nullable Integer version,
            @Nullable UUID recordId) {
        private static Entry of(FilingList list, Paper paper) {
            Optional<UUID> record = list.records().stream()
                    .filter(filing -> filing.papers().contains(paper))
                    .map(Filing::recordId)
                    .findFirst();
            return new Entry(paper.id(), paper.kind(), paper.code(), paper.version(), record.orElse(null));
        }
    }
}
