package io.milepost.opportunities.kernel;

import static io.milepost.platform.decision.Refusal.state;

import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;

/** Whether anything may be proposed to the customer: where the sales process asks for it, once needs and problems were asked for. */
public enum Proposable implements Refusal {
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

    /** The decision has to read the deal as {@link AskedOfDeal}. */
    public static boolean lacksSurvey(Occasion occasion) {
        return AskedOfDeal.isAsked(occasion, Asked.CUSTOMER_SURVEY)
                && occasion.read(AskedOfDeal.class)
                        .filter(AskedOfDeal::surveyed)
                        .isEmpty();
    }
}
