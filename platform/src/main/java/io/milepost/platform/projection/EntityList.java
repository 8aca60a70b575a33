package io.milepost.platform.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.axon.Cut;
import io.milepost.platform.axon.Entities;
import io.milepost.platform.axon.Entity;
import io.milepost.platform.axon.EntityView;
import io.milepost.platform.axon.EventCodec;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One list in one generation: folds an entity on from where it left it and keeps its view. For one thread. */
final class EntityList<S, C, E> {
    private static final int REMEMBERED = 5_000;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Catalogue<S, C, E> catalogue;
    private final MongoCollection<Document> collection;
    private final EventCodec codec;
    private final Entities entities;
    private final Columns columns;
    private final Set<String> creating;
    private final Map<UUID, Entity<S>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Entity<S>> eldest) {
            return size() > REMEMBERED;
        }
    };

    EntityList(
            Catalogue<S, C, E> catalogue, MongoCollection<Document> collection, EventCodec codec, Entities entities) {
        this.catalogue = catalogue;
        this.collection = collection;
        this.codec = codec;
        this.entities = entities;
        this.columns = Columns.of(catalogue);
        this.creating = catalogue.commands().stream()
                .filter(CommandRow::creates)
                .map(CommandRow::name)
                .collect(Collectors.toSet());
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    /** Applies events of this aggregate, in their order. Applying them again changes nothing. */
    void apply(List<StoredEvent> events) {
        var byEntity = events.stream()
                .collect(Collectors.groupingBy(
                        event -> UUID.fromString(event.require(Metadata.SUBJECT)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var before = startingStates(byEntity);
        var writes = byEntity.entrySet().stream()
                .map(entry -> folded(before.get(entry.getKey()), entry.getValue()))
                .map(this::write)
                .filter(Objects::nonNull)
                .toList();
        if (!writes.isEmpty()) {
            write(writes);
        }
    }

    /** From memory, from nothing when the first event creates the entity, else from the log, where it may be further already. */
    private Map<UUID, Entity<S>> startingStates(Map<UUID, List<StoredEvent>> byEntity) {
        var states = new HashMap<UUID, Entity<S>>();
        var sourced = new HashMap<UUID, CompletableFuture<Entity<S>>>();
        byEntity.forEach((id, events) -> {
            var known = recent.get(id);
            if (known != null) {
                states.put(id, known);
            } else if (creating.contains(events.getFirst().require(Metadata.COMMAND))) {
                states.put(id, new Entity<>(id, catalogue.decider().initial(), 0, Instant.MIN));
            } else {
                sourced.put(id, entities.load(catalogue, id, new Cut.Present()));
            }
        });
        sourced.forEach((id, state) -> states.put(id, state.join()));
        return states;
    }

    private Entity<S> folded(@Nullable Entity<S> before, List<StoredEvent> events) {
        var entity = Objects.requireNonNull(before);
        for (var event : events) {
            if (event.position() > entity.position()) {
                var state = catalogue.decider().evolve().evolve(entity.state(), codec.decode(catalogue, event));
                entity = new Entity<>(entity.id(), state, event.position(), event.effectiveAt());
            }
        }
        recent.put(entity.id(), entity);
        return entity;
    }

    private @Nullable ReplaceOneModel<Document> write(Entity<S> entity) {
        var shown = EntityView.of(catalogue, entity);
        if (shown == null) {
            return null;
        }
        var document = new Document("_id", entity.id().toString())
                .append("position", entity.position())
                .append("keys", columns.valuesIn(shown))
                .append("view", shown.toString());
        return new ReplaceOneModel<>(
                new Document("_id", entity.id().toString()).append("position", new Document("$lt", entity.position())),
                document,
                new ReplaceOptions().upsert(true));
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
