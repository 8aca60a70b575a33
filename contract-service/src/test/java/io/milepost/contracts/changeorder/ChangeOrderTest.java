package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.changeorder.ChangeOrders.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** R-138, G17: a change of a signed contract on its way, and what holds it up. */
class ChangeOrderTest {
    private static final LineChange A_THIRD = new LineChange(1, THREE);

    @Test
    @DisplayName("R-138, G17: requested, assessed, reviewed, signed by both and applied")
    void a_change_goes_its_way() {
        NOTHING.when(REQUEST)
                .then(REQUESTED)
                .when(assess(null, A_THIRD))
                .then(IMPACT)
                .when(assess(null, A_THIRD))
                .thenNothing()
                .when(new SubmitChange())
                .then(new ChangeReviewRequested(CONTRACT, REVIEWS))
                .when(new SubmitChange())
                .thenNothing()
                .when(new DecideChange(Review.FINANCE, true, null))
                .then(new ChangeReviewPassed(CONTRACT, Review.FINANCE))
                .when(new DecideChange(Review.FINANCE, true, null))
                .thenNothing()
                .when(new DecideChange(Review.TECHNICAL, true, null))
                .then(new ChangeReviewPassed(CONTRACT, Review.TECHNICAL), new ChangeOrderApproved(CONTRACT, TODAY))
                .when(new DecideChange(Review.TECHNICAL, true, null))
                .thenNothing()
                .when(new SignChange(Party.CUSTOMER, "sealed name", null))
                .then(by(Party.CUSTOMER))
                .when(new SignChange(Party.CUSTOMER, "sealed name", null))
                .thenNothing()
                .when(new SignChange(Party.SELLER, "sealed name", TODAY))
                .by("desk")
                .then(by(Party.SELLER), new ChangeOrderSigned(CONTRACT, TODAY, TODAY), applied(TODAY))
                .when(new ApplyChange())
                .thenNothing();
    }

    @Test
    @DisplayName("R-138: a change that counts from a later day is applied when that day has come")
    void it_waits_for_its_day() {
        var signed = approved(impact(TOMORROW))
                .given(by(Party.CUSTOMER))
                .when(new SignChange(Party.SELLER, "sealed name", null))
                .by("desk")
                .then(by(Party.SELLER), new ChangeOrderSigned(CONTRACT, TODAY, TOMORROW));
        assertThat(ChangeOrderCatalogue.EFFECTIVE_DAY.dates().apply(signed.state()))
                .hasSize(1);
        signed.when(new ApplyChange()).thenRefused(CHANGE_NOT_EFFECTIVE_YET);
        var applied = signed.when(new ApplyChange()).on(TOMORROW).then(applied(TOMORROW));
        assertThat(ChangeOrderCatalogue.EFFECTIVE_DAY.dates().apply(applied.state()))
                .isEmpty();
    }

    @Test
    @DisplayName("R-138: a change may count from a day that has passed, but not from before the contract")
    void it_may_reach_back() {
        approved(impact(YESTERDAY))
                .given(by(Party.CUSTOMER))
                .when(new SignChange(Party.SELLER, "sealed name", null))
                .by("desk")
                .then(by(Party.SELLER), new ChangeOrderSigned(CONTRACT, TODAY, YESTERDAY), applied(YESTERDAY));
        A_REQUEST
                .when(assess(YESTERDAY.minusDays(1), A_THIRD))
                .thenRefused(EFFECTIVE_BEFORE_CONTRACT, "/effectiveOn")
                .when(assess(TODAY.plusYears(51), A_THIRD))
                .thenRefused(DAY_IMPLAUSIBLE, "/effectiveOn");
    }

    @Nested
    @DisplayName("R-138: what can be requested")
    class Requesting {
        @Test
        void only_a_change_of_a_contract_that_is_signed_and_not_closed() {
            var unsigned = new ContractToChange(
                    OPPORTUNITY,
                    ACCOUNT,
                    "kim",
                    VALUE,
                    List.of(),
                    TERMS,
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    false);
            var nothing = Scenario.of(CHANGE_ORDER);
            nothing.when(REQUEST).thenRefused(CONTRACT_NOT_SIGNED);
            nothing.when(REQUEST).reading(unsigned).thenRefused(CONTRACT_NOT_SIGNED);
            nothing.when(REQUEST).reading(contract(PRESSES, true)).thenRefused(CONTRACT_ENDED);
            nothing.when(new RequestChange(CONTRACT, Origin.OURS, " ", null, null))
                    .reading(contract(PRESSES, false))
                    .thenRefused(SUBJECT_MISSING, "/subject");
        }
    }

    @Nested
    @DisplayName("R-138, G17: reviews")
    class Reviewing {
        @Test
        void what_is_assessed_anew_is_reviewed_anew() {
            var again = assess(TOMORROW, A_THIRD);
            for (var order : List.of(ASSESSED, IN_REVIEW, APPROVED)) {
                order.when(again)
                        .then(impact(TOMORROW))
                        .when(new SignChange(Party.SELLER, null, null))
                        .thenRefused(CHANGE_NOT_APPROVED);
            }
            APPROVED.given(by(Party.SELLER)).when(again).thenRefused(CHANGE_BEING_SIGNED);
            APPLIED.when(again).thenRefused(CHANGE_SIGNED);
        }

