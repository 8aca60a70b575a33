package io.milepost.delivery.deliveryproject.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a delivery project says no. */
public enum DeliveryProjectRefusal implements Refusal {
    PROJECT_UNKNOWN(Kind.STATE, "there is no such delivery project; it begins when the handover is accepted"),
    PROJECT_ALREADY_CREATED(Kind.STATE, "the contract has its delivery project"),
    DELIVERY_ALREADY_COMPLETED(Kind.STATE, "the delivery is complete"),
    TEAM_NOT_STAFFED(Kind.STATE, "a plan needs the team that will carry it out"),
    PLAN_NOT_BASELINED(Kind.STATE, "there is no plan yet"),
    PLAN_ALREADY_BASELINED(
            Kind.STATE, "the baseline stands; a milestone that will be late slips, or the plan is made anew"),
    MILESTONE_ALREADY_REACHED(Kind.STATE, "the milestone was reached"),
    PLAN_UNCHANGED(Kind.STATE, "the plan is so already, for another reason or none"),
    REACHED_MILESTONE_CHANGED(Kind.STATE, "a new plan keeps what was reached as it was"),
    ISSUE_ALREADY_RAISED(Kind.STATE, "there is another issue under this id"),
    ISSUE_ALREADY_RESOLVED(Kind.STATE, "the issue was resolved"),
    MILESTONES_AHEAD(Kind.STATE, "a delivery is complete when every milestone is reached"),
    ISSUES_OPEN(Kind.STATE, "a delivery is complete when no issue is open"),
    MEMBER_MISSING(Kind.RULE, "manager and members are named by their codes"),
    MEMBER_TWICE(Kind.RULE, "a member is in the team once"),
    MILESTONE_MISSING(Kind.RULE, "a plan has milestones, each with code and name"),
    MILESTONE_TWICE(Kind.RULE, "a milestone is in the plan once"),
    MILESTONE_UNKNOWN(Kind.RULE, "the plan has no such milestone"),
    DAY_IMPLAUSIBLE(Kind.RULE, "nobody means a day that is more than 50 years away"),
    REACHED_BEFORE_BEGUN(Kind.RULE, "a milestone is not reached before the delivery began"),
    REACHED_IN_FUTURE(Kind.RULE, "a milestone is not reached on a day to come"),
    SLIPS_BACKWARDS(Kind.RULE, "a milestone slips to a later day, once for one reason"),
    REASON_MISSING(Kind.RULE, "a slip and a new plan give their reason"),
    TITLE_MISSING(Kind.RULE, "an issue has a title"),
    ISSUE_UNKNOWN(Kind.RULE, "the project has no such issue"),
    RESOLUTION_MISSING(Kind.RULE, "who resolves an issue says how");

    private final Kind kind;
    private final String explanation;

    DeliveryProjectRefusal(Kind kind, String explanation) {
        this.kind = kind;
        this.explanation = explanation;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
