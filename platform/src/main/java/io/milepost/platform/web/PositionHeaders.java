package io.milepost.platform.web;

/** Positions of this service's log in headers: {@code Milepost-Position: lead=42}. */
public record PositionHeaders(String service) {
    public static final String HEADER = "Milepost-Position";
    public static final String LAG = "Milepost-Projection-Lag-Ms";

    /** The epoch of the log that positions belong to. */
    public static final String EPOCH = "Milepost-Epoch";

    public String named(long position) {
        return service + "=" + position;
    }
}