        @Test
        void a_department_that_does_not_let_it_pass_ends_it() {
            var no = new DecideChange(Review.FINANCE, false, "too cheap");
            IN_REVIEW.when(new DecideChange(Review.FINANCE, false, null)).thenRefused(REASON_MISSING, "/reason");
            IN_REVIEW.when(new DecideChange(Review.FINANCE, false, " ")).thenRefused(REASON_MISSING, "/reason");
            var rejected = IN_REVIEW.when(no).then(new ChangeOrderRejected(CONTRACT, Review.FINANCE, "too cheap"));
            for (var command : List.of(
                    no,
                    new SubmitChange(),
                    assess(null, A_THIRD),
                    new WithdrawChange("x"),
                    new ApplyChange(),
                    new SignChange(Party.SELLER, null, null))) {
                rejected.when(command).thenRefused(CHANGE_ENDED);
            }
        }

        @Test
        void only_what_is_asked_for_is_decided() {
            A_REQUEST.when(new SubmitChange()).thenRefused(CHANGE_NOT_ASSESSED);
            var legal = new DecideChange(Review.LEGAL, true, null);
            for (var order : List.of(A_REQUEST, ASSESSED, IN_REVIEW, APPROVED)) {
                order.when(legal).thenRefused(CHANGE_REVIEW_NOT_OPEN);
            }
            APPLIED.when(legal).thenRefused(CHANGE_SIGNED);
            APPLIED.when(new SubmitChange()).thenRefused(CHANGE_SIGNED);
        }
    }

    @Nested
    @DisplayName("R-138, G17: signatures of both sides")
    class Signing {
        private final SignChange seller = new SignChange(Party.SELLER, null, null);

        @Test
        void nobody_signs_what_is_not_approved() {
            A_REQUEST.when(seller).thenRefused(CHANGE_NOT_ASSESSED);
            ASSESSED.when(seller).thenRefused(CHANGE_NOT_APPROVED);
            IN_REVIEW.when(seller).thenRefused(CHANGE_NOT_APPROVED);
            APPLIED.when(seller).thenRefused(CHANGE_SIGNED);
            A_REQUEST.when(new ApplyChange()).thenRefused(CHANGE_NOT_APPROVED);
        }

        @Test
        void nobody_signs_figures_that_another_amendment_has_moved() {
            APPROVED.when(seller).reading(contract(THREE, false)).thenRefused(IMPACT_STALE);
            APPROVED.when(seller).reading(contract(PRESSES, true)).thenRefused(CONTRACT_ENDED);
        }

        @Test
        void a_party_signs_once_on_one_plausible_day() {
            APPROVED.when(new SignChange(Party.SELLER, null, TOMORROW))
                    .thenRefused(DAY_IN_FUTURE, "/signedOn")
                    .when(new SignChange(Party.SELLER, null, YESTERDAY.minusDays(1)))
                    .thenRefused(SIGNED_BEFORE_APPROVED, "/signedOn");
            APPROVED.given(by(Party.SELLER))
                    .when(new SignChange(Party.SELLER, null, YESTERDAY))
                    .thenRefused(CHANGE_PARTY_SIGNED, "/signedOn");
        }

        @Test
        @DisplayName("Two parties are two people: neither a member nor a token signs for both")
        void nobody_signs_for_both() {
            var first = new ChangePartySigned(CONTRACT, Party.CUSTOMER, null, TODAY, "KAP");
            var order = APPROVED.given(first);
            order.when(seller).byMember("kap").thenRefused(ONE_FOR_BOTH_PARTIES, "/party");
            assertThat(order.when(seller).byMember("LEE").decision().events()).hasSize(3);
            var byToken = APPROVED.given(by(Party.CUSTOMER));
            byToken.when(seller).thenRefused(ONE_FOR_BOTH_PARTIES, "/party");
            assertThat(byToken.when(seller).by("desk").decision().events()).hasSize(3);
        }
    }

    @Test
    void what_nobody_has_signed_may_be_withdrawn() {
        var withdraw = new WithdrawChange("no budget");
        for (var order : List.of(A_REQUEST, ASSESSED, IN_REVIEW, APPROVED, APPROVED.given(by(Party.SELLER)))) {
            order.when(withdraw)
                    .then(new ChangeOrderWithdrawn(CONTRACT, "no budget"))
                    .when(withdraw)
                    .thenNothing()
                    .when(new WithdrawChange("other"))
                    .thenRefused(CHANGE_ENDED);
        }
        A_REQUEST.when(new WithdrawChange(" ")).thenRefused(REASON_MISSING, "/reason");
        APPLIED.when(withdraw).thenRefused(CHANGE_SIGNED);
    }

    @Test
    void a_read_shows_how_far_it_has_come() {
        assertThat(status(A_REQUEST)).isEqualTo("REQUESTED");
        assertThat(status(ASSESSED)).isEqualTo("ASSESSED");
        assertThat(status(IN_REVIEW)).isEqualTo("IN_REVIEW");
        assertThat(status(APPROVED)).isEqualTo("APPROVED");
        assertThat(status(APPROVED.given(by(Party.SELLER)))).isEqualTo("PARTLY_SIGNED");
        assertThat(status(APPLIED)).isEqualTo("APPLIED");
        var view = ChangeOrderCatalogue.View.of(APPLIED.state());
        assertThat(view.priceChange()).isEqualTo(usd("4821.00"));
        assertThat(view.effectiveOn()).isEqualTo(TODAY);
        assertThat(view.passedReviews()).isEqualTo(REVIEWS);
    }

    private static String status(Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> order) {
        return ChangeOrderCatalogue.View.of(order.state()).status();
    }
}
