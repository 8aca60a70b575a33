package io.milepost.platform.testkit.parcel;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for "no" to a parcel. */
public enum ParcelRefusal implements Refusal {
    LABEL_TAKEN(state("Another parcel holds this label.")),
    NOT_UNDER_WAY(state("The parcel is not under way.")),
    WEIGHT_NOT_POSITIVE(rule("A weight is more than nothing."));

    private final Reason reason;

    ParcelRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
