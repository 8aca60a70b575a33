package io.milepost.delivery.kernel;

import static io.milepost.delivery.kernel.ClosingRefusal.REFERENCE_MISSING;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Evidence;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The summary report of the project that is being closed: a controlled document about it that is in effect (gate G22).
 *
 * @param reference where it is kept; its code, if nobody said more
 */
public record SummaryReport(String reference, DocumentVersion document) {
    private static final String KIND = "summary-report";

    /** The version that was in effect is a fact; a report of before there were controlled documents is whoever's word. */
    public static Evidence evidence(@Nullable String reference, @Nullable DocumentVersion document) {
        return document == null
                ? Evidence.word(reference)
                : Evidence.fact("%s, version %d".formatted(document.code(), document.version()));
    }

    /** What is decided of the report that a command names, where it is there. */
    public static <E> Decision<E> needed(
            @Nullable UUID documentId,
            @Nullable String reference,
            Occasion occasion,
            Function<SummaryReport, Decision<E>> then) {
        var document = NeededDocument.inEffect(occasion, documentId, KIND, occasion.id());
        return check().text("/reference", reference, REFERENCE_MISSING)
                .that(document != null, "/documentId", DOCUMENT_NOT_IN_EFFECT)
                .then(() -> {
                    var version = Objects.requireNonNull(document);
                    return then.apply(
                            new SummaryReport(Objects.requireNonNullElse(reference, version.code()), version));
                });
    }
}
