package io.milepost.contracts.automation;

import io.milepost.contracts.inbound.opportunity.VersionPublished;
import io.milepost.contracts.reviewmatrix.ReviewMatrix;
import io.milepost.contracts.reviewmatrix.ReviewMatrix.NoteReviewMatrix;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** What a published version of a sales process says of reviews and obligations is known here as well, so that the contracts of its deals are bound by it. */
public final class WhenVersionPublishedThenNoteReviewMatrix {

    public static final Automation<VersionPublished> AUTOMATION = new Automation<>(
            "when-version-published-then-note-review-matrix",
            "opportunity",
            "sales-process.version-published.v1",
            VersionPublished.class,
            (_, published) -> Optional.of(new Reaction.Command(
                    ReviewMatrix.idOf(published.name(), published.version()),
                    new NoteReviewMatrix(
                            published.name(),
                            published.version(),
                            published.template().reviews(),
                            published.template().obligations(),
                            published.asked(),
                            published.template().contracts()))),
            Set.of());

    private WhenVersionPublishedThenNoteReviewMatrix() {}
}
