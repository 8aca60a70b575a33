package io.milepost.platform.projection;

/** A page token that this list did not give, or that was given for another filter or order. */
public final class InvalidPageToken extends IllegalArgumentException {
    InvalidPageToken(String detail) {
        super(detail);
    }
}
