package io.milepost.opportunities.salesproject.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every other reason for which a sales project says no. */
public enum SalesProjectRefusal implements Refusal {
    SALES_PROJECT_UNKNOWN(state("there is no such sales project")),
    SALES_PROJECT_ALREADY_PROPOSED(state("the sales project is already proposed")),
    SALES_PROJECT_ENDED(state("the sales project is rejected, terminated, closing or closed")),
    ATI_NOT_APPROVED(state("no team and no kickoff before a positive ATI decision")),
    TEAM_NOT_APPOINTED(state("a kickoff needs an appointed team")),
    KICKOFF_ALREADY_COMPLETED(state("the kickoff is completed, on another day or with other minutes")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    MEMBER_INCOMPLETE(rule("everybody in the team has a member code and duties")),
    MEMBER_REPEATED(rule("everybody is named once for a role, whatever the spelling of the code")),
    TEAM_INCOMPLETE(rule("a draft names somebody, an appointment fills every role")),
    QA_IS_DIRECTOR(rule("quality assurance is not the director of the same project")),
    KICKOFF_BEFORE_ATI(rule("a kickoff is not of a day before the ATI decision")),
    ATTENDANCE_MISSING(rule("a kickoff names who attended")),
    ATTENDEE_REPEATED(rule("everybody who attended is named once, whatever the spelling of the code")),
    REASON_MISSING(rule("a reason needs at least one visible character")),
    DAY_IN_FUTURE(rule("what happened did not happen on a day to come"));

    private final Reason reason;

    SalesProjectRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
