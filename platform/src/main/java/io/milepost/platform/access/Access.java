package io.milepost.platform.access;

/** Whose entities a caller may know of, from the narrowest on: the token's claim {@code access}. */
public enum Access {
    /** Those that the member owns. */
    OWN,
    /** And those of the members of the same team today. */
    TEAM,
    /** And those of all who report to the member today, directly or not. */
    SUBTREE,
    /** All there are. */
    ALL
}
