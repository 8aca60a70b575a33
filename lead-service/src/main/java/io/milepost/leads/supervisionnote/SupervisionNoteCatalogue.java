package io.milepost.leads.supervisionnote;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.supervisionnote.SupervisionNote.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;

/** The supervision note's commands and events. Managers alone read it; what it says of somebody is sealed, so that it can be forgotten. */
public final class SupervisionNoteCatalogue {

    public static final Catalogue<SupervisionNote, Command, Event> SUPERVISION_NOTE = Catalogue.of(
                    "supervision-note", "supervision-notes", SupervisionNote.DECIDER)
            .creates(RecordSupervisionNote.class, SupervisionNote::start, SALES_MANAGER)
            .claims(RecordSupervisionNote.class, MemberCode.TAG, (_, _, start) -> MemberCode.spellings(start.member()))
            .command(CorrectSupervisionNote.class, SALES_MANAGER)
            .duty(
                    CorrectSupervisionNote.class,
                    "whoever recorded the note",
                    note -> List.of(note.recorded().recordedBy()))
            .event(SupervisionNoteRecorded.class, "supervision-note.recorded", 1)
            .personal(SupervisionNoteRecorded.class, (id, _) -> id, "finding")
            .event(SupervisionNoteCorrected.class, "supervision-note.corrected", 1)
            .personal(SupervisionNoteCorrected.class, (id, _) -> id, "finding", "reason")
            .openTo(SALES_MANAGER)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private SupervisionNoteCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status RECORDED or CORRECTED
     * @param finding as recorded or corrected last
     */
    public record View(String status, String member, Aspect aspect, String finding, LocalDate on, String recordedBy) {
        static View of(SupervisionNote note) {
            var recorded = note.recorded();
            return new View(
                    note.corrections() == 0 ? "RECORDED" : "CORRECTED",
                    recorded.member(),
                    recorded.aspect(),
                    note.finding(),
                    recorded.on(),
                    recorded.recordedBy());
        }
    }
}
