package io.milepost.delivery.deliveryproject.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a delivery project says no. */
public enum DeliveryProjectRefusal implements Refusal {
    PROJECT_UNKNOWN(state("there is no such delivery project; it begins when the handover is accepted")),
    PROJECT_ALREADY_CREATED(state("the contract has its delivery project")),
    DELIVERY_ALREADY_COMPLETED(state("the delivery is complete")),
    TEAM_NOT_STAFFED(state("a plan needs the team that will carry it out")),
    PLAN_NOT_BASELINED(state("there is no plan yet")),
    PLAN_ALREADY_BASELINED(state("the baseline stands; a milestone that will be late slips, or the plan is made anew")),
    MILESTONE_ALREADY_REACHED(state("the milestone was reached")),
    PLAN_UNCHANGED(state("the plan is so already, for another reason or none")),
    REACHED_MILESTONE_CHANGED(state("a new plan keeps what was reached as it was")),
    ISSUE_ALREADY_RAISED(state("there is another issue under this id")),
    ISSUE_ALREADY_RESOLVED(state("the issue was resolved")),
    MILESTONES_AHEAD(state("a delivery is complete when every milestone is reached")),
    ISSUES_OPEN(state("a delivery is complete when no issue is open")),
    MEMBER_MISSING(rule("manager and members are named by their codes")),
    MEMBER_TWICE(rule("a member is in the team once")),
    MILESTONE_MISSING(rule("a plan has milestones, each with code and name")),
    MILESTONE_TWICE(rule("a milestone is in the plan once")),
    MILESTONE_UNKNOWN(rule("the plan has no such milestone")),
    DAY_IMPLAUSIBLE(rule("nobody means a day that is more than 50 years away")),
    REACHED_BEFORE_BEGUN(rule("a milestone is not reached before the delivery began")),
    REACHED_IN_FUTURE(rule("a milestone is not reached on a day to come")),
    SLIPS_BACKWARDS(rule("a milestone slips to a later day, once for one reason")),
    REASON_MISSING(rule("a slip and a new plan give their reason")),
    TITLE_MISSING(rule("an issue has a title")),
    ISSUE_UNKNOWN(rule("the project has no such issue")),
    RESOLUTION_MISSING(rule("who resolves an issue says how"));

    private final Reason reason;

    DeliveryProjectRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
