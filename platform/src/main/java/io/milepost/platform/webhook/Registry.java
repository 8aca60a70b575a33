package io.milepost.platform.webhook;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The webhooks as they are, what each of them wants to hear of and what it may. */
final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    /** Between the name of events and that of a field which they have to say. */
    static final char FIELD = '#';

    /** The reasons of those that the suite has disabled by itself. */
    private static final Set<String> CAUSES =
            Arrays.stream(Webhook.Cause.values()).map(Enum::name).collect(Collectors.toSet());

    private final Map<String, Catalogue<?, ?, ?>> catalogues;
    private final Catalogue<Webhook, ?, ?> webhooks;
    private final Entities entities;
    private final Function<Webhook, Sight> sights;
    private final Bookmarks bookmarks;
    private final Map<UUID, Registered> known = new ConcurrentHashMap<>();

    Registry(Catalogues catalogues, Entities entities, Function<Webhook, Sight> sights, Bookmarks bookmarks) {
        this.catalogues =
                catalogues.all().stream().collect(Collectors.toMap(Catalogue::aggregate, Function.identity()));
        this.webhooks = WebhookConfiguration.catalogueIn(catalogues);
        this.entities = entities;
        this.sights = sights;
        this.bookmarks = bookmarks;
    }

    /**
     * One that is not removed.
     *
     * @param since position of its registration
     */
    record Registered(UUID id, long since, Webhook webhook) {}

    /** What a webhook may know of an event. */
    enum Seen {
        YES,
        NO,
        /** The entity cannot be read, so nobody can say whose it is. */
        UNTOLD
    }

    static boolean isOfWebhook(StoredEvent event) {
        return WebhookCatalogue.AGGREGATE.equals(event.metadata().get(Metadata.AGGREGATE));
    }

    void load() {
        known.clear();
        bookmarks.since().forEach(this::look);
    }

    /** Something happened to a webhook. */
    void heard(UUID id, StoredEvent event) {
        var before = known.get(id);
        long since = before == null ? event.position() : before.since();
        if (before == null) {
            bookmarks.since(id, since);
        }
        look(id, since);
    }

    private void look(UUID id, long since) {
        try {
            var entity = entities.load(webhooks, id, new AsOf.Now()).join();
            if (entity.exists() && entity.known().status() != Webhook.Status.REMOVED) {
                known.put(id, new Registered(id, since, entity.known()));
            } else {
                known.remove(id);
            }
        } catch (RuntimeException fault) {
            if (!isUnreadable(fault)) {
                throw fault;
            }
            known.remove(id);
            LOG.error("Webhook {} cannot be read and is sent nothing", id, fault);
        }
    }

    List<Registered> active() {
        return known.values().stream()
                .filter(registered -> registered.webhook().status() == Webhook.Status.ACTIVE)
                .toList();
    }

    /** How many are disabled, because they took nothing or else by an operator. */
    long disabled(boolean becauseOfFailure) {
        return known.values().stream()
                .map(Registered::webhook)
                .filter(webhook -> webhook.status() == Webhook.Status.DISABLED)
                .filter(webhook -> CAUSES.contains(String.valueOf(webhook.reason())) == becauseOfFailure)
                .count();
    }

    /** Empty for one that is sent nothing. */
    Optional<Webhook> active(UUID id) {
        var registered = known.get(id);
        return registered == null || registered.webhook().status() != Webhook.Status.ACTIVE
                ? Optional.empty()
                : Optional.of(registered.webhook());
    }

    /** Whether some webhook hears of what some members know of, which the directory has to say. */
    boolean needsDirectory() {
        return active().stream().anyMatch(registered -> registered.webhook().access() != Webhook.Access.ALL);
    }

    /** What is not for every role is sent to whoever asked for it by name. */
    boolean wants(Webhook webhook, StoredEvent event) {
        var aggregate = event.metadata().getOrDefault(Metadata.AGGREGATE, "");
        if (webhook.events().isEmpty()) {
            return !isConfined(aggregate);
        }
        return webhook.events().stream().anyMatch(asked -> {
            int field = asked.indexOf(FIELD);
            var name = field < 0 ? asked : asked.substring(0, field);
            return (name.equals(aggregate) || name.equals(event.name()) || name.equals(event.wireType()))
                    && (field < 0 || says(event, asked.substring(field + 1)));
        });
    }

    /** What cannot be read may say it. */
    private static boolean says(StoredEvent event, String field) {
        try {
            return Json.events().readTree(event.payload()).hasNonNull(field);
        } catch (JacksonException unreadable) {
            return true;
        }
    }

    /** By the owner and the keepers of today; an event that says not whom it is of is for those who hear of everything. */
    Seen sees(Webhook webhook, StoredEvent event) {
        boolean all = webhook.access() == Webhook.Access.ALL;
        var subject = Subject.of(event).orElse(null);
        var catalogue = subject == null ? null : catalogues.get(subject.aggregate());
        if (subject == null || catalogue == null) {
            return all ? Seen.YES : Seen.NO;
        }
        if (all && catalogue.keepers() == null) {
            return Seen.YES;
        }
        return !all && isConfined(subject.aggregate()) ? Seen.NO : sees(webhook, catalogue, subject.id());
    }

    private <S> Seen sees(Webhook webhook, Catalogue<S, ?, ?> catalogue, UUID id) {
        try {
            var now = entities.load(catalogue, id, new AsOf.Now()).join();
            return now.exists()
                            && sights.apply(webhook)
                                    .sees(catalogue.ownerOf(now.known()), catalogue.keepersOf(now.known()))
                    ? Seen.YES
                    : Seen.NO;
        } catch (RuntimeException fault) {
            if (isUnreadable(fault)) {
                return Seen.UNTOLD;
            }
            throw fault;
        }
    }

    private static boolean isUnreadable(Throwable fault) {
        return fault instanceof EventUnreadableException || fault.getCause() instanceof EventUnreadableException;
    }

    private boolean isConfined(String aggregate) {
        var catalogue = catalogues.get(aggregate);
        return catalogue != null && !catalogue.readers().equals(Role.ALL);
    }
}
