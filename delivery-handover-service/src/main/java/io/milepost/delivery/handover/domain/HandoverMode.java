package io.milepost.delivery.handover.domain;

/** How a package is handed over. */
public enum HandoverMode {
    MEETING,
    PHONE,
    DOCUMENT,
    MAIL
}
