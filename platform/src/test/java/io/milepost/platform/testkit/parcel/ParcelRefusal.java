package io.milepost.platform.testkit.parcel;

import io.milepost.platform.decision.Refusal;

/** Every reason for "no" to a parcel. */
public enum ParcelRefusal implements Refusal {
    ALREADY_POSTED(Kind.STATE, "The parcel is already posted."),
    LABEL_TAKEN(Kind.STATE, "Another parcel holds this label."),
    NOT_UNDER_WAY(Kind.STATE, "The parcel is not under way."),
    WEIGHT_NOT_POSITIVE(Kind.RULE, "A weight is more than nothing.");

    private final Kind kind;
    private final String explanation;

    ParcelRefusal(Kind kind, String explanation) {
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
