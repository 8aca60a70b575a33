package io.milepost.platform.webhook;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.eventlog.TailFollower;
import io.milepost.platform.json.Json;
import io.milepost.platform.webhook.Delivery.Replay;
import io.milepost.platform.webhook.Registry.Registered;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/** Reads the log for all webhooks, puts what each of them wants into the outbox, and has the courier look. For one thread. */
final class Posting implements TailFollower.Reader {
    private static final int REPLAYED_COMMITS = 64;
    private static final Duration SAVING = Duration.ofSeconds(1);
    private static final Duration PURGING = Duration.ofHours(1);

    private final EventLog log;
    private final Registry registry;
    private final Bookmarks bookmarks;
    private final Outbox outbox;
    private final Courier courier;
    private final Clock clock;
    private final Duration keep;
    private final Queue<Replay> replays = new ArrayDeque<>();

    private volatile long position;
    private long saved;
    private long saveAt;
    private long purgeAt;

    Posting(
            EventLog log,
            Registry registry,
            Bookmarks bookmarks,
            Outbox outbox,
            Courier courier,
            Clock clock,
            Duration keep) {
        this.log = log;
        this.registry = registry;
        this.bookmarks = bookmarks;
        this.outbox = outbox;
        this.courier = courier;
        this.clock = clock;
        this.keep = keep;
    }

    /** Goes on where the last instance that had the lease has come to. */
    void load() {
        outbox.prepare();
        registry.load();
        replays.clear();
        replays.addAll(bookmarks.replays());
        position = bookmarks.position();
        saved = position;
        saveAt = System.nanoTime() + SAVING.toNanos();
        purgeAt = System.nanoTime();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean take(List<StoredCommit> commits) {
        for (var commit : commits) {
            commit.events().forEach(this::take);
            position = commit.last();
        }
        save();
        replay();
        courier.step();
        purge();
        return !replays.isEmpty();
    }

    private void take(StoredEvent event) {
        if (Registry.isOfWebhook(event)) {
            Subject.of(event).ifPresent(webhook -> heard(webhook.id(), event));
        }
        for (var registered : registry.active()) {
            if (event.position() > registered.since()) {
                put(registered, event, false);
            }
        }
    }

    private void put(Registered registered, StoredEvent event, boolean again) {
        if (registry.wants(registered.webhook(), event)
                && registry.sees(registered.webhook(), event) != Registry.Seen.NO) {
            outbox.put(registered.id(), event, keyOf(event), again, clock.instant());
            courier.wake(registered.id());
        }
    }

    /** What is the key on Kafka, too. */
    private static String keyOf(StoredEvent event) {
        var subject = event.metadata().getOrDefault(Metadata.SUBJECT, event.id().toString());
        return event.metadata().getOrDefault(Metadata.ROOT, subject);
    }

    private void heard(UUID webhook, StoredEvent event) {
        registry.heard(webhook, event);
        switch (event.name()) {
            case "webhook.enabled", "webhook.revised" -> {
                outbox.wake(webhook, clock.instant());
                courier.wake(webhook);
            }
            case "webhook.removed" -> {
                outbox.cancel(webhook, clock.instant());
                bookmarks.forget(webhook);
                replays.removeIf(replay -> replay.webhook().equals(webhook));
            }
            case "webhook.replay-requested" -> begin(webhook, event);
            default -> {}
        }
    }

    /** What comes after the request comes by itself. */
    private void begin(UUID webhook, StoredEvent event) {
        var range = Json.events().readValue(event.payload(), Webhook.WebhookReplayRequested.class);
        long last = event.position() - 1;
        var to = range.to() == null ? last : Math.min(range.to(), last);
        var replay = new Replay(event.id(), webhook, range.from(), to);
        bookmarks.replay(replay);
        replays.removeIf(known -> known.id().equals(replay.id()));
        replays.add(replay);
    }

    /** A piece of the first range, so that what happens now does not wait for what happened once. */
    private void replay() {
        var replay = replays.poll();
        if (replay == null) {
            return;
        }
        var commits = replay.next() > replay.to()
                ? List.<StoredCommit>of()
                : log.read(replay.next() - 1, REPLAYED_COMMITS).join();
        var registered = registry.active().stream()
                .filter(known -> known.id().equals(replay.webhook()))
                .findFirst();
        long next = commits.isEmpty() ? replay.to() + 1 : commits.getLast().last() + 1;
        registered.ifPresent(known -> commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() >= replay.next() && event.position() <= replay.to())
                .forEach(event -> put(known, event, true)));
        if (next > replay.to() || registered.isEmpty()) {
            bookmarks.done(replay);
        } else {
            var rest = new Replay(replay.id(), replay.webhook(), next, replay.to());
            bookmarks.replay(rest);
            replays.add(rest);
        }
    }

    /** Not for each batch: to read some of it again changes nothing. */
    private void save() {
        if (position != saved && System.nanoTime() - saveAt >= 0) {
            bookmarks.position(position);
            saved = position;
            saveAt = System.nanoTime() + SAVING.toNanos();
        }
    }

    private void purge() {
        if (System.nanoTime() - purgeAt >= 0) {
            outbox.purge(clock.instant().minus(keep));
            purgeAt = System.nanoTime() + PURGING.toNanos();
        }
    }
}
