package io.milepost.platform.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What goes wrong between processes and what they talk to: a few faults a story, none once it is healed. */
final class Weather {

    /** What becomes of one call. */
    enum Fault {
        NONE,
        /** It never arrives. */
        LOST_REQUEST,
        /** It is done, and its answer gets lost. */
        LOST_REPLY,
        /** The caller has given up when it is done, if it is done in this life. */
        LATE,
        /** The first half of several writes is done, and no answer comes. */
        HALF,
        /** It is done, but not yet as durable as was asked for. */
        NOT_DURABLE,
        /** Nothing can be reached for a while. */
        OUTAGE,
        /** The caller stands still for long, and does not know it. */
        SLEEP,
        /** The caller's process ends before the call. */
        DEATH_BEFORE,
        /** The caller's process ends after it, or amid it. */
        DEATH_AFTER
    }

    private static final Fault[] FAULTS = Fault.values();
    /** A schedule's own: some have much weather, some have none. */
    private static final int MOST = 5;

    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final SplittableRandom random;
    private final int odds;
    private int left;
    private long outageUntil = Long.MIN_VALUE;

    Weather(SplittableRandom random) {
        this.random = random;
        left = random.nextInt(MOST + 1);
        odds = random.nextInt(3, 16);
    }

    Fault next(long now) {
        if (now < outageUntil) {
            return Fault.LOST_REQUEST;
        }
        if (left == 0 || random.nextInt(odds) > 0) {
            return Fault.NONE;
        }
        left--;
        var fault = FAULTS[random.nextInt(1, FAULTS.length)];
        if (fault == Fault.OUTAGE) {
            outageUntil = now + random.nextLong(1_000_000L, 15_000_000_000L);
        }
        struck.merge(fault, 1, Integer::sum);
        return fault;
    }

    boolean replays() {
        return left > 0 && random.nextInt(4) == 0;
    }

    /** Nothing goes wrong any more. */
    void heal() {
        left = 0;
        outageUntil = Long.MIN_VALUE;
    }

    Map<Fault, Integer> struck() {
        return struck;
    }
}
