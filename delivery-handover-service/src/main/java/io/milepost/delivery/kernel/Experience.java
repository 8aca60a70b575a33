package io.milepost.delivery.kernel;

/** What a lesson comes from. */
public enum Experience {
    SUCCESS,
    FAILURE
}
