package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** What both closures refuse because it does not say enough. */
public enum ClosingRefusal implements Refusal {
    REFERENCE_MISSING(rule("a report must say where it is kept")),
    LESSON_MISSING(rule("a lesson needs at least one visible character")),
    MEMBER_MISSING(rule("whoever is released must be named by a member code")),
    MEMBER_TWICE(rule("a member can be released only once")),
    PAPERS_DESTROYED(state("the papers that were filed are not there any more")),
    PAPERS_MISSING(state("papers of the project are in no archive record")),
    BOOKS_OUT(state("register books that were issued for the deal are not back")),
    MEMBERS_NOT_RELEASED(state("the team has members who are not released")),
    PLAN_MISSING(state("a result is held against the revenue and the cost that were planned")),
    PLAN_INCONSISTENT(rule("the planned profit must be the planned revenue less the planned cost")),
    FINDINGS_MISSING(rule("an evaluation must say what was found"));

    private final Reason reason;

    ClosingRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
