package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.AssignChangeReview;
import io.milepost.contracts.changeorder.ChangeOrderCommand.DecideChange;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.stream.Stream;

/** The departments that reviewed the contract let a change of it pass, or one of them does not (gate G17). */
final class Deciding {

    private Deciding() {}

    static Decision<ChangeOrderEvent> submit(ChangeOrder order, Occasion occasion) {
        return switch (order) {
            case Requested _ -> refused(CHANGE_NOT_ASSESSED);
            case Assessed(var request, var impact) ->
                accepted(requested(
                        new ChangeReviewRequested(request.contractId(), impact.reviews()),
                        occasion.read(ContractToChange.class)
                                .map(ContractToChange::assigned)
                                .orElse(List.of())));
            case InReview _, Approved _ -> unchanged();
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    /** Whoever reviewed the contract by name reviews its change. */
    private static List<ChangeOrderEvent> requested(ChangeReviewRequested asked, List<AssignedReview> assigned) {
        var again = assigned.stream()
                .filter(one -> asked.reviews().contains(one.review()))
                .map(one -> new ChangeReviewAssigned(asked.contractId(), one.review(), one.reviewer(), null));
        return Stream.concat(Stream.<ChangeOrderEvent>of(asked), again).toList();
    }

    /** From then on it is this member's alone, until it is handed over. */
    static Decision<ChangeOrderEvent> assign(ChangeOrder order, AssignChangeReview assign) {
        return check().text("/reviewer", assign.reviewer())
                .that(!Codes.same(assign.reviewer(), order.request().owner()), "/reviewer", CHANGE_REVIEWER_IS_OWNER)
                .then(() -> switch (order) {
                    case InReview review when review.open().contains(assign.review()) -> assigned(review, assign);
                    case Requested _, Assessed _, InReview _, Approved _ -> refused(CHANGE_REVIEW_NOT_OPEN);
                    case Signed _, Applied _ -> refused(CHANGE_SIGNED);
                    case Ended _ -> refused(CHANGE_ENDED);
                });
    }

    private static Decision<ChangeOrderEvent> assigned(InReview order, AssignChangeReview assign) {
        return new AssignedReview(assign.review(), assign.reviewer()).isIn(order.assigned())
                ? unchanged()
                : accepted(new ChangeReviewAssigned(
                        order.request().contractId(),
                        assign.review(),
                        assign.reviewer(),
                        AssignedReview.reviewersOf(assign.review(), order.assigned()).stream()
                                .findFirst()
                                .orElse(null)));
    }

    static Decision<ChangeOrderEvent> decide(ChangeOrder order, DecideChange decide, Occasion occasion) {
        return switch (order) {
            case Requested _, Assessed _ -> refused(CHANGE_REVIEW_NOT_OPEN);
            case InReview review when decide.passed() && review.passed().contains(decide.review()) -> unchanged();
            case InReview review ->
                review.open().contains(decide.review())
                        ? decided(review, decide, occasion)
                        : refused(CHANGE_REVIEW_NOT_OPEN);
            case Approved(var _, var impact, var _, var _) ->
                decide.passed() && impact.reviews().contains(decide.review())
                        ? unchanged()
                        : refused(CHANGE_REVIEW_NOT_OPEN);
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    private static Decision<ChangeOrderEvent> decided(InReview order, DecideChange decide, Occasion occasion) {
        var contract = order.request().contractId();
        if (occasion.who().isMember(order.request().owner())) {
            return refused(CHANGE_REVIEWED_BY_OWNER);
        }
        if (!decide.passed()) {
            var reason = decide.reason();
            return reason == null
                    ? refusedAt("/reason", REASON_MISSING)
                    : check().reason("/reason", reason)
                            .accept(() -> new ChangeOrderRejected(contract, decide.review(), reason));
        }
        var passed = new ChangeReviewPassed(contract, decide.review());
        return order.passing(decide.review()).open().isEmpty()
                ? accepted(List.of(passed, new ChangeOrderApproved(contract, occasion.today())))
                : accepted(passed);
    }
}
