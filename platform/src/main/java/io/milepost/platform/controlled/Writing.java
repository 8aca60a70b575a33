package io.milepost.platform.controlled;

import static io.milepost.platform.controlled.Document.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.HashSet;

/** What a version says, and how secret that is. */
final class Writing {
    private static final String CLASSIFICATION = "/content/classification";

    private Writing() {}

    static Decision<Event> draft(DraftDocument draft, Occasion occasion) {
        var kind = occasion.read(KindVersion.class);
        var holder = occasion.holderOf("document-code", Codes.canonical(draft.code()));
        return checkContent(check().text("/code", draft.code()), draft.content())
                .that(kind.isPresent(), "/kindId", KIND_UNKNOWN)
                .that(
                        kind.isEmpty() || kind.get().allows(draft.content().classification()),
                        CLASSIFICATION,
                        CLASSIFICATION_TOO_LOW)
                .that(holder.isEmpty(), "/code", CODE_TAKEN)
                .accept(() -> new DocumentDrafted(
                        draft.kindId(),
                        kind.orElseThrow(),
                        draft.code(),
                        draft.subjectId(),
                        draft.content(),
                        occasion.who().name()));
    }

    static Decision<Event> amend(Revision latest, Content content, Occasion occasion) {
        return switch (latest.stage()) {
            case DRAFT, RETURNED ->
                occasion.isSame(latest.content(), content)
                        ? unchanged()
                        : checkContent(checkSecrecy(latest, latest.kind(), content), content)
                                .accept(() -> new DocumentAmended(
                                        latest.version(),
                                        content,
                                        occasion.who().name()));
            case IN_REVIEW, APPROVED, EFFECTIVE, SUPERSEDED -> refused(DOCUMENT_NOT_OPEN);
        };
    }

    static Decision<Event> revise(Revision latest, String change, Content content, Occasion occasion) {
        return switch (latest.stage()) {
            case EFFECTIVE -> {
                var kind = occasion.read(KindVersion.class).orElse(latest.kind());
                yield checkContent(checkSecrecy(latest, kind, content).text("/change", change), content)
                        .accept(() -> new DocumentRevised(
                                latest.version() + 1,
                                kind,
                                change,
                                content,
                                occasion.who().name()));
            }
            case DRAFT, IN_REVIEW, RETURNED, APPROVED, SUPERSEDED -> refused(DOCUMENT_NOT_EFFECTIVE);
        };
    }

    private static Checks checkSecrecy(Revision latest, KindVersion kind, Content content) {
        return check().that(content.isSecret() || !latest.content().isSecret(), CLASSIFICATION, SECRET_STAYS)
                .that(kind.allows(content.classification()), CLASSIFICATION, CLASSIFICATION_TOO_LOW);
    }

    private static Checks checkContent(Checks checks, Content content) {
        checks = checks.text("/content/title", content.title()).text("/content/reference", content.reference());
        var taken = new HashSet<String>();
        for (int i = 0; i < content.sections().size(); i++) {
            var section = content.sections().get(i);
            var pointer = "/content/sections/" + i;
            checks = checks.text(pointer + "/heading", section.heading())
                    .text(pointer + "/text", section.text())
                    .that(taken.add(Codes.canonical(section.heading())), pointer + "/heading", SECTION_REPEATED);
        }
        return checks;
    }
}
