package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.relay.PublishedKey;
import java.time.Clock;
import java.util.List;
import org.bson.Document;

/** What the checks of the invariants are run against: the log as it is. {@link PlantedFault} breaks one thing each. */
class Engine {

    static final Engine SOUND = new Engine();

    final EventLog open(MongoDatabase database) {
        return open(database, LogStore.events(database));
    }

    /** Over a collection that may already behave in its own way; a fault is planted on top of it. */
    EventLog open(MongoDatabase database, MongoCollection<Document> events) {
        return EventLog.open(events, LogStore.epoch(database), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    List<StoredCommit> read(EventLog log, MongoDatabase database, long afterPosition) {
        return log.read(afterPosition, 1_000).join();
    }

    /** Over a collection whose reads may lag. */
    Sourced source(EventLog log, MongoCollection<Document> events, Criterion criterion) {
        return log.source(List.of(criterion), 0).join();
    }

    boolean verified(EventLog log, MongoDatabase database) {
        return log.verify(0).intact();
    }

    String key(StoredEvent event) {
        return PublishedKey.of(event);
    }
}
