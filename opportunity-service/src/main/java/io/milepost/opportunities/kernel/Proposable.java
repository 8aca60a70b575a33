package io.milepost.opportunities.kernel;

import static io.milepost.platform.decision.Refusal.state;

import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;

/**
 * Whether anything may be proposed to the customer: not while the deal is on hold (decision 12), and, where the sales process asks for
 * it, once needs and problems were asked for. A decision that asks has to read the deal as {@link AskedOfDeal}.
 */
public enum Proposable implements Refusal {
    OPPORTUNITY_ON_HOLD(state("the opportunity is on hold, so nothing is proposed to the customer")),
    CUSTOMER_NOT_SURVEYED(
            state("a survey of the customer's needs must be carried out for the deal before anything is proposed"));

    private final Reason reason;

    Proposable(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }

    /** A hold binds us and not the customer. */
    public static boolean waits(Occasion occasion) {
        return occasion.read(AskedOfDeal.class).filter(AskedOfDeal::held).isPresent();
    }

    public static boolean lacksSurvey(Occasion occasion) {
        return AskedOfDeal.isAsked(occasion, Asked.CUSTOMER_SURVEY)
                && occasion.read(AskedOfDeal.class)
                        .filter(AskedOfDeal::surveyed)
                        .isEmpty();
    }
}
