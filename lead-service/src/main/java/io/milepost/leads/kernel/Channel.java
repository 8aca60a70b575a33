package io.milepost.leads.kernel;

/** Where a lead came from. The last two are findings of our own people. */
public enum Channel {
    WEB,
    EXHIBITION,
    BUSINESS_TALK,
    TELEMARKETING,
    EMAIL,
    SOCIAL_MEDIA,
    REFERRAL,
    WALK_IN,
    PHONE,
    /** The solution responsible saw a chance beyond the deal at hand. */
    SOLUTION_OWNER,
    /** Somebody who looks after a customer found a new need. */
    AFTER_SALES;

    /** Whether such a lead has to say which finding it comes from. */
    public boolean isFinding() {
        return this == SOLUTION_OWNER || this == AFTER_SALES;
    }
}
