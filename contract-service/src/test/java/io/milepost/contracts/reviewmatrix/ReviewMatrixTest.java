package io.milepost.contracts.reviewmatrix;

import static io.milepost.contracts.automation.WhenVersionPublishedThenNoteReviewMatrix.AUTOMATION;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.contracts.reviewmatrix.ReviewMatrix.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of a review matrix, and how it is kept. */
class ReviewMatrixTest {
    private static final List<ReviewRule> RULES = List.of(
            new ReviewRule(Review.LEGAL, Cause.ALWAYS, new BigDecimal("100000")),
            new ReviewRule(Review.TECHNICAL, Cause.SCOPE, null));
    private static final Scenario<ReviewMatrix, Command, Event> NOTHING = Scenario.of(REVIEW_MATRIX);

    @Test
    void is_noted_once() {
        NOTHING.when(new NoteReviewMatrix("north", 4, RULES))
                .then(new ReviewMatrixNoted("north", 4, RULES))
                .when(new NoteReviewMatrix("north", 4, RULES))
                .thenNothing();
        assertThat(NOTHING.given(new ReviewMatrixNoted("north", 4, RULES)).state())
                .isEqualTo(new ReviewMatrix("north", 4, RULES));
    }

    @Test
    @DisplayName("R-188: what opportunity-service publishes is noted under the name and version of the process")
    void what_is_published_is_noted() {
        var published = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"stages": [], "handoverDays": 14, "reviews": [
                   {"department": "LEGAL", "when": "ALWAYS", "fromValue": 100000},
                   {"department": "TECHNICAL", "when": "SCOPE"}]}}""");
        assertThat(AUTOMATION.reaction().to(published, published.as(AUTOMATION.data())))
                .isEqualTo(Optional.of(
                        new Reaction.Command(ReviewMatrix.idOf("North", 4), new NoteReviewMatrix("north", 4, RULES))));
        assertThat(ReviewMatrix.idOf("north", 4)).isNotEqualTo(ReviewMatrix.idOf("north", 3));
        for (var sample : ProducerSamples.of("opportunity", "sales-process", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(AUTOMATION.data())))
                    .isPresent();
        }
    }
}
