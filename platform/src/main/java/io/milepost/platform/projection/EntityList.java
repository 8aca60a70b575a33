package io.milepost.platform.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.Entity;
import io.milepost.platform.command.EntityView;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.command.Fold;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.value.Codes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** One list in one generation: folds an entity on from where it left it and keeps its view. For one thread, but for rereading. */
final class EntityList<S, C, E> {
    /** Canonical code of who owns the item, or name of the circle that knows of it; absent where nobody owns it, or all may see it. */
    static final String OWNER = "owner";

    /** Who alone know of the item; absent where it is closed to nobody. */
    static final String KEEPERS = "keepers";

    /** How many entities a list keeps in memory. */
    static final int REMEMBERED = 5_000;

    /** A document may have 16 MiB; the rest is for what is sent with it. */
    private static final int MOST_BYTES = 16_000_000;

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Catalogue<S, C, E> catalogue;
    private final MongoCollection<Document> collection;
    private final EventCodec codec;
    private final Entities entities;
    private final OwnAsides asides;
    private final Columns columns;
    private final Set<String> creating;
    private final Map<UUID, Entity<S>> recent;

    EntityList(
            Catalogue<S, C, E> catalogue,
            MongoCollection<Document> collection,
            EventCodec codec,
            Entities entities,
            OwnAsides asides,
            int remembered) {
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Entity<S>> eldest) {
                return size() > remembered;
            }
        };
        this.catalogue = catalogue;
        this.collection = collection;
        this.codec = codec;
        this.entities = entities;
        this.asides = asides;
        this.columns = Columns.of(catalogue);
        this.creating = catalogue.commands().stream()
                .filter(CommandRow::creates)
                .map(CommandRow::name)
                .collect(Collectors.toSet());
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    /** Applies events of this aggregate by entity, in their order. Applying them again changes nothing. */
    void apply(Map<UUID, List<StoredEvent>> byEntity) {
        var remembered = remembered(byEntity.keySet());
        var sourced = sourced(byEntity);
        var writes = new ArrayList<ReplaceOneModel<Document>>();
        byEntity.forEach((id, events) -> {
            try {
                var entity = folded(before(id, remembered.get(id), sourced.get(id)), events);
                var write = write(entity);
                recent.put(id, entity);
                if (write != null) {
                    writes.add(write);
                }
            } catch (EventUnreadableException fault) {
                setAside(fault, events.getLast().position());
            }
        });
        if (!writes.isEmpty()) {
            write(writes);
        }
    }

    /**
     * Brings the item to what the log says now, from any thread; false when the log knows no such entity. What another instance, which
     * was behind, has brought back of one that still cannot be read goes again.
     */
    boolean reread(UUID id) {
        try {
            var entity = joined(entities.load(catalogue, id, new AsOf.Now()));
            var write = write(entity);
            if (write != null) {
                write(List.of(write));
            }
            return entity.exists();
        } catch (EventUnreadableException fault) {
            withdraw(id, fault.position());
            throw fault;
        }
    }

    /**
     * Nothing stale is shown: the item goes, but not one that another instance, which could read the event, has brought as far or
     * further. Each later event of the entity is one more attempt, from its first event on.
     */
    private void setAside(EventUnreadableException fault, long reached) {
        recent.remove(fault.subject());
        asides.add(fault);
        withdraw(fault.subject(), reached);
    }

    private void withdraw(UUID id, long reached) {
        Mono.from(collection.deleteOne(
                        new Document("_id", id.toString()).append("position", new Document("$lt", reached))))
                .block(ANSWER);
    }

    /** From the log, where it may be further already: what is neither remembered nor created by its first event here. */
    private Map<UUID, CompletableFuture<Entity<S>>> sourced(Map<UUID, List<StoredEvent>> byEntity) {
        var sourced = new HashMap<UUID, CompletableFuture<Entity<S>>>();
        byEntity.forEach((id, events) -> {
            var command = events.getFirst().metadata().getOrDefault(Metadata.COMMAND, "");
            if (!recent.containsKey(id) && !creating.contains(command)) {
                sourced.put(id, entities.load(catalogue, id, new AsOf.Now()));
            }
        });
        return sourced;
    }

    /** Taken before the first is applied: what is put in its place may push another one of these events out of memory. */
    private Map<UUID, Entity<S>> remembered(Set<UUID> ids) {
        var remembered = new HashMap<UUID, Entity<S>>();
        for (var id : ids) {
            var known = recent.get(id);
            if (known != null) {
                remembered.put(id, known);
            }
        }
        return remembered;
    }

    private Entity<S> before(UUID id, @Nullable Entity<S> known, @Nullable CompletableFuture<Entity<S>> sourced) {
        if (known != null) {
            return known;
        }
        return sourced == null ? Entity.none(id) : joined(sourced);
    }

    private Entity<S> folded(Entity<S> before, List<StoredEvent> events) {
        var later = events.stream()
                .filter(event -> event.position() > before.position())
                .toList();
        return Fold.onto(before, catalogue, codec, later);
    }

    private @Nullable ReplaceOneModel<Document> write(Entity<S> entity) {
        var shown = EntityView.of(catalogue, entity);
        return shown == null
                ? null
                : new ReplaceOneModel<>(
                        new Document("_id", entity.id().toString())
                                .append("position", new Document("$lt", entity.position())),
                        document(entity, shown),
                        new ReplaceOptions().upsert(true));
    }

    private Document document(Entity<S> entity, ObjectNode shown) {
        try {
            var document = new Document("_id", entity.id().toString())
                    .append("position", entity.position())
                    .append("keys", columns.valuesIn(shown))
                    .append("view", shown.toString());
            var owner = catalogue.ownerOf(entity.known());
            if (owner != null) {
                document.append(OWNER, Codes.canonical(owner));
            }
            var keepers = catalogue.keepersOf(entity.known());
            if (keepers != null) {
                document.append(KEEPERS, keepers.stream().sorted().toList());
            }
            requireStorable(document);
            return document;
        } catch (InvalidQuery | ViewTooLargeException fault) {
            throw new EventUnreadableException(entity.id(), catalogue.aggregate(), entity.position(), fault);
        }
    }

    /** Measured only where it may matter: a character takes up to three bytes, and a text of the view may stand in its keys too. */
    private static void requireStorable(Document document) {
        if (document.getString("view").length() > MOST_BYTES / 6
                && new RawBsonDocument(document, new DocumentCodec())
                                .getByteBuffer()
                                .remaining()
                        > MOST_BYTES) {
            throw new ViewTooLargeException();
        }
    }

    /** The item would be larger than a document may be. */
    private static final class ViewTooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error broken -> throw broken;
                case null, default -> throw failed;
            }
        }
    }

    private void write(List<ReplaceOneModel<Document>> writes) {
        try {
            Mono.from(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                    .block(ANSWER);
        } catch (MongoBulkWriteException e) {
            // The filter missed a document that is as far or further, so the upsert met its id: nothing to change
            // there.
            var onlyThose = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyThose) {
                throw e;
            }
        }
    }
}
