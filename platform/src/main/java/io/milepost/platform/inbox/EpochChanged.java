package io.milepost.platform.inbox;

/** The producer's log was restored or replaced: its positions say nothing any more, and a person decides how to go on. */
final class EpochChanged extends RuntimeException {
    EpochChanged(HighWater known, Inbound event) {
        super("%s has begun epoch %s after %s; rebuild, or go on with milepost.inbox.accept-epoch.%s=%s"
                .formatted(event.source(), event.epoch(), known.epoch(), event.source(), event.epoch()));
    }
}
