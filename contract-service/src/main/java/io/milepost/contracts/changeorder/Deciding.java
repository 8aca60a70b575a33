package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.DecideChange;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.List;

/** The departments that reviewed the contract let a change of it pass, or one of them does not (gate G17). */
final class Deciding {

    private Deciding() {}

    static Decision<ChangeOrderEvent> submit(ChangeOrder order) {
        return switch (order) {
            case Requested _ -> refused(CHANGE_NOT_ASSESSED);
            case Assessed(var request, var impact) ->
                accepted(new ChangeReviewRequested(request.contractId(), impact.reviews()));
            case InReview _, Approved _ -> unchanged();
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    static Decision<ChangeOrderEvent> decide(ChangeOrder order, DecideChange decide, LocalDate today) {
        return switch (order) {
            case Requested _, Assessed _ -> refused(CHANGE_REVIEW_NOT_OPEN);
            case InReview review when decide.passed() && review.passed().contains(decide.review()) -> unchanged();
            case InReview review ->
                review.open().contains(decide.review())
                        ? decided(review, decide, today)
                        : refused(CHANGE_REVIEW_NOT_OPEN);
            case Approved(var _, var impact, var _, var _) ->
                decide.passed() && impact.reviews().contains(decide.review())
                        ? unchanged()
                        : refused(CHANGE_REVIEW_NOT_OPEN);
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    private static Decision<ChangeOrderEvent> decided(InReview order, DecideChange decide, LocalDate today) {
        var contract = order.request().contractId();
        if (!decide.passed()) {
            var reason = decide.reason();
            return reason == null
                    ? refusedAt("/reason", REASON_MISSING)
                    : check().reason("/reason", reason)
                            .accept(() -> new ChangeOrderRejected(contract, decide.review(), reason));
        }
        var passed = new ChangeReviewPassed(contract, decide.review());
        return order.passing(decide.review()).open().isEmpty()
                ? accepted(List.of(passed, new ChangeOrderApproved(contract, today)))
                : accepted(passed);
    }
}
