package io.milepost.contracts.reviewmatrix;

import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.contracts.reviewmatrix.ReviewMatrix.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The copy's one command and event. Nobody has a role to send it: opportunity-service decides what a sales process says. */
public final class ReviewMatrixCatalogue {

    public static final Catalogue<ReviewMatrix, Command, Event> REVIEW_MATRIX = Catalogue.of(
                    "review-matrix", "review-matrices", ReviewMatrix.DECIDER)
            .notes(NoteReviewMatrix.class, ReviewMatrix::note)
            .event(ReviewMatrixNoted.class, "review-matrix.noted", 1)
            .open()
            .view(View.class, View::of);

    private ReviewMatrixCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status KNOWN, the only one
     * @param obligations what both sides owe under a contract of that version
     * @param asked what has to be done before anybody signs one
     * @param contractRules how money is collected under it, and what it has to state; absent where the version says nothing of it
     */
    public record View(
            String status,
            String process,
            int version,
            List<ReviewRule> rules,
            List<ObligationTerm> obligations,
            List<SigningStep> asked,
            @Nullable ContractRules contractRules) {
        static View of(ReviewMatrix matrix) {
            return new View(
                    "KNOWN",
                    matrix.process(),
                    matrix.version(),
                    matrix.rules(),
                    Objects.requireNonNullElse(matrix.obligations(), List.of()),
                    Objects.requireNonNullElse(matrix.asked(), List.of()),
                    matrix.contractRules());
        }
    }
}
