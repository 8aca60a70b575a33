package io.milepost.platform.controlled;

import io.milepost.platform.controlled.Document.*;
import io.milepost.platform.controlled.DocumentKind.KindVersion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document, from its draft until the next one supersedes it.
 *
 * @param change what it changes and why; absent in the first version
 * @param authors everybody who wrote in it
 * @param reviews since it was last handed in
 */
public record Revision(
        int version,
        Stage stage,
        KindVersion kind,
        @Nullable String change,
        Content content,
        List<String> authors,
        List<DocumentReviewed> reviews,
        @Nullable DocumentReturned returned,
        @Nullable DocumentApproved approval) {

    /** How far a version is. */
    public enum Stage {
        DRAFT,
        IN_REVIEW,
        /** To be amended by its author. */
        RETURNED,
        /** In effect from a later day. */
        APPROVED,
        EFFECTIVE,
        SUPERSEDED
    }

    public Revision {
        authors = List.copyOf(authors);
        reviews = List.copyOf(reviews);
    }

    static Revision of(DocumentDrafted drafted) {
        return new Revision(
                1,
                Stage.DRAFT,
                drafted.kind(),
                null,
                drafted.content(),
                List.of(drafted.author()),
                List.of(),
                null,
                null);
    }

    static Revision of(DocumentRevised revised) {
        return new Revision(
                revised.version(),
                Stage.DRAFT,
                revised.kind(),
                revised.change(),
                revised.content(),
                List.of(revised.author()),
                List.of(),
                null,
                null);
    }

    @Nullable
    String approver() {
        return approval == null ? null : approval.approver();
    }

    /** SECRET where it is, for events whose own texts are sealed with it. */
    @Nullable
    Classification secret() {
        return content.isSecret() ? Classification.SECRET : null;
    }

    /** Headings that its kind asks for and that it lacks, also where all of it is kept elsewhere. */
    List<String> missing() {
        return kind.sections().stream()
                .filter(wanted ->
                        content.sections().stream().noneMatch(section -> Codes.same(section.heading(), wanted)))
                .toList();
    }

    Revision at(Stage next) {
        return new Revision(version, next, kind, change, content, authors, reviews, returned, approval);
    }

    Revision after(DocumentAmended amended) {
        var writers = authors.stream().anyMatch(author -> Codes.same(author, amended.author()))
                ? authors
                : Stream.concat(authors.stream(), Stream.of(amended.author())).toList();
        return new Revision(version, Stage.DRAFT, kind, change, amended.content(), writers, List.of(), null, null);
    }

    Revision after(DocumentReviewed reviewed) {
        var more = Stream.concat(reviews.stream(), Stream.of(reviewed)).toList();
        return new Revision(version, stage, kind, change, content, authors, more, returned, approval);
    }

    Revision after(DocumentReturned back) {
        return new Revision(version, Stage.RETURNED, kind, change, content, authors, List.of(), back, null);
    }

    Revision after(DocumentApproved approved) {
        return new Revision(version, Stage.APPROVED, kind, change, content, authors, reviews, returned, approved);
    }
}
