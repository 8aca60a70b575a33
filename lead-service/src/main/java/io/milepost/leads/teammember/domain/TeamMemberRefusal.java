package io.milepost.leads.teammember.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a team member's entry says no. */
public enum TeamMemberRefusal implements Refusal {
    MEMBER_UNKNOWN(Kind.STATE, "there is no such team member"),
    MEMBER_ALREADY_REGISTERED(Kind.STATE, "the team member is already registered"),
    CODE_TAKEN(Kind.STATE, "another team member has this code"),
    WORD_MISSING(Kind.RULE, "code, team and region need at least one visible character"),
    MOVE_NOT_LATER(Kind.RULE, "a move begins after the posting that it ends"),
    DAY_IMPLAUSIBLE(Kind.RULE, "a posting begins at most five years from now");

    private final Kind kind;
    private final String explanation;

    TeamMemberRefusal(Kind kind, String explanation) {
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
