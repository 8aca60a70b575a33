package io.milepost.platform.sealing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Erases persons in one service: first nothing more is sealed for them, then their keys are destroyed, and when it returns no instance
 * has one in its memory. Whatever it is cut off by, it can be asked again.
 */
public final class Erasing {
    private final PersonKeys keys;
    private final ErasedPersons erased;
    private final ErasureRegister register;

    public Erasing(PersonKeys keys, ErasureRegister register) {
        this.keys = keys;
        this.erased = keys.erased();
        this.register = register;
    }

    /**
     * Applies the register to the store, which may be one of yesterday, and takes into it what others have noted in the store. To be done
     * before anybody is served.
     */
    public void begin() {
        for (var entry : register.all()) {
            var stored = erased.find(entry.person());
            if (stored == null || stored.isBefore(entry)) {
                erased.put(entry);
            }
            keys.destroy(entry.person(), entry.generation());
        }
        erased.list().forEach(register::note);
    }

    /**
     * Blocks for seconds. A request that is older than what stands changes nothing.
     *
     * @throws KeyStoreUnavailableException where it cannot be said that they are erased
     */
    public void erase(Collection<UUID> persons, Instant request) {
        var at = request.truncatedTo(ChronoUnit.MILLIS);
        var fenced = persons.stream()
                .map(person -> fence(person, at))
                .filter(fence -> !fence.open() && !fence.at().isAfter(at))
                .toList();
        if (fenced.isEmpty()) {
            return;
        }
        awaitEveryInstance();
        fenced.forEach(fence -> keys.destroy(fence.person(), fence.generation()));
        // Who read a key between the two has it in memory once more.
        erased.changed();
        awaitEveryInstance();
        fenced.forEach(register::note);
    }

    /** New data may be kept again, under another key; what was erased stays so. Nothing where nobody was erased, or later. */
    public void open(UUID person, Instant request) {
        var at = request.truncatedTo(ChronoUnit.MILLIS);
        var before = erased.find(person);
        if (before != null && !before.at().isAfter(at) && !before.open()) {
            var opened = before.opened(at);
            erased.put(opened);
            register.note(opened);
        }
    }

    private Erased fence(UUID person, Instant at) {
        var before = erased.find(person);
        if (before != null && (before.at().isAfter(at) || before.at().equals(at))) {
            return before;
        }
        var fence = Erased.by(at, person, before);
        erased.put(fence);
        return fence;
    }

    private void awaitEveryInstance() {
        long until = System.nanoTime() + keys.trust().plusMillis(100).toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new KeyStoreUnavailableException(new IllegalStateException("interrupted while erasing"));
            }
        }
    }
}
