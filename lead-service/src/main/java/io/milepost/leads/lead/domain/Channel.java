package io.milepost.leads.lead.domain;

/** Where a lead came from. */
public enum Channel {
    WEB,
    EXHIBITION,
    BUSINESS_TALK,
    TELEMARKETING,
    EMAIL,
    SOCIAL_MEDIA,
    REFERRAL,
    WALK_IN,
    PHONE
}
