package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.Document.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the hand-in of a version to its effect: gate G22. */
final class Approving {

    private Approving() {}

    static Decision<Event> submit(Revision latest, Occasion occasion) {
        return switch (latest.stage()) {
            case DRAFT -> {
                var lack = lackOf(latest);
                yield lack == null
                        ? accepted(new DocumentSubmitted(
                                latest.version(), occasion.who().name(), occasion.today()))
                        : refused(DOCUMENT_INCOMPLETE, lack);
            }
            case IN_REVIEW -> unchanged();
            case RETURNED, APPROVED, EFFECTIVE, SUPERSEDED -> refused(DOCUMENT_NOT_OPEN);
        };
    }

    /** What keeps a version from being handed in and from being approved: one may be in review since before its kind was heeded. */
    private static @Nullable String lackOf(Revision latest) {
        var missing = latest.missing();
        if (!missing.isEmpty()) {
            return "the document still lacks " + String.join(", ", missing);
        }
        return latest.content().reference() == null
                        && latest.content().sections().isEmpty()
                ? "the document has neither a section nor a reference"
                : null;
    }

    static Decision<Event> review(Revision latest, @Nullable String note, Occasion occasion) {
        var who = occasion.who();
        var reviewed = new DocumentReviewed(latest.version(), who.name(), occasion.today(), note, latest.secret());
        return switch (latest.stage()) {
            case IN_REVIEW ->
                latest.reviews().stream().anyMatch(before -> occasion.isSame(before, reviewed))
                        ? unchanged()
                        : check().that(who.hasAny(latest.kind().reviewerNames()), ROLE_NOT_OF_KIND)
                                .that(!isAuthor(latest, who), AUTHOR_IS_REVIEWER)
                                .text("/note", note)
                                .accept(() -> reviewed);
            case DRAFT, RETURNED, APPROVED, EFFECTIVE, SUPERSEDED -> refused(DOCUMENT_NOT_IN_REVIEW);
        };
    }

    static Decision<Event> sendBack(Revision latest, String reason, Occasion occasion) {
        var who = occasion.who();
        var mayReturn = Stream.concat(latest.kind().reviewerNames().stream(), latest.kind().approverNames().stream())
                .toList();
        return switch (latest.stage()) {
            case IN_REVIEW ->
                check().that(who.hasAny(mayReturn), ROLE_NOT_OF_KIND)
                        .reason("/reason", reason)
                        .accept(() -> new DocumentReturned(
                                latest.version(), who.name(), occasion.today(), reason, latest.secret()));
            case RETURNED ->
                latest.returned() != null && occasion.isSame(latest.returned().reason(), reason)
                        ? unchanged()
                        : refused(DOCUMENT_NOT_IN_REVIEW);
            case DRAFT, APPROVED, EFFECTIVE, SUPERSEDED -> refused(DOCUMENT_NOT_IN_REVIEW);
        };
    }

    static Decision<Event> approve(Document document, @Nullable LocalDate effectiveOn, Occasion occasion) {
        var latest = document.latest();
        return switch (latest.stage()) {
            case IN_REVIEW -> {
                var on = Objects.requireNonNullElse(effectiveOn, occasion.today());
                yield check().that(occasion.who().hasAny(latest.kind().approverNames()), ROLE_NOT_OF_KIND)
                        .that(!isAuthor(latest, occasion.who()), AUTHOR_IS_APPROVER)
                        .that(
                                latest.kind().reviewers().isEmpty()
                                        || !latest.reviews().isEmpty(),
                                DOCUMENT_NOT_REVIEWED)
                        .that(lackOf(latest) == null, DOCUMENT_INCOMPLETE)
                        .that(!on.isBefore(occasion.today()), "/effectiveOn", EFFECTIVE_IN_PAST)
                        .within(NEAR, "/effectiveOn", on, occasion.today())
                        .then(() -> accepted(approval(document, on, occasion)));
            }
            case APPROVED, EFFECTIVE ->
                latest.approval() != null
                                && (effectiveOn == null
                                        || effectiveOn.equals(latest.approval().effectiveOn()))
                        ? unchanged()
                        : refused(DOCUMENT_NOT_IN_REVIEW);
            case DRAFT, RETURNED, SUPERSEDED -> refused(DOCUMENT_NOT_IN_REVIEW);
        };
    }

    private static List<Event> approval(Document document, LocalDate on, Occasion occasion) {
        var latest = document.latest();
        var events = new ArrayList<Event>();
        events.add(new DocumentApproved(latest.version(), occasion.who().name(), occasion.today(), on));
        if (on.equals(occasion.today())) {
            events.add(effect(document, on));
        }
        return events;
    }

    /** Nothing follows where it is not what the day was kept for. */
    static Decision<Event> takeEffect(Document document, int version) {
        var latest = document.latest();
        return latest.stage() == Revision.Stage.APPROVED && latest.version() == version && latest.approval() != null
                ? accepted(effect(document, latest.approval().effectiveOn()))
                : unchanged();
    }

    private static DocumentBecameEffective effect(Document document, LocalDate on) {
        return new DocumentBecameEffective(
                document.latest().version(),
                document.drafted().kind().code(),
                document.drafted().code(),
                document.drafted().subjectId(),
                on,
                document.inEffect().map(Revision::version).orElse(null));
    }

    private static boolean isAuthor(Revision revision, Who who) {
        return revision.authors().stream().anyMatch(who::is);
    }
}
