package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.Document.No.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT_EFFECT;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.access.Circle;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(DOCUMENT);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID KIND_ID = new UUID(1, 1);
    private static final UUID DEAL = new UUID(2, 2);
    private static final KindVersion KIND =
            new KindVersion("charter", 1, List.of(Role.QA), List.of(Role.SPONSOR), List.of("Goal", "Scope"), null);
    private static final Content WHOLE = said("ten presses", "Europe");
    private static final Content OTHER = said("twenty presses", "Europe");
    private static final Scenario<Document, Command, Event> NOTHING =
            Scenario.of(DOCUMENT).recording(REACHED);
    private static final Scenario<Document, Command, Event> DRAFT =
            NOTHING.given(new DocumentDrafted(KIND_ID, KIND, "CH-7", DEAL, WHOLE, "ann"));
    private static final Scenario<Document, Command, Event> IN_REVIEW =
            DRAFT.given(new DocumentSubmitted(1, "ann", TODAY));
    private static final Scenario<Document, Command, Event> REVIEWED =
            IN_REVIEW.given(new DocumentReviewed(1, "quinn", TODAY, null, null));
    private static final Scenario<Document, Command, Event> RETURNED =
            IN_REVIEW.given(new DocumentReturned(1, "quinn", TODAY, "no scope", null));
    private static final Scenario<Document, Command, Event> EFFECTIVE = REVIEWED.given(
            new DocumentApproved(1, "sue", TODAY, TODAY),
            new DocumentBecameEffective(1, "charter", "CH-7", DEAL, TODAY, null));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-186: a document has a code, an author and a kind, whose version of that day stays with it")
    void a_document_is_drafted() {
        var draft = new DraftDocument(KIND_ID, "CH-7", DEAL, WHOLE);
        NOTHING.when(draft).by("ann").thenRefused(KIND_UNKNOWN, "/kindId");
        NOTHING.when(draft)
                .reading(KIND)
                .by("ann")
                .then(new DocumentDrafted(KIND_ID, KIND, "CH-7", DEAL, WHOLE, "ann"));
        NOTHING.when(draft)
                .reading(KIND)
                .holding("document-code=CH-7", new UUID(9, 9))
                .thenRefused(CODE_TAKEN, "/code");
        NOTHING.when(new DraftDocument(KIND_ID, " ", DEAL, WHOLE)).reading(KIND).thenRefused(TEXT_MISSING, "/code");
    }

    @Test
    void what_a_document_says_is_looked_at() {
        DRAFT.when(new AmendDocument(new Content("", Classification.SECRET, null, List.of())))
                .thenRefused(TEXT_MISSING, "/content/title");
        DRAFT.when(new AmendDocument(new Content("t", Classification.SECRET, " ", List.of())))
                .thenRefused(TEXT_MISSING, "/content/reference");
        DRAFT.when(new AmendDocument(with(new Section("", "x"))))
                .thenRefused(TEXT_MISSING, "/content/sections/0/heading");
        DRAFT.when(new AmendDocument(with(new Section("Goal", ""))))
                .thenRefused(TEXT_MISSING, "/content/sections/0/text");
        DRAFT.when(new AmendDocument(with(new Section("Goal", "x"), new Section("GOAL", "y"))))
                .thenRefused(SECTION_REPEATED, "/content/sections/1/heading");
        DRAFT.when(new AmendDocument(WHOLE)).thenNothing();
        DRAFT.when(new AmendDocument(OTHER))
                .by("ann")
                .then(new DocumentAmended(1, OTHER, "ann"))
                .when(new SubmitDocument())
                .by("ann")
                .then(new DocumentSubmitted(1, "ann", TODAY));
    }

    @Test
    void an_incomplete_document_is_not_handed_in() {
        DRAFT.given(new DocumentAmended(1, with(new Section("goal", "x")), "ann"))
                .when(new SubmitDocument())
                .thenRefused(DOCUMENT_INCOMPLETE);
    }

    @Test
    @DisplayName(
            "R-186, G22: reviewed and approved by whom the kind names, neither of them an author, a document takes effect")
    void a_document_is_reviewed_approved_and_takes_effect() {
        var approve = new ApproveDocument(null);
        IN_REVIEW.when(approve).by("sue").inRole(Role.SPONSOR).thenRefused(DOCUMENT_NOT_REVIEWED);
        IN_REVIEW.when(new ReviewDocument(null)).by("sue").inRole(Role.SPONSOR).thenRefused(ROLE_NOT_OF_KIND);
        IN_REVIEW.when(new ReviewDocument(null)).by("ann").inRole(Role.QA).thenRefused(AUTHOR_IS_REVIEWER);
        var reviewed = IN_REVIEW
                .when(new ReviewDocument("fine"))
                .by("quinn")
                .inRole(Role.QA)
                .then(new DocumentReviewed(1, "quinn", TODAY, "fine", null))
                .when(new ReviewDocument("fine"))
                .by("quinn")
                .inRole(Role.QA)
                .thenNothing();
        reviewed.when(approve).by("quinn").inRole(Role.QA).thenRefused(ROLE_NOT_OF_KIND);
        reviewed.when(approve).by("ann").inRole(Role.SPONSOR).thenRefused(AUTHOR_IS_APPROVER);
        reviewed.when(new ApproveDocument(TODAY.minusDays(1)))
                .by("sue")
                .inRole(Role.SPONSOR)
                .thenRefused(EFFECTIVE_IN_PAST, "/effectiveOn");
        reviewed.when(new ApproveDocument(TODAY.plusYears(6)))
                .by("sue")
                .inRole(Role.SPONSOR)
                .thenRefused(DAY_IMPLAUSIBLE, "/effectiveOn");
        var effective = reviewed.when(approve)
                .by("sue")
                .inRole(Role.SPONSOR)
                .then(
                        new DocumentApproved(1, "sue", TODAY, TODAY),
                        new DocumentBecameEffective(1, "charter", "CH-7", DEAL, TODAY, null))
                .when(approve)
                .thenNothing();
        assertThat(effective.state().needed().inEffect()).isEqualTo(1);
        assertThat(effective.state().needed().approver()).isEqualTo("sue");
        effective.when(new ApproveDocument(TODAY.plusDays(1))).thenRefused(DOCUMENT_NOT_IN_REVIEW);
        REVIEWED.when(approve)
                .unbound()
                .then(
                        new DocumentApproved(1, "automation", TODAY, TODAY),
                        new DocumentBecameEffective(1, "charter", "CH-7", DEAL, TODAY, null));
    }

    @Test
    @DisplayName("R-186: whoever amended a document is an author of it")
    void an_amender_does_not_approve() {
        var amended = DRAFT.given(
                new DocumentAmended(1, OTHER, "SUE"),
                new DocumentSubmitted(1, "ann", TODAY),
                new DocumentReviewed(1, "quinn", TODAY, null, null));
        assertThat(amended.state().latest().authors()).containsExactly("ann", "SUE");
        amended.when(new ApproveDocument(null)).by("sue").inRole(Role.SPONSOR).thenRefused(AUTHOR_IS_APPROVER);
    }

    @Test
    @DisplayName("R-186, G22: returned to its author with a reason, amended, and reviewed anew")
    void a_document_is_returned() {
        IN_REVIEW.when(new ReturnDocument(" ")).by("quinn").inRole(Role.QA).thenRefused(REASON_MISSING, "/reason");
        IN_REVIEW.when(new ReturnDocument("x")).by("lee").inRole(Role.LEGAL).thenRefused(ROLE_NOT_OF_KIND);
        var returned = REVIEWED.when(new ReturnDocument("no scope"))
                .by("sue")
                .inRole(Role.SPONSOR)
                .then(new DocumentReturned(1, "sue", TODAY, "no scope", null))
                .when(new ReturnDocument("no scope"))
                .thenNothing();
        returned.when(new SubmitDocument()).thenRefused(DOCUMENT_NOT_OPEN);
        var again = returned.when(new AmendDocument(OTHER))
                .by("ann")
                .then(new DocumentAmended(1, OTHER, "ann"))
                .when(new SubmitDocument())
                .by("ann")
                .then(new DocumentSubmitted(1, "ann", TODAY));
        again.when(new ApproveDocument(null)).by("sue").inRole(Role.SPONSOR).thenRefused(DOCUMENT_NOT_REVIEWED);
        DRAFT.when(new ReviewDocument(null)).thenRefused(DOCUMENT_NOT_IN_REVIEW);
        DRAFT.when(new ReturnDocument("x")).thenRefused(DOCUMENT_NOT_IN_REVIEW);
        RETURNED.when(new ApproveDocument(null)).thenRefused(DOCUMENT_NOT_IN_REVIEW);
        IN_REVIEW.when(new AmendDocument(OTHER)).thenRefused(DOCUMENT_NOT_OPEN);
    }

    @Test
    @DisplayName("R-186: a document takes effect on the day that its approver named")
    void a_document_takes_effect_later() {
        var later = TODAY.plusDays(10);
        var approved = REVIEWED.when(new ApproveDocument(later))
                .by("sue")
                .inRole(Role.SPONSOR)
                .then(new DocumentApproved(1, "sue", TODAY, later))
                .when(new ApproveDocument(later))
                .thenNothing();
        assertThat(approved.state().needed().inEffect()).isNull();
        assertThat(DOCUMENT_EFFECT.dates().apply(approved.state()))
                .containsExactly(DueDate.startOf(later, new TakeEffect(1)).ownedBy("ann"));
        var effective = approved.when(new TakeEffect(1))
                .then(new DocumentBecameEffective(1, "charter", "CH-7", DEAL, later, null));
        effective.when(new TakeEffect(1)).thenNothing();
        approved.when(new TakeEffect(2)).thenNothing();
        assertThat(DOCUMENT_EFFECT.dates().apply(effective.state())).isEmpty();
    }

    @Test
    @DisplayName("R-186: a version holds until the next one takes effect; the log of revisions keeps both")
    void a_version_supersedes_the_one_before() {
        DRAFT.when(new ReviseDocument("more", OTHER)).reading(KIND).thenRefused(DOCUMENT_NOT_EFFECTIVE);
        EFFECTIVE.when(new ReviseDocument(" ", OTHER)).reading(KIND).thenRefused(TEXT_MISSING, "/change");
        var newer = new KindVersion("charter", 2, List.of(), List.of(Role.SPONSOR), List.of(), null);
        var second = EFFECTIVE
                .when(new ReviseDocument("more presses", OTHER))
                .reading(newer)
                .by("bob")
                .then(new DocumentRevised(2, newer, "more presses", OTHER, "bob"));
        assertThat(second.state().needed().inEffect()).isEqualTo(1);
        var effective = second.given(new DocumentSubmitted(2, "bob", TODAY))
                .when(new ApproveDocument(null))
                .by("ann")
                .inRole(Role.SPONSOR)
                .then(
                        new DocumentApproved(2, "ann", TODAY, TODAY),
                        new DocumentBecameEffective(2, "charter", "CH-7", DEAL, TODAY, 1));
        var view = DocumentCatalogue.View.of(effective.state());
        assertThat(view.status()).isEqualTo("EFFECTIVE");
        assertThat(view.inEffect()).isEqualTo(view.latest());
        assertThat(view.log())
                .containsExactly(
                        new DocumentCatalogue.LogEntry(
                                1, Revision.Stage.SUPERSEDED, null, List.of("ann"), List.of("quinn"), "sue", TODAY),
                        new DocumentCatalogue.LogEntry(
                                2, Revision.Stage.EFFECTIVE, "more presses", List.of("bob"), List.of(), "ann", TODAY));
    }

    @Test
    @DisplayName("R-187: a confidential document is its author's, and others know of it by their access")
    void a_confidential_document_has_an_owner() {
        assertThat(DOCUMENT.ownerOf(DRAFT.state())).isNull();
        for (var classification : List.of(Classification.CONFIDENTIAL, Classification.SECRET)) {
            var content = new Content("t", classification, "file 7", List.of());
            assertThat(DOCUMENT.ownerOf(
                            DRAFT.given(new DocumentAmended(1, content, "bob")).state()))
                    .isEqualTo("ann");
        }
    }

    @Test
    @DisplayName("R-187: a kind says how low its documents may be classified")
    void a_kind_asks_for_a_classification() {
        var kind = kept(Classification.CONFIDENTIAL);
        NOTHING.when(new DraftDocument(KIND_ID, "CH-7", DEAL, WHOLE))
                .reading(kind)
                .thenRefused(CLASSIFICATION_TOO_LOW, "/content/classification");
        EFFECTIVE
                .when(new ReviseDocument("more", OTHER))
                .reading(kind)
                .thenRefused(CLASSIFICATION_TOO_LOW, "/content/classification");
        NOTHING.given(new DocumentDrafted(KIND_ID, kind, "CH-7", DEAL, classified(Classification.CONFIDENTIAL), "ann"))
                .when(new AmendDocument(WHOLE))
                .thenRefused(CLASSIFICATION_TOO_LOW, "/content/classification")
                .when(new AmendDocument(classified(Classification.SECRET)))
                .then(new DocumentAmended(1, classified(Classification.SECRET), "someone"));
    }

    @Test
    @DisplayName("R-187: a secret document is known to its authors and to whom its kind names, and stays secret")
    void a_secret_document_has_keepers() {
        assertThat(DOCUMENT.keepersOf(DRAFT.state())).isNull();
        var secret = NOTHING.given(new DocumentDrafted(
                KIND_ID, kept(Classification.PUBLIC), "CH-7", DEAL, classified(Classification.SECRET), "ann"));
        assertThat(DOCUMENT.keepersOf(secret.state()))
                .containsExactlyInAnyOrder("ANN", Circle.role("QA"), Circle.role("SPONSOR"), Circle.role("LEGAL"));
        secret.when(new AmendDocument(WHOLE)).thenRefused(SECRET_STAYS, "/content/classification");
        var judged = secret.given(new DocumentSubmitted(1, "ann", TODAY))
                .when(new ReviewDocument("fine"))
                .by("quinn")
                .inRole(Role.QA)
                .then(new DocumentReviewed(1, "quinn", TODAY, "fine", Classification.SECRET));
        judged.when(new ReturnDocument("x"))
                .by("sue")
                .inRole(Role.SPONSOR)
                .then(new DocumentReturned(1, "sue", TODAY, "x", Classification.SECRET));
    }

    private static KindVersion kept(Classification least) {
        var secrecy = new DocumentKind.Secrecy(least, List.of(Role.LEGAL));
        return new KindVersion(
                "charter", 1, List.of(Role.QA), List.of(Role.SPONSOR), List.of("Goal", "Scope"), secrecy);
    }

    private static Content classified(Classification classification) {
        return new Content("Presses", classification, null, WHOLE.sections());
    }

    private static Content said(String goal, String scope) {
        return with(new Section("Goal", goal), new Section("Scope", scope));
    }

    private static Content with(Section... sections) {
        return new Content("Presses", Classification.INTERNAL, null, List.of(sections));
    }
}
