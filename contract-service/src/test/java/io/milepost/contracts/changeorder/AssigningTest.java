package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.changeorder.ChangeOrders.*;
import static io.milepost.contracts.kernel.Review.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.changeorder.ChangeOrder.ContractToChange;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.notice.Notice.Addressee;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose the reviews of a change are. */
class AssigningTest {
    private static final DecideChange GOOD = new DecideChange(FINANCE, true, null);
    private static final ChangeReviewPassed PASSED = new ChangeReviewPassed(CONTRACT, FINANCE);

    @Test
    @DisplayName("R-138, G17: who reviewed the contract by name reviews its changes, and nobody else")
    void the_same_reviewers() {
        var asked = new ChangeReviewRequested(CONTRACT, REVIEWS);
        ASSESSED.when(new SubmitChange()).then(asked).when(GOOD).byMember("bob").then(PASSED);
        var assigned = ASSESSED.when(new SubmitChange())
                .reading(reviewedBy(new AssignedReview(FINANCE, "zoe"), new AssignedReview(LEGAL, "eve")))
                .then(asked, assigned(FINANCE, "zoe", null));
        assigned.when(GOOD).byMember("bob").thenNotYourDuty();
        assigned.when(GOOD).byMember("ZOE").then(PASSED);
        assertThat(ChangeOrderCatalogue.View.of(assigned.state()).reviewers())
                .containsExactly(new AssignedReview(FINANCE, "zoe"));
    }

    @Test
    @DisplayName("R-138, R-189: a review of a change is given to a member and handed over while it is asked for")
    void a_review_is_given_and_handed_over() {
        var first = IN_REVIEW.when(new AssignChangeReview(FINANCE, "zoe")).then(assigned(FINANCE, "zoe", null));
        first.when(new AssignChangeReview(FINANCE, "ZOE")).thenNothing();
        var second = first.when(new AssignChangeReview(FINANCE, "bob")).then(assigned(FINANCE, "bob", "zoe"));
        second.when(GOOD).byMember("zoe").thenNotYourDuty();
        second.when(GOOD).byMember("bob").then(PASSED);
        var late = new AssignChangeReview(FINANCE, "eve");
        for (var order : List.of(A_REQUEST, ASSESSED, IN_REVIEW.given(PASSED), APPROVED)) {
            order.when(late).thenRefused(CHANGE_REVIEW_NOT_OPEN);
        }
        IN_REVIEW.when(new AssignChangeReview(LEGAL, "eve")).thenRefused(CHANGE_REVIEW_NOT_OPEN);
        APPLIED.when(late).thenRefused(CHANGE_SIGNED);
        IN_REVIEW
                .given(new ChangeOrderRejected(CONTRACT, FINANCE, "price"))
                .when(late)
                .thenRefused(CHANGE_ENDED);
        IN_REVIEW.when(new AssignChangeReview(FINANCE, " ")).thenRefused(TEXT_MISSING, "/reviewer");
    }

    @Test
    @DisplayName("R-138, R-189: whoever answers for the contract reviews no change of it")
    void the_owner_reviews_nothing() {
        IN_REVIEW.when(new AssignChangeReview(FINANCE, "KIM")).thenRefused(CHANGE_REVIEWER_IS_OWNER, "/reviewer");
        IN_REVIEW.when(GOOD).byMember("kim").thenRefused(CHANGE_REVIEWED_BY_OWNER);
        IN_REVIEW.when(GOOD).byMember("bob").then(PASSED);
    }

    @Test
    @DisplayName("G17: a department gives its own review, and the reviewer is told")
    void the_reviewer_is_told() {
        var row = CHANGE_ORDER.command(AssignChangeReview.class);
        assertThat(row.rolesFor(new AssignChangeReview(LEGAL, "zoe"))).containsExactly(Role.LEGAL);
        assertThat(row.rolesFor(new AssignChangeReview(WHOLE, "zoe"))).containsExactly(Role.SALES_MANAGER);
        var notice = ChangeOrderCatalogue.REVIEW_NOTICE;
        var said = assigned(FINANCE, "zoe", null);
        assertThat(notice.to()).containsExactly(Addressee.OWNER);
        assertThat(requireNonNull(notice.member()).apply(said)).isEqualTo("zoe");
        assertThat(requireNonNull(notice.about()).apply(said)).isEqualTo("review FINANCE");
    }

    private static ChangeReviewAssigned assigned(Review review, String reviewer, @Nullable String previous) {
        return new ChangeReviewAssigned(CONTRACT, review, reviewer, previous);
    }

    private static ContractToChange reviewedBy(AssignedReview... reviews) {
        var like = contract(PRESSES, false);
        return new ContractToChange(
                like.opportunityId(),
                like.accountId(),
                like.owner(),
                like.value(),
                like.lines(),
                like.terms(),
                like.clauses(),
                like.wording(),
                like.reviewers(),
                List.of(reviews),
                like.signedOn(),
                like.closed());
    }
}
