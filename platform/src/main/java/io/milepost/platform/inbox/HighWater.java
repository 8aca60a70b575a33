package io.milepost.platform.inbox;

/**
 * How far the events of one partition have had their effect.
 *
 * @param epoch of the producer's log, empty while nothing was read
 * @param next offset of the first record that has had none
 */
public record HighWater(long position, String epoch, long next) {
    public static final HighWater NONE = new HighWater(0, "", 0);

    /** Whether an event of this epoch can be held against this position at all. */
    boolean comparesWith(Inbound event) {
        return epoch.isEmpty() || epoch.equals(event.epoch());
    }

    boolean covers(Inbound event) {
        return event.position() <= position;
    }

    static HighWater at(Arrival arrival) {
        var event = arrival.event();
        return new HighWater(event.position(), event.epoch(), arrival.record().offset() + 1);
    }
}
