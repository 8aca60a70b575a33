package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.Document.No.DOCUMENT_INCOMPLETE;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a version has to say before anybody judges it, wherever its whole text is kept. */
class CompleteDocumentTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID KIND_ID = new UUID(1, 1);
    private static final UUID DEAL = new UUID(2, 2);
    private static final KindVersion KIND =
            new KindVersion("charter", 1, List.of(Role.QA), List.of(Role.SPONSOR), List.of("Goal", "Scope"), null);
    private static final Content WHOLE = with(new Section("Goal", "ten presses"), new Section("Scope", "Europe"));
    private static final Content OTHER = with(new Section("Goal", "twenty"), new Section("Scope", "Europe"));
    private static final Scenario<Document, Command, Event> NOTHING = Scenario.of(DOCUMENT);
    private static final Scenario<Document, Command, Event> DRAFT =
            NOTHING.given(new DocumentDrafted(KIND_ID, KIND, "CH-7", DEAL, WHOLE, "ann"));
    private static final Scenario<Document, Command, Event> EFFECTIVE = DRAFT.given(
            new DocumentSubmitted(1, "ann", TODAY),
            new DocumentReviewed(1, "quinn", TODAY, null, null),
            new DocumentApproved(1, "sue", TODAY, TODAY),
            new DocumentBecameEffective(1, "charter", "CH-7", DEAL, TODAY, null));

    @Test
    @DisplayName(
            "R-056, R-077, R-178, R-186: a document is handed in with every section that its kind asks for, wherever it is kept")
    void a_document_is_complete() {
        DRAFT.given(new DocumentAmended(1, with(new Section("goal", "x")), "ann"))
                .when(new SubmitDocument())
                .thenRefused(DOCUMENT_INCOMPLETE);
        DRAFT.given(new DocumentAmended(1, with(new Section("scope", "x"), new Section("goal", "x")), "ann"))
                .when(new SubmitDocument())
                .then(new DocumentSubmitted(1, "someone", TODAY));
        DRAFT.given(new DocumentAmended(1, kept("file 7"), "ann"))
                .when(new SubmitDocument())
                .thenRefused(DOCUMENT_INCOMPLETE);
        DRAFT.given(new DocumentAmended(1, kept("file 7", new Section("Goal", "x")), "ann"))
                .when(new SubmitDocument())
                .thenRefused(DOCUMENT_INCOMPLETE);
        DRAFT.given(new DocumentAmended(1, kept("file 7", new Section("Goal", "x"), new Section("Scope", "y")), "ann"))
                .when(new SubmitDocument())
                .then(new DocumentSubmitted(1, "someone", TODAY))
                .when(new SubmitDocument())
                .thenNothing();
        var note = new KindVersion("note", 1, List.of(), List.of(Role.QA), List.of(), null);
        NOTHING.given(new DocumentDrafted(KIND_ID, note, "N", null, with(), "a"))
                .when(new SubmitDocument())
                .thenRefused(DOCUMENT_INCOMPLETE)
                .when(new AmendDocument(kept("file 7")))
                .then(new DocumentAmended(1, kept("file 7"), "someone"))
                .when(new SubmitDocument())
                .then(new DocumentSubmitted(1, "someone", TODAY));
    }

    @Test
    @DisplayName("R-186: the next version owes what its kind asks for as the first one did")
    void a_next_version_is_complete_too() {
        EFFECTIVE
                .when(new ReviseDocument("moved", kept("file 8")))
                .reading(KIND)
                .by("ann")
                .then(new DocumentRevised(2, KIND, "moved", kept("file 8"), "ann"))
                .when(new SubmitDocument())
                .thenRefused(DOCUMENT_INCOMPLETE)
                .when(new AmendDocument(OTHER))
                .by("ann")
                .then(new DocumentAmended(2, OTHER, "ann"))
                .when(new SubmitDocument())
                .by("ann")
                .then(new DocumentSubmitted(2, "ann", TODAY));
    }

    @Test
    @DisplayName("R-186: what was handed in when a place was enough is read, returned, but not approved")
    void what_was_handed_in_before_is_returned() {
        var before = DRAFT.given(
                new DocumentAmended(1, kept("file 7"), "ann"),
                new DocumentSubmitted(1, "ann", TODAY),
                new DocumentReviewed(1, "quinn", TODAY, null, null));
        before.when(new ApproveDocument(null)).by("sue").inRole(Role.SPONSOR).thenRefused(DOCUMENT_INCOMPLETE);
        before.when(new ReturnDocument("say the goal"))
                .by("sue")
                .inRole(Role.SPONSOR)
                .then(new DocumentReturned(1, "sue", TODAY, "say the goal", null));
        var inEffect = before.given(
                new DocumentApproved(1, "sue", TODAY, TODAY),
                new DocumentBecameEffective(1, "charter", "CH-7", DEAL, TODAY, null));
        assertThat(inEffect.state().needed().inEffect()).isEqualTo(1);
    }

    private static Content kept(String reference, Section... sections) {
        return new Content("Presses", Classification.INTERNAL, reference, List.of(sections));
    }

    private static Content with(Section... sections) {
        return new Content("Presses", Classification.INTERNAL, null, List.of(sections));
    }
}
