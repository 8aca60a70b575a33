package io.milepost.delivery.deliveryproject;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Refusal;

/** Why something about a delivery is refused. */
public enum DeliveryRefusal implements Refusal {
    DELIVERY_CLOSED(state("the project is closed")),
    DELIVERY_ALREADY_COMPLETED(state("the delivery is already complete")),
    DELIVERY_ALREADY_ACCEPTED(state("the customer has already accepted the delivery")),
    DELIVERY_ALREADY_SUSPENDED(state("the delivery is already suspended, for another reason")),
    DELIVERY_NOT_SUSPENDED(state("the delivery is not suspended")),
    TEAM_NOT_STAFFED(state("a plan cannot be baselined before the team is staffed")),
    PLAN_NOT_BASELINED(state("there is no plan yet")),
    PLAN_ALREADY_BASELINED(state("the plan already has a baseline; slip a milestone or rebaseline the plan")),
    MILESTONE_ALREADY_REACHED(state("the milestone was already reached")),
    PLAN_UNCHANGED(state("the plan is already like this, for another reason or none")),
    REACHED_MILESTONE_CHANGED(state("a new plan cannot change a milestone that was reached")),
    ISSUE_ALREADY_RAISED(state("another issue has this id")),
    ISSUE_ALREADY_RESOLVED(state("the issue was already resolved")),
    MILESTONES_AHEAD(state("a delivery cannot be completed before every milestone is reached")),
    ISSUES_OPEN(state("a delivery cannot be completed while an issue is open")),
    MEMBER_MISSING(rule("manager and members must be named by their codes")),
    ENGINEERS_MISSING(rule("a team must have engineers besides its manager")),
    MEMBER_TWICE(rule("a member can be in the team only once")),
    MILESTONE_MISSING(rule("a plan must have milestones, each with a code and a name")),
    MILESTONE_TWICE(rule("a milestone can be in the plan only once")),
    MILESTONE_UNKNOWN(rule("the plan has no such milestone")),
    REACHED_BEFORE_BEGUN(rule("a milestone cannot be reached before the delivery began")),
    REACHED_IN_FUTURE(rule("the date on which a milestone was reached cannot be in the future")),
    SLIPS_BACKWARDS(rule("a milestone can slip only to a day later than the one expected")),
    TITLE_MISSING(rule("an issue must have a title")),
    ISSUE_UNKNOWN(rule("the project has no such issue")),
    CUSTOMER_NOT_INFORMED(state("an issue of high severity is resolved after the customer was told of it")),
    RESOLUTION_MISSING(rule("an issue cannot be resolved without saying how"));

    private final Reason reason;

    DeliveryRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
