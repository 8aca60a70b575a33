package io.milepost.bench.append;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.bench.Figures;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the server takes when one caller inserts the documents that the log stored, by ordered {@code insertMany} with the
 * same indexes and write concern: the limit of any log that stores them.
 */
final class RawInserts {
    private static final String LOG = "event_log";
    private static final int MOST = 60_000;

    private RawInserts() {}

    /** The documents that a log stored in this database, or the first of them. */
    static List<Document> stored(MongoDatabase database) {
        return Flux.from(database.getCollection(LOG)
                        .find()
                        .sort(new Document("_id", 1))
                        .limit(MOST)
                        .batchSize(1_000))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** Inserts them in groups of so many; a latency is that of a group. */
    static Figures run(MongoDatabase database, List<Document> documents, int group) {
        var raw = collection(database);
        var ordered = new InsertManyOptions().ordered(true);
        var latency = Figures.recorder();
        int whole = documents.size() / group;
        long began = System.nanoTime();
        for (int i = 0; i < whole; i++) {
            long before = System.nanoTime();
            Mono.from(raw.insertMany(documents.subList(i * group, (i + 1) * group), ordered))
                    .block();
            latency.recordValue(System.nanoTime() - before);
        }
        return new Figures(whole, (System.nanoTime() - began) / 1e9, latency.getIntervalHistogram());
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        var log = Flux.from(database.listCollections())
                .filter(collection -> LOG.equals(collection.getString("name")))
                .blockFirst();
        if (log != null && log.get("options", new Document()).containsKey("clusteredIndex")) {
            var clustered = new CreateCollectionOptions()
                    .clusteredIndexOptions(new ClusteredIndexOptions(new Document("_id", 1), true));
            Mono.from(database.createCollection("raw", clustered)).block();
        }
        var raw = database.getCollection("raw").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        Mono.from(raw.createIndex(new Document("g", 1).append("_id", 1))).block();
        Mono.from(raw.createIndex(new Document("r", 1), new IndexOptions().unique(true)))
                .block();
        return raw;
    }
}
