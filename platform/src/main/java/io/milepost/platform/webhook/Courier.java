package io.milepost.platform.webhook;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.feed.StructuredEvents;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.webhook.Delivery.Attempt;
import io.milepost.platform.webhook.Delivery.Lane;
import io.milepost.platform.webhook.Delivery.Status;
import io.milepost.platform.webhook.HttpReceiver.Answer;
import io.milepost.platform.webhook.Webhook.Cause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what stands in the outbox, one event of a lane at a time and some lanes of a webhook beside each other. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final EventLog log;
    private final Registry registry;
    private final Outbox outbox;
    private final HttpReceiver receiver;
    private final Secrets secrets;
    private final StructuredEvents written;
    private final BiConsumer<UUID, Cause> suspend;
    private final WebhookMeters meters;
    private final Clock clock;
    private final int atOnce;

    /** When something is to be sent, as far as is known. */
    private final Map<UUID, Instant> wakeAt = new ConcurrentHashMap<>();

    private final Map<String, Thread> underWay = new ConcurrentHashMap<>();
    private volatile boolean sending;

    Courier(
            EventLog log,
            Registry registry,
            Outbox outbox,
            HttpReceiver receiver,
            Secrets secrets,
            StructuredEvents written,
            BiConsumer<UUID, Cause> suspend,
            WebhookMeters meters,
            Clock clock,
            int atOnce) {
        this.log = log;
        this.registry = registry;
        this.outbox = outbox;
        this.receiver = receiver;
        this.secrets = secrets;
        this.written = written;
        this.suspend = suspend;
        this.meters = meters;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    void begin() {
        wakeAt.clear();
        sending = true;
    }

    /** Lets what is under way end. */
    void end() {
        sending = false;
        underWay.values().forEach(thread -> {
            try {
                if (!thread.join(STOPPING)) {
                    LOG.warn("An event is still on its way to a webhook and may be sent again");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whether nothing is under way and nothing has its turn. */
    boolean isIdle() {
        var now = clock.instant();
        return underWay.isEmpty()
                && registry.active().stream()
                        .allMatch(registered -> wakeAt.getOrDefault(registered.id(), Instant.MIN)
                                .isAfter(now));
    }

    void wake(UUID webhook) {
        wakeAt.put(webhook, Instant.MIN);
    }

    /** Begins to send what has its turn. */
    void step() {
        var now = clock.instant();
        for (var registered : registry.active()) {
            if (!wakeAt.getOrDefault(registered.id(), Instant.MIN).isAfter(now)) {
                look(registered.id(), now);
            }
        }
    }

    private void look(UUID webhook, Instant now) {
        // Before the look: whoever wakes it meanwhile is heard.
        wakeAt.put(webhook, Instant.MAX);
        var prefix = webhook + "/";
        long busy = underWay.keySet().stream()
                .filter(lane -> lane.startsWith(prefix))
                .count();
        var lanes = outbox.due(webhook, now, atOnce + (int) busy);
        lanes.stream()
                .filter(lane -> !underWay.containsKey(lane.id()))
                .limit(Math.max(0, atOnce - busy))
                .forEach(lane -> start(webhook, lane));
        if (lanes.isEmpty()) {
            outbox.earliest(webhook).ifPresent(next -> wakeAt.merge(webhook, next, Courier::earlier));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void start(UUID webhook, Lane lane) {
        var thread = Thread.ofVirtual().name("webhook").unstarted(() -> {
            try {
                VitalThreads.attempt("send to webhook " + webhook, () -> work(webhook, lane));
            } finally {
                underWay.remove(lane.id());
                wake(webhook);
            }
        });
        underWay.put(lane.id(), thread);
        thread.start();
    }

    /** Sends until the lane is empty or has to wait. */
    private void work(UUID webhook, Lane begun) {
        var lane = begun;
        while (sending) {
            var to = registry.active(webhook);
            var head = outbox.head(lane.id());
            if (to.isEmpty() || (head.isEmpty() && outbox.drop(lane))) {
                return;
            }
            if (head.isEmpty()) {
                var now = outbox.lane(lane.id());
                if (now.isEmpty()) {
                    return;
                }
                lane = now.get();
            } else if (isOver(to.get(), lane, head.get())) {
                if (lane.failed() > 0) {
                    outbox.clear(lane, clock.instant());
                }
                lane = lane.afresh();
            } else {
                return;
            }
        }
    }

    private boolean isOver(Webhook webhook, Lane lane, Delivery delivery) {
        var event = eventAt(delivery.position());
        if (event.isEmpty() || registry.sees(webhook, event.get()) != Registry.Seen.YES) {
            outbox.settle(delivery, Status.WITHHELD, null, clock.instant());
            meters.count(WebhookMeters.Outcome.WITHHELD);
            return true;
        }
        var at = clock.instant();
        var began = System.nanoTime();
        var answer = send(webhook, delivery, event.get(), at);
        var attempt = new Attempt(at, (System.nanoTime() - began) / 1_000_000, answer.status(), answer.error());
        if (answer.isTaken()) {
            outbox.settle(delivery, Status.DELIVERED, attempt, clock.instant());
            meters.count(WebhookMeters.Outcome.DELIVERED);
            return true;
        }
        return failed(lane, delivery, answer, attempt);
    }

    private boolean failed(Lane lane, Delivery delivery, Answer answer, Attempt attempt) {
        var pause = Retries.after(lane.failed() + 1, lane.id(), answer.retryAfter());
        if (pause == null) {
            var since = lane.since() == null ? attempt.at() : lane.since();
            LOG.warn(
                    "Webhook {} has not taken the event at {} and is not asked again",
                    delivery.webhook(),
                    delivery.position());
            outbox.settle(delivery, Status.GIVEN_UP, attempt, clock.instant());
            meters.count(WebhookMeters.Outcome.GIVEN_UP);
            if (!outbox.hasTaken(delivery.webhook(), since)) {
                suspend.accept(delivery.webhook(), Cause.UNREACHABLE);
            }
            return true;
        }
        outbox.postpone(lane, delivery, attempt, clock.instant().plus(pause));
        meters.count(WebhookMeters.Outcome.FAILED);
        if (answer.isGone()) {
            suspend.accept(delivery.webhook(), Cause.GONE);
        }
        return false;
    }

    private Answer send(Webhook webhook, Delivery delivery, StoredEvent event, Instant at) {
        var body = written.line(event);
        var message = delivery.event().toString();
        return receiver.post(
                URI.create(webhook.url()),
                Map.of(
                        "Content-Type",
                        "application/cloudevents+json; charset=UTF-8",
                        "User-Agent",
                        "Milepost-Webhooks",
                        "webhook-id",
                        message,
                        "webhook-timestamp",
                        String.valueOf(at.getEpochSecond()),
                        "webhook-signature",
                        secrets.signatures(delivery.webhook(), webhook, message, at, body)),
                body);
    }

    private Optional<StoredEvent> eventAt(long position) {
        return log.at(position).join().stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() == position)
                .findFirst();
    }
}
