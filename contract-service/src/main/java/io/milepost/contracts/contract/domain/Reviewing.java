package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_INCOMPLETE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_DRAFT;
import static io.milepost.contracts.contract.domain.ContractRefusal.REASON_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.REVIEW_NOT_OPEN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.Contract.Known;
import io.milepost.contracts.contract.domain.Contract.Open;
import io.milepost.contracts.contract.domain.ContractCommand.DecideReview;
import io.milepost.contracts.contract.domain.ContractEvent.ContractApproved;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewPassed;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewRejected;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewRequested;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Decision;
import java.util.List;

/** The departments whom the content concerns look at it, each once (R-124 to R-129, gate G14); one that rejects ends the round. */
final class Reviewing {

    private Reviewing() {}

    /** A complete contract states its scope, so there is always somebody to review it. */
    static Decision<ContractEvent> submit(Known contract) {
        if (!(contract instanceof Open open)) {
            return Decision.refused(CONTRACT_NOT_DRAFT);
        }
        if (open.reviews().areRunning() || open.reviews().haveApproved()) {
            return unchanged();
        }
        var missing = open.content().missing();
        return missing.isEmpty()
                ? accepted(new ContractReviewRequested(open.content().requiredReviews()))
                : incomplete(missing);
    }

    static Decision<ContractEvent> decide(Known contract, DecideReview decide) {
        if (!(contract instanceof Open open)) {
            return Decision.refused(CONTRACT_NOT_DRAFT);
        }
        var review = decide.review();
        if (decide.passed() && open.reviews().passed().contains(review)) {
            return unchanged();
        }
        if (!open.reviews().open().contains(review)) {
            return Decision.refused(REVIEW_NOT_OPEN);
        }
        if (decide.passed()) {
            return accepted(passed(open, review));
        }
        return decide.reason() == null || decide.reason().isBlank()
                ? Decision.<ContractEvent>refused(REASON_MISSING).at("/reason")
                : accepted(new ContractReviewRejected(review, decide.reason()));
    }

    /** Refused, and on record. */
    static Decision<ContractEvent> incomplete(List<String> missing) {
        return Decision.<ContractEvent>refused(CONTRACT_INCOMPLETE, "missing: " + String.join(", ", missing))
                .onRecord(List.of(new ContractIncompleteFlagged(missing)));
    }

    private static List<ContractEvent> passed(Open open, Review review) {
        var after = open.reviews().passing(review);
        return after.haveApproved()
                ? List.of(new ContractReviewPassed(review), new ContractApproved(after.passed()))
                : List.of(new ContractReviewPassed(review));
    }
}
