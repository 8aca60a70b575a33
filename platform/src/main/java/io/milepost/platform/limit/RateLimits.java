package io.milepost.platform.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often each caller may ask, policy by policy: a bucket for each, which fills evenly and holds what may come at once. What is kept of a
 * caller is one number, and of those whose buckets are full nothing.
 */
final class RateLimits {
    /** So many callers are told apart; nobody has as many. */
    private static final int MOST_CALLERS = 10_000;

    private final LongSupplier nanoTime;

    /** When the bucket of a caller will be full again. */
    private final Map<Bucket, Long> fullAt = new ConcurrentHashMap<>();

    RateLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Bucket(String policy, String caller) {}

    /**
     * What a caller is told.
     *
     * @param remaining requests that may come at once
     * @param again until the bucket is full, or, where the request was one too many, until another one is taken
     */
    record Answer(RatePolicy policy, boolean taken, long remaining, Duration again) {}

    Answer ask(RatePolicy policy, String caller) {
        long now = nanoTime.getAsLong();
        long each = policy.window().toNanos() / policy.most();
        long whole = each * policy.most();
        var taken = new boolean[1];
        var full = new long[1];
        fullAt.compute(new Bucket(policy.name(), caller), (_, known) -> {
            long before = known == null || known - now < 0 ? now : known;
            taken[0] = before - now + each <= whole;
            full[0] = taken[0] ? before + each : before;
            return full[0];
        });
        forgetFull(now);
        long used = full[0] - now;
        return new Answer(
                policy,
                taken[0],
                Math.max(0, (whole - used) / each),
                Duration.ofNanos(taken[0] ? used : used + each - whole));
    }

    /** Callers that something is kept of. */
    int size() {
        return fullAt.size();
    }

    private void forgetFull(long now) {
        if (fullAt.size() > MOST_CALLERS) {
            fullAt.values().removeIf(full -> full - now <= 0);
            if (fullAt.size() > MOST_CALLERS) {
                fullAt.clear();
            }
        }
    }
}
