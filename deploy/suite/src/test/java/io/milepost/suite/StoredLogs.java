package io.milepost.suite;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.suite.check.Commit;
import io.milepost.suite.check.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;

/** The event logs as they stand in the database, read past the services. */
final class StoredLogs implements AutoCloseable {

    private final MongoClient client;

    StoredLogs(String uri) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .build());
    }

    List<Commit> commits(Part part) {
        var documents = Flux.from(log(part).find().sort(new Document("_id", 1)).batchSize(1_000))
                .map(StoredLogs::commit)
                .collectList()
                .block();
        return documents == null ? List.of() : List.copyOf(documents);
    }

    /** Position of the last event; 0 in an empty log. */
    long head(Part part) {
        var last = Flux.from(log(part).find().sort(new Document("_id", -1)).limit(1))
                .blockFirst();
        return last == null ? 0 : last.get("l", Number.class).longValue();
    }

    private MongoCollection<Document> log(Part part) {
        return client.getDatabase(part.shortName()).getCollection("event_log").withReadConcern(ReadConcern.MAJORITY);
    }

    private static Commit commit(Document document) {
        long first = document.get("_id", Number.class).longValue();
        var tags = document.getList("g", String.class);
        var events = new ArrayList<Event>();
        for (var event : document.getList("e", Document.class)) {
            var own = event.getList("g", String.class);
            Map<String, String> metadata = new HashMap<>();
            event.get("d", Document.class).forEach((name, value) -> metadata.put(name, (String) value));
            events.add(new Event(
                    first + events.size(),
                    event.getString("i"),
                    event.getString("n"),
                    event.getInteger("v"),
                    event.getDate("t").toInstant().toEpochMilli(),
                    event.getDate("a").toInstant().toEpochMilli(),
                    event.get("p", Binary.class).getData(),
                    Map.copyOf(metadata),
                    own == null ? tags : own));
        }
        return new Commit(
                first,
                document.get("l", Number.class).longValue(),
                document.getString("r"),
                document.get("q", Binary.class).getData(),
                document.getString("w"),
                document.get("h", Binary.class).getData(),
                tags,
                List.copyOf(events));
    }

    @Override
    public void close() {
        client.close();
    }
}
