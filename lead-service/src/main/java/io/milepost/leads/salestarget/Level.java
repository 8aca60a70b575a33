package io.milepost.leads.salestarget;

/** Whose target it is, from the whole to its smallest parts. */
public enum Level {
    COMPANY,
    DEPARTMENT,
    MANAGER,
    SELLER;

    boolean isBelow(Level other) {
        return compareTo(other) > 0;
    }
}
