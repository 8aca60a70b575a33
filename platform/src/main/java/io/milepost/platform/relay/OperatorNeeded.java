package io.milepost.platform.relay;

/** Going on by itself could lose or repeat events: a person has to look and decide. */
final class OperatorNeeded extends RuntimeException {
    OperatorNeeded(String reason) {
        super(reason);
    }
}
