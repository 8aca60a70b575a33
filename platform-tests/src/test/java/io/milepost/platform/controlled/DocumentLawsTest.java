package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds of every controlled document, in random histories of several members, and what two planted mistakes break. */
class DocumentLawsTest {
    private static final String ONE_IN_EFFECT =
            "at most one version is in effect, and every other before it is superseded";
    private static final String JUDGED_BY_OTHERS = "nobody approved or reviewed what they wrote";

    @Test
    void laws_of_the_document() {
        laws(DOCUMENT).check();
    }

    @Test
    void laws_of_a_document_in_its_second_version() {
        secondVersion(laws(DOCUMENT)).rare(DocumentDrafted.class).check();
    }

    @Test
    void notice_an_author_who_approves() {
        var planted = with(
                (document, command, occasion) -> DOCUMENT.decider()
                        .decide()
                        .decide(
                                document,
                                command,
                                command instanceof ApproveDocument ? byAuthor(document, occasion) : occasion),
                DOCUMENT.decider().evolve());
        assertThatThrownBy(() -> laws(planted).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(JUDGED_BY_OTHERS);
    }

    @Test
    void notice_a_version_that_stays_in_effect() {
        var planted = with(DOCUMENT.decider().decide(), (document, event) -> {
            var next = DOCUMENT.decider().evolve().evolve(document, event);
            return event instanceof DocumentBecameEffective ? allInEffect(next) : next;
        });
        assertThatThrownBy(() -> secondVersion(laws(planted)).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(ONE_IN_EFFECT);
    }

    private static Laws<Document, Command, Event> laws(Catalogue<Document, Command, Event> documents) {
        var goal = new Section("Goal", "ten presses");
        return Laws.of(documents)
                .suggesting("content", content(goal), content(goal, new Section("Scope", "Europe")))
                .suggesting("KindVersion.sections", List.of("Goal"))
                .suggesting("KindVersion.approvers", List.of(Role.SPONSOR))
                .suggesting("KindVersion.reviewers", List.of(), List.of(Role.QA))
                .suggesting("code", "CH-7")
                .suggesting("change", "more")
                .suggesting("reason", "no scope")
                .suggesting("version", 1, 2)
                .always(ONE_IN_EFFECT, DocumentLawsTest::isOneInEffect)
                .always(
                        JUDGED_BY_OTHERS,
                        document -> document.revisions().stream().allMatch(DocumentLawsTest::isJudged));
    }

    /** The first is in effect, the second in review. */
    private static Laws<Document, Command, Event> secondVersion(Laws<Document, Command, Event> laws) {
        var day = LocalDate.parse("2026-03-01");
        var kind = new KindVersion("charter", 1, List.of(), List.of(Role.SPONSOR), List.of(), null);
        var content = content(new Section("Goal", "ten presses"));
        return laws.after(
                new DocumentDrafted(new UUID(1, 1), kind, "CH-7", null, content, "ann"),
                new DocumentSubmitted(1, "ann", day),
                new DocumentApproved(1, "sue", day, day),
                new DocumentBecameEffective(1, "charter", "CH-7", null, day, null),
                new DocumentRevised(2, kind, "more", content, "ann"),
                new DocumentSubmitted(2, "ann", day));
    }

    private static boolean isOneInEffect(Document document) {
        long inEffect = document.revisions().stream()
                .filter(revision -> revision.stage() == Revision.Stage.EFFECTIVE)
                .count();
        var before = document.revisions().subList(0, document.revisions().size() - 1);
        return inEffect <= 1
                && before.stream()
                        .allMatch(revision -> revision.stage() == Revision.Stage.SUPERSEDED
                                || revision.stage() == Revision.Stage.EFFECTIVE);
    }

    private static boolean isJudged(Revision revision) {
        return revision.authors().stream()
                .noneMatch(author -> Codes.same(author, revision.approver())
                        || revision.reviews().stream().anyMatch(review -> Codes.same(author, review.reviewer())));
    }

    private static Content content(Section... sections) {
        return new Content("Presses", Classification.INTERNAL, null, List.of(sections));
    }

    private static Document allInEffect(Document document) {
        return new Document(
                document.drafted(),
                document.revisions().stream()
                        .map(revision -> revision.at(Revision.Stage.EFFECTIVE))
                        .toList());
    }

    /** As if nothing bound the author. */
    private static Occasion byAuthor(Document document, Occasion occasion) {
        var author = new Who(document.latest().authors().getFirst(), null, false);
        return Occasion.of(occasion.id(), occasion.effectiveAt(), occasion.today(), author);
    }

    private static Catalogue<Document, Command, Event> with(
            Decider.Decide<Document, Command, Event> decide, Decider.Evolve<Document, Event> evolve) {
        return new Catalogue<>(
                DOCUMENT.aggregate(),
                DOCUMENT.plural(),
                new Decider<>(decide, DOCUMENT.decider().begin(), evolve),
                DOCUMENT.owner(),
                DOCUMENT.keepers(),
                DOCUMENT.readers(),
                DOCUMENT.holds(),
                DOCUMENT.view(),
                DOCUMENT.viewType(),
                DOCUMENT.commands(),
                DOCUMENT.events(),
                DOCUMENT.refusals());
    }
}
