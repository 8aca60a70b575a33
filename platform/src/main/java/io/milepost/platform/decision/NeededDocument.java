package io.milepost.platform.decision;

import io.milepost.platform.value.DocumentVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision reads of a controlled document that it needs (gate G22).
 *
 * @param kind code of its kind
 * @param subjectId the entity that it is about
 * @param inEffect number of the version that is in effect; null while none is
 * @param approver who approved that version
 */
public record NeededDocument(
        String kind,
        String code,
        @Nullable UUID subjectId,
        @Nullable Integer inEffect,
        @Nullable String approver) {

    /** The version in effect of the document that was named, where it is of this kind and about this entity. */
    public static @Nullable DocumentVersion inEffect(
            Occasion occasion, @Nullable UUID document, String kind, UUID subject) {
        return occasion.read(NeededDocument.class)
                .filter(read -> read.kind.equals(kind) && subject.equals(read.subjectId))
                .map(read -> read.versionOf(document))
                .orElse(null);
    }

    private @Nullable DocumentVersion versionOf(@Nullable UUID document) {
        return document == null || inEffect == null ? null : new DocumentVersion(document, code, inEffect);
    }
}
