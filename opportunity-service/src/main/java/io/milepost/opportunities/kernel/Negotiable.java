package io.milepost.opportunities.kernel;

import static io.milepost.platform.decision.Refusal.state;

import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.UUID;

/** Whether a deal may be negotiated: where its sales process asks for it, once a solution is evaluated and costed. */
public enum Negotiable implements Refusal {
    SOLUTION_NOT_EVALUATED(state(
            "a solution of the deal must be evaluated, feasible and with its cost, before anything is negotiated"));

    /** Key of the tag by which a deal has such a solution. */
    public static final String SOLUTION_OF = "evaluatedSolutionOf";

    private final Reason reason;

    Negotiable(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }

    public static boolean lacksSolution(Occasion occasion, UUID deal) {
        return AskedOfDeal.isAsked(occasion, Asked.EVALUATED_SOLUTION)
                && occasion.holderOf(SOLUTION_OF, deal.toString()).isEmpty();
    }
}
