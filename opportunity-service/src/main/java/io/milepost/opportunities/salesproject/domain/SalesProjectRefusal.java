package io.milepost.opportunities.salesproject.domain;

import io.milepost.platform.decision.Refusal;

/** Every other reason for which a sales project says no. */
public enum SalesProjectRefusal implements Refusal {
    SALES_PROJECT_UNKNOWN(Kind.STATE, "there is no such sales project"),
    SALES_PROJECT_ALREADY_PROPOSED(Kind.STATE, "the sales project is already proposed"),
    SALES_PROJECT_ENDED(Kind.STATE, "the sales project is rejected, terminated, closing or closed"),
    ATI_NOT_APPROVED(Kind.STATE, "no team and no kickoff before a positive ATI decision"),
    TEAM_NOT_APPOINTED(Kind.STATE, "a kickoff needs an appointed team"),
    KICKOFF_ALREADY_COMPLETED(Kind.STATE, "the kickoff is completed, on another day or with other minutes"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    MEMBER_INCOMPLETE(Kind.RULE, "everybody in the team has a member code and duties"),
    MEMBER_REPEATED(Kind.RULE, "everybody is named once for a role, whatever the spelling of the code"),
    TEAM_INCOMPLETE(Kind.RULE, "a draft names somebody, an appointment fills every role"),
    QA_IS_DIRECTOR(Kind.RULE, "quality assurance is not the director of the same project"),
    KICKOFF_BEFORE_ATI(Kind.RULE, "a kickoff is not of a day before the ATI decision"),
    ATTENDANCE_MISSING(Kind.RULE, "a kickoff names who attended"),
    ATTENDEE_REPEATED(Kind.RULE, "everybody who attended is named once, whatever the spelling of the code"),
    REASON_MISSING(Kind.RULE, "a reason needs at least one visible character"),
    DAY_IN_FUTURE(Kind.RULE, "what happened did not happen on a day to come");

    private final Kind kind;
    private final String explanation;

    SalesProjectRefusal(Kind kind, String explanation) {
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
