package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Review.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reviews that are somebody's. */
class AssigningTest {
    static final List<Refusal> OF_ASSIGNING = List.of(REVIEWER_IS_OWNER, REVIEWED_BY_OWNER);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_ASSIGNING);
    private static final DecideReview GOOD = new DecideReview(TECHNICAL, true, null);
    private static final JudgeContract JUST = new JudgeContract(true, true, true, true, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-127, R-189, G14: a review that is assigned to a member is given by that member alone")
    void an_assigned_review_is_one_members() {
        asked().when(GOOD).byMember("bob").then(new ContractReviewPassed(TECHNICAL));
        var assigned = asked().when(new AssignReview(TECHNICAL, "zoe")).then(assigned(TECHNICAL, "zoe", null));
        assigned.when(GOOD).byMember("bob").thenNotYourDuty();
        assigned.when(new DecideReview(TECHNICAL, false, "scope"))
                .byMember("bob")
                .thenNotYourDuty();
        assigned.when(GOOD).byMember("ZOE").then(new ContractReviewPassed(TECHNICAL));
        assigned.when(new DecideReview(TECHNICAL, false, "scope"))
                .byMember("zoe")
                .then(new ContractReviewRejected(TECHNICAL, "scope"));
        assertThat(ContractView.of(assigned.state()).reviewers()).containsExactly(new AssignedReview(TECHNICAL, "zoe"));
        assertThat(assigned.when(new DecideReview(FINANCE, true, null))
                        .byMember("bob")
                        .decision()
                        .events())
                .as("another review is its department's")
                .containsExactly(new ContractReviewPassed(FINANCE));
    }

    @Test
    @DisplayName("R-124, R-189: so is the verdict on the whole")
    void the_verdict_is_one_members() {
        var assigned = asked().given(new ContractReviewPassed(FINANCE), new ContractReviewPassed(TECHNICAL))
                .when(new AssignReview(WHOLE, "zoe"))
                .then(assigned(WHOLE, "zoe", null));
        assigned.when(JUST).byMember("bob").thenNotYourDuty();
        assertThat(assigned.when(JUST).byMember("zoe").decision().events()).hasSize(3);
    }

    @Test
    @DisplayName(
            "R-189: it is handed over, and then the other member's; while it is asked for, and not by saying the same")
    void it_is_handed_over() {
        var first = asked().given(assigned(TECHNICAL, "zoe", null));
        first.when(new AssignReview(TECHNICAL, "ZOE")).thenNothing();
        var second = first.when(new AssignReview(TECHNICAL, "bob")).then(assigned(TECHNICAL, "bob", "zoe"));
        second.when(GOOD).byMember("zoe").thenNotYourDuty();
        second.when(GOOD).byMember("bob").then(new ContractReviewPassed(TECHNICAL));
        second.when(new AssignReview(LEGAL, "eve")).thenRefused(REVIEW_NOT_OPEN);
        aDraft().when(new AssignReview(TECHNICAL, "eve")).thenRefused(REVIEW_NOT_OPEN);
        second.given(new ContractReviewPassed(TECHNICAL))
                .when(new AssignReview(TECHNICAL, "eve"))
                .thenRefused(REVIEW_NOT_OPEN);
        aContractOutForSignature().when(new AssignReview(TECHNICAL, "eve")).thenRefused(CONTRACT_NOT_DRAFT);
        asked().when(new AssignReview(TECHNICAL, " ")).thenRefused(TEXT_MISSING, "/reviewer");
    }

    @Test
    @DisplayName("R-189: whoever answers for the contract neither is given a review of it nor gives one")
    void the_owner_reviews_nothing() {
        asked().recording(REACHED)
                .when(new AssignReview(TECHNICAL, "KIM"))
                .thenRefused(REVIEWER_IS_OWNER, "/reviewer")
                .when(GOOD)
                .byMember("kim")
                .thenRefused(REVIEWED_BY_OWNER);
        asked().when(GOOD).byMember("bob").then(new ContractReviewPassed(TECHNICAL));
    }

    @Test
    @DisplayName(
            "R-125, R-129: what is edited, rejected or declined is reviewed anew by whose the review was, who is told again")
    void it_is_theirs_again() {
        var assigned = asked().given(assigned(TECHNICAL, "zoe", null));
        var approved = assigned.given(
                new ContractReviewPassed(FINANCE),
                new ContractReviewPassed(TECHNICAL),
                new ContractReviewPassed(WHOLE),
                new ContractApproved(List.of(FINANCE, TECHNICAL, WHOLE)));
        var declined = approved.given(
                new ContractSentForSignature(OPPORTUNITY, YESTERDAY, null),
                new ContractSignatureDeclined(OPPORTUNITY, Party.CUSTOMER, "price"));
        var edited = approved.given(
                new ContractClauseChanged(new Clause("P-1", Clause.Kind.SPECIAL, "penalty"), null),
                new ContractApprovalVoided(List.of(FINANCE, TECHNICAL, WHOLE)));
        var rejected = assigned.given(new ContractReviewRejected(FINANCE, "price"));
        rejected.when(new SubmitForReview()).then(requested(FINANCE, TECHNICAL), assigned(TECHNICAL, "zoe", null));
        declined.when(new SubmitForReview()).then(requested(FINANCE, TECHNICAL), assigned(TECHNICAL, "zoe", null));
        edited.when(new SubmitForReview())
                .then(requested(LEGAL, FINANCE, TECHNICAL), assigned(TECHNICAL, "zoe", null))
                .when(GOOD)
                .byMember("bob")
                .thenNotYourDuty();
    }

    @Test
    @DisplayName(
            "R-124 to R-127: a department gives its own review to its members; the whole is given by who answers for sales")
    void each_gives_its_own() {
        var row = CONTRACT.command(AssignReview.class);
        assertThat(row.rolesFor(new AssignReview(LEGAL, "zoe"))).containsExactly(Role.LEGAL);
        assertThat(row.rolesFor(new AssignReview(FINANCE, "zoe"))).containsExactly(Role.FINANCE);
        assertThat(row.rolesFor(new AssignReview(TECHNICAL, "zoe"))).containsExactly(Role.ENGINEERING);
        assertThat(row.rolesFor(new AssignReview(WHOLE, "zoe")))
                .containsExactlyInAnyOrder(Role.SALES_MANAGER, Role.SPONSOR);
    }

    @Test
    @DisplayName("G14: the reviewer is told that a review is due, and the owner that one was rejected, each of its own")
    void they_are_told() {
        var due = ContractCatalogue.REVIEW_NOTICE;
        assertThat(due.to()).containsExactly(Addressee.OWNER);
        var said = assigned(TECHNICAL, "zoe", "bob");
        assertThat(requireNonNull(due.member()).apply(said)).isEqualTo("zoe");
        assertThat(requireNonNull(due.about()).apply(said)).isEqualTo("review TECHNICAL");
        var rejected = ContractCatalogue.REJECTED_NOTICE;
        assertThat(rejected.to()).containsExactly(Addressee.OWNER);
        assertThat(rejected.member()).as("whoever answers for the contract").isNull();
        assertThat(requireNonNull(rejected.about()).apply(new ContractReviewRejected(FINANCE, "price")))
                .isEqualTo("review FINANCE");
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> asked() {
        return nothing().given(drafted(Basis.RENEWAL, LINES, TERMS), requested(FINANCE, TECHNICAL, WHOLE));
    }

    private static ContractReviewRequested requested(Review... reviews) {
        return new ContractReviewRequested(List.of(reviews));
    }

    private static ContractReviewAssigned assigned(Review review, String reviewer, @Nullable String previous) {
        return new ContractReviewAssigned(review, reviewer, previous);
    }
}
