package io.milepost.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that only waiting moves. */
public final class JumpingClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Duration> rests = new ArrayList<>();

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void rest(Duration time) {
        now = now.plus(time);
        rests.add(time);
    }

    public synchronized List<Duration> rests() {
        return List.copyOf(rests);
    }
}
