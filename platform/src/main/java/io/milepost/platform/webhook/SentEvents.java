package io.milepost.platform.webhook;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.privacy.Erasure.Receiver;
import io.milepost.platform.privacy.Receivers;
import io.milepost.platform.webhook.Webhook.Status;
import io.milepost.platform.webhook.Webhook.WebhookReplayRequested;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which webhooks some events were sent to: what each of them asked for when the event came stands in the log for ever, and whether it left
 * stands in the outbox, for as long as that is kept.
 */
final class SentEvents implements Receivers {
    private final Registry registry;
    private final Catalogue<Webhook, ?, Webhook.Event> webhooks;
    private final Outbox outbox;
    private final LongSupplier posted;
    private final Clock clock;
    private final Duration keep;

    /** @param posted up to where the log was read for webhooks */
    SentEvents(
            Registry registry,
            Catalogue<Webhook, ?, Webhook.Event> webhooks,
            Outbox outbox,
            LongSupplier posted,
            Clock clock,
            Duration keep) {
        this.registry = registry;
        this.webhooks = webhooks;
        this.outbox = outbox;
        this.posted = posted;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public Receivers.Reading begin() {
        return new Reading();
    }

    /** A webhook as far as the log is read. */
    private static final class Heard {
        private final Set<String> urls = new LinkedHashSet<>();
        private final Map<Long, StoredEvent> asked = new TreeMap<>();
        private @Nullable Webhook webhook;
    }

    private final class Reading implements Receivers.Reading {
        private final Map<UUID, Heard> heard = new LinkedHashMap<>();
        private final List<StoredEvent> concerned = new ArrayList<>();

        @Override
        public void take(StoredEvent event, boolean isConcerned) {
            if (Registry.isOfWebhook(event)) {
                Subject.of(event)
                        .ifPresent(subject -> webhooks.events().stream()
                                .filter(row -> row.wireType().equals(event.wireType()))
                                .forEach(row -> hear(
                                        heard.computeIfAbsent(subject.id(), _ -> new Heard()),
                                        EventCodec.decode(row, event.payload()))));
            }
            if (isConcerned) {
                concerned.add(event);
                heard.values().forEach(one -> ask(one, event));
            }
        }

        private void hear(Heard one, Webhook.Event said) {
            var webhook = webhooks.decider().after(one.webhook, said);
            one.webhook = webhook;
            // The latest is the last one, also where it was there before.
            one.urls.remove(webhook.url());
            one.urls.add(webhook.url());
            if (said instanceof WebhookReplayRequested(var from, var to)) {
                concerned.stream()
                        .filter(before -> before.position() >= from && (to == null || before.position() <= to))
                        .forEach(before -> ask(one, before));
            }
        }

        private void ask(Heard one, StoredEvent event) {
            var webhook = one.webhook;
            if (webhook != null && webhook.status() == Status.ACTIVE && registry.wants(webhook, event)) {
                one.asked.put(event.position(), event);
            }
        }

        @Override
        public List<Receiver> found() {
            var found = new ArrayList<Receiver>();
            heard.forEach((id, one) -> {
                if (one.webhook != null && !one.asked.isEmpty()) {
                    var receiver = receiver(id, one.webhook.name(), one);
                    if (!receiver.sent().isEmpty() || !receiver.perhaps().isEmpty()) {
                        found.add(receiver);
                    }
                }
            });
            return found;
        }
    }

    private Receiver receiver(UUID id, String name, Heard one) {
        var known = outbox.of(id, one.asked.keySet()).stream()
                .collect(Collectors.toMap(Delivery::position, Function.identity()));
        var forgotten = clock.instant().minus(keep);
        long read = posted.getAsLong();
        var sent = new ArrayList<Long>();
        var perhaps = new ArrayList<Long>();
        one.asked.forEach((position, event) -> {
            var delivery = known.get(position);
            if (delivery != null && delivery.hasLeft()) {
                sent.add(position);
            } else if (delivery == null
                    ? event.recordedAt().isBefore(forgotten) || position > read
                    : delivery.status() == Delivery.Status.PENDING) {
                perhaps.add(position);
            }
        });
        return new Receiver(id, name, List.copyOf(one.urls), sent, perhaps);
    }
}
