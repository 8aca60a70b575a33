package io.milepost.leads.kernel;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Refusal;

/** What every command that names several members of the own staff refuses. */
public enum StaffRefusal implements Refusal {
    MEMBER_UNKNOWN(state("no team member has this code, or the one that had it has left")),
    MEMBER_REPEATED(rule("a member is named only once, in whatever spelling"));

    private final Reason reason;

    StaffRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
