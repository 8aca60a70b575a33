package io.milepost.platform.web;

/** Positions of this service's log in headers: {@code Milepost-Position: lead=42}. */
record Positions(String service) {
    static final String HEADER = "Milepost-Position";
    static final String LAG = "Milepost-Projection-Lag-Ms";

    String named(long position) {
        return service + "=" + position;
    }
}
