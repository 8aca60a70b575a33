package io.milepost.platform.controlled;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.platform.access.Circle;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commands and events of a controlled document. Of all who may read, its kind says who reviews and who approves. A confidential one is
 * its author's: others know of it by their access. A secret one is known to its authors and to the roles that its kind names, and to nobody
 * else; its texts are sealed.
 */
public final class DocumentCatalogue {
    private static final String CODE = "document-code";
    private static final String[] TEXTS = {"content.title", "content.reference", "content.sections.text"};
    private static final String[] TEXTS_AND_CHANGE = {
        "content.title", "content.reference", "content.sections.text", "change"
    };
    private static final Role[] WRITERS = {
        SALES_REP, SALES_MANAGER, LEGAL, FINANCE, ENGINEERING, DELIVERY_MANAGER, QA, IMPORTER
    };
    private static final Role[] JUDGES = {
        SALES_MANAGER, SPONSOR, ATI_BOARD, LEGAL, FINANCE, ENGINEERING, DELIVERY_MANAGER, QA, IMPORTER
    };

    public static final Catalogue<Document, Command, Event> DOCUMENT = Catalogue.of(
                    "document", "documents", Document.DECIDER)
            .creates(DraftDocument.class, Writing::draft, WRITERS)
            .claims(DraftDocument.class, CODE, (_, _, draft) -> List.of(Codes.canonical(draft.code())))
            .reads(
                    DraftDocument.class,
                    () -> DOCUMENT_KIND,
                    (_, draft) -> draft.kindId(),
                    KindVersion.class,
                    DocumentKind::current)
            .command(AmendDocument.class, WRITERS)
            .command(SubmitDocument.class, WRITERS)
            .command(ReviewDocument.class, JUDGES)
            .command(ReturnDocument.class, JUDGES)
            .command(ApproveDocument.class, JUDGES)
            .command(ReviseDocument.class, WRITERS)
            .reads(
                    ReviseDocument.class,
                    () -> DOCUMENT_KIND,
                    (document, _) -> Objects.requireNonNull(document).drafted().kindId(),
                    KindVersion.class,
                    DocumentKind::current)
            .command(TakeEffect.class)
            .event(DocumentDrafted.class, "document.drafted", 1)
            .tags(DocumentDrafted.class, drafted -> Set.of(new Tag(CODE, Codes.canonical(drafted.code()))))
            .event(DocumentAmended.class, "document.amended", 1)
            .event(DocumentSubmitted.class, "document.submitted", 1)
            .event(DocumentReviewed.class, "document.reviewed", 1)
            .event(DocumentReturned.class, "document.returned", 1)
            .event(DocumentApproved.class, "document.approved", 1)
            .event(DocumentBecameEffective.class, "document.became-effective", 1)
            .event(DocumentRevised.class, "document.revised", 1)
            .secret(DocumentDrafted.class, drafted -> drafted.content().isSecret(), TEXTS)
            .secret(DocumentAmended.class, amended -> amended.content().isSecret(), TEXTS)
            .secret(DocumentReviewed.class, reviewed -> reviewed.classification() == Classification.SECRET, "note")
            .secret(DocumentReturned.class, returned -> returned.classification() == Classification.SECRET, "reason")
            .secret(DocumentRevised.class, revised -> revised.content().isSecret(), TEXTS_AND_CHANGE)
            .ownedBy(DocumentCatalogue::owner)
            .keptBy(DocumentCatalogue::keepers)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** An approved document takes effect when the day that its approver named begins. */
    public static final Due<Document> DOCUMENT_EFFECT =
            new Due<>("document-effect", DOCUMENT, TakeEffect.class, DocumentCatalogue::effect);

    private DocumentCatalogue() {}

    private static List<DueDate> effect(Document document) {
        var latest = document.latest();
        return latest.stage() == Revision.Stage.APPROVED && latest.approval() != null
                ? List.of(DueDate.startOf(latest.approval().effectiveOn(), new TakeEffect(latest.version()))
                        .ownedBy(latest.authors().getFirst()))
                : List.of();
    }

    private static @Nullable String owner(Document document) {
        return switch (document.latest().content().classification()) {
            case PUBLIC, INTERNAL -> null;
            case CONFIDENTIAL, SECRET -> document.latest().authors().getFirst();
        };
    }

    private static @Nullable Set<String> keepers(Document document) {
        var latest = document.latest();
        return latest.content().isSecret()
                ? Stream.concat(
                                document.revisions().stream()
                                        .flatMap(revision -> revision.authors().stream())
                                        .map(Codes::canonical),
                                latest.kind().readerNames().stream().map(Circle::role))
                        .collect(Collectors.toUnmodifiableSet())
                : null;
    }

    /**
     * What a read shows.
     *
     * @param status that of the latest version: DRAFT, IN_REVIEW, RETURNED, APPROVED, EFFECTIVE
     * @param kind code of its kind
     * @param inEffect the version that holds now, which may be the latest
     * @param log every version, from the first
     */
    public record View(
            String status,
            String code,
            String kind,
            UUID kindId,
            @Nullable UUID subjectId,
            Revision latest,
            @Nullable Revision inEffect,
            List<LogEntry> log) {
        static View of(Document document) {
            var drafted = document.drafted();
            return new View(
                    document.latest().stage().name(),
                    drafted.code(),
                    drafted.kind().code(),
                    drafted.kindId(),
                    drafted.subjectId(),
                    document.latest(),
                    document.inEffect().orElse(null),
                    document.revisions().stream().map(LogEntry::of).toList());
        }
    }

    /** One line of the revision log. */
    public record LogEntry(
            int version,
            Revision.Stage stage,
            @Nullable String change,
            List<String> authors,
            List<String> reviewers,
            @Nullable String approver,
            @Nullable LocalDate effectiveOn) {
        static LogEntry of(Revision revision) {
            return new LogEntry(
                    revision.version(),
                    revision.stage(),
                    revision.change(),
                    revision.authors(),
                    revision.reviews().stream().map(DocumentReviewed::reviewer).toList(),
                    revision.approver(),
                    revision.approval() == null ? null : revision.approval().effectiveOn());
        }
    }
}
