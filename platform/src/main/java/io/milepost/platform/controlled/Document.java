package io.milepost.platform.controlled;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A controlled document, version by version. Its texts may not contain personal data.
 *
 * @param revisions from the first to the latest, at least one; only the latest is worked on, and at most one is in effect
 */
public record Document(DocumentDrafted drafted, List<Revision> revisions) {
    static final Decider<Document, Command, Event> DECIDER =
            new Decider<>(Document::decide, Document::begin, Document::evolve);

    /**
     * Begins a document.
     *
     * @param code by which people name it, whatever its version
     * @param subjectId the entity that it is about, such as a sales project
     */
    public record DraftDocument(
            UUID kindId, String code, @Nullable UUID subjectId, Content content) {}

    /** What may be asked of a document. */
    public sealed interface Command {}

    /** Replaces what a draft says, also one that was returned. */
    public record AmendDocument(Content content) implements Command {}

    /** Hands it in for review. */
    public record SubmitDocument() implements Command {}

    /** Found right by a reviewer; there may be several. */
    public record ReviewDocument(
            @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** Gate G22, not passed: back to the author. */
    public record ReturnDocument(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Gate G22, passed. It takes effect on {@code effectiveOn}, at once when that is absent or today. */
    public record ApproveDocument(@Nullable LocalDate effectiveOn) implements Command {}

    /** Begins the next version, under the latest version of the kind; the one in effect stays so until this one replaces it. */
    public record ReviseDocument(@Limit(Limit.NOTE) String change, Content content) implements Command {}

    /** Sent by the timer when the day has come. */
    public record TakeEffect(int version) implements Command {}

    public sealed interface Event {}

    /** The first version. */
    public record DocumentDrafted(
            UUID kindId,
            KindVersion kind,
            String code,
            @Nullable UUID subjectId,
            Content content,
            String author) implements Event {}

    public record DocumentAmended(int version, Content content, String author) implements Event {}

    public record DocumentSubmitted(int version, String submittedBy, LocalDate submittedOn) implements Event {}

    /**
     * Somebody found a version right.
     *
     * @param classification SECRET where the version is; else absent
     */
    public record DocumentReviewed(
            int version,
            String reviewer,
            LocalDate reviewedOn,
            @Nullable String note,
            @Nullable Classification classification)
            implements Event {}

    /**
     * A version goes back to its author.
     *
     * @param classification SECRET where the version is; else absent
     */
    public record DocumentReturned(
            int version,
            String returnedBy,
            LocalDate returnedOn,
            String reason,
            @Nullable Classification classification)
            implements Event {}

    public record DocumentApproved(int version, String approver, LocalDate approvedOn, LocalDate effectiveOn)
            implements Event {}

    /**
     * In effect from that day on.
     *
     * @param supersedes the version that was in effect before, if there was one
     */
    public record DocumentBecameEffective(
            int version,
            String kind,
            String code,
            @Nullable UUID subjectId,
            LocalDate effectiveOn,
            @Nullable Integer supersedes)
            implements Event {}

    public record DocumentRevised(int version, KindVersion kind, String change, Content content, String author)
            implements Event {}

    public enum No implements Refusal {
        KIND_UNKNOWN(rule("there is no such kind of document")),
        CODE_TAKEN(state("another document has this code")),
        SECTION_REPEATED(rule("a document can have a section only once")),
        DOCUMENT_NOT_OPEN(state("only a draft or a returned document can be changed, and only a draft handed in")),
        DOCUMENT_INCOMPLETE(state("the document lacks a section that its kind asks for, or says nothing")),
        DOCUMENT_NOT_IN_REVIEW(state("only a document in review can be reviewed, returned or approved")),
        DOCUMENT_NOT_REVIEWED(state("the kind of the document asks for a review before it is approved")),
        DOCUMENT_NOT_EFFECTIVE(state("only a document whose latest version is in effect can be revised")),
        ROLE_NOT_OF_KIND(sender("the kind of the document gives this to other roles")),
        AUTHOR_IS_REVIEWER(sender("whoever wrote a document cannot review it")),
        AUTHOR_IS_APPROVER(sender("whoever wrote a document cannot approve it")),
        CLASSIFICATION_TOO_LOW(rule("the kind of the document asks for a higher classification")),
        SECRET_STAYS(
                rule("a secret document stays secret, because its earlier versions are shown with it: draft another")),
        EFFECTIVE_IN_PAST(rule("a document cannot take effect before it is approved"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Who a document is for, from everybody to those alone who wrote it, judge it, or are named by its kind. */
    public enum Classification {
        PUBLIC,
        INTERNAL,
        CONFIDENTIAL,
        SECRET
    }

    /**
     * What a version says.
     *
     * @param reference where it is kept, if not all of it is said here
     * @param sections what it says under each heading, in short where the whole text is kept elsewhere
     */
    public record Content(
            String title,
            Classification classification,
            @Nullable String reference,
            List<Section> sections) {
        public Content {
            sections = List.copyOf(sections);
        }

        boolean isSecret() {
            return classification == Classification.SECRET;
        }
    }

    public record Section(String heading, @Limit(Limit.TEXT) String text) {}

    public Document {
        revisions = List.copyOf(revisions);
    }

    public Revision latest() {
        return revisions.getLast();
    }

    /** The version in effect. */
    public Optional<Revision> inEffect() {
        return revisions.stream()
                .filter(revision -> revision.stage() == Revision.Stage.EFFECTIVE)
                .findFirst();
    }

    /** For a decision that needs this document. */
    public NeededDocument needed() {
        var current = inEffect();
        return new NeededDocument(
                drafted.kind().code(),
                drafted.code(),
                drafted.subjectId(),
                current.map(Revision::version).orElse(null),
                current.map(Revision::approver).orElse(null));
    }

    static Decision<Event> decide(Document document, Command command, Occasion occasion) {
        return switch (command) {
            case AmendDocument(var content) -> Writing.amend(document.latest(), content, occasion);
            case SubmitDocument _ -> Approving.submit(document.latest(), occasion);
            case ReviewDocument(var note) -> Approving.review(document.latest(), note, occasion);
            case ReturnDocument(var reason) -> Approving.sendBack(document.latest(), reason, occasion);
            case ApproveDocument(var effectiveOn) -> Approving.approve(document, effectiveOn, occasion);
            case TakeEffect(var version) -> Approving.takeEffect(document, version);
            case ReviseDocument(var change, var content) ->
                Writing.revise(document.latest(), change, content, occasion);
        };
    }

    static Document begin(Event first) {
        var drafted = (DocumentDrafted) first;
        return new Document(drafted, List.of(Revision.of(drafted)));
    }

    static Document evolve(Document document, Event event) {
        var latest = document.latest();
        return switch (event) {
            case DocumentDrafted _ -> document;
            case DocumentAmended amended -> document.with(latest.after(amended));
            case DocumentSubmitted _ -> document.with(latest.at(Revision.Stage.IN_REVIEW));
            case DocumentReviewed reviewed -> document.with(latest.after(reviewed));
            case DocumentReturned returned -> document.with(latest.after(returned));
            case DocumentApproved approved -> document.with(latest.after(approved));
            case DocumentBecameEffective _ -> document.superseded().with(latest.at(Revision.Stage.EFFECTIVE));
            case DocumentRevised revised ->
                new Document(
                        document.drafted,
                        Stream.concat(document.revisions.stream(), Stream.of(Revision.of(revised)))
                                .toList());
        };
    }

    private Document with(Revision changed) {
        var others = revisions.subList(0, revisions.size() - 1);
        return new Document(
                drafted, Stream.concat(others.stream(), Stream.of(changed)).toList());
    }

    private Document superseded() {
        return new Document(
                drafted,
                revisions.stream()
                        .map(revision -> revision.stage() == Revision.Stage.EFFECTIVE
                                ? revision.at(Revision.Stage.SUPERSEDED)
                                : revision)
                        .toList());
    }
}
