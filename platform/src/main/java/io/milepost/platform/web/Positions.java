package io.milepost.platform.web;

/** Positions of this service's log in headers: {@code Milepost-Position: lead=42}. */
public record Positions(String service) {
    public static final String HEADER = "Milepost-Position";
    public static final String LAG = "Milepost-Projection-Lag-Ms";

    String named(long position) {
        return service + "=" + position;
    }
}
