package io.milepost.platform.eventlog;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Engines with one thing wrong each, which the check of their invariant must find. */
@SuppressWarnings("ImmutableEnumChecker")
enum PlantedFault {
    A_POSITION_IS_SKIPPED(
            Invariant.I1,
            storing(documents -> documents.stream()
                    .map(document -> moved(document, (long) document.get("_id") < 10 ? 0 : 1))
                    .toList())),
    AN_OLD_DOCUMENT_IS_REWRITTEN(
            Invariant.I2,
            inserting((real, documents) -> Flux.from(inserted(real, documents))
                    .concatMap(done -> Flux.from(real.updateOne(
                                    new Document("_id", 1L), new Document("$set", new Document("w", "later"))))
                            .thenMany(Flux.just(done))))),
    THE_WRITE_CONCERN_IS_FORGOTTEN(
            Invariant.I3, inserting((real, documents) -> inserted(real.withWriteConcern(WriteConcern.W1), documents))),
    IT_ACKNOWLEDGES_WHAT_IT_DOES_NOT_STORE(
            Invariant.I3, inserting((_, _) -> Flux.just(InsertManyResult.acknowledged(Map.of())))),
    READS_ARE_NOT_OF_THE_MAJORITY(Invariant.I4, new Engine() {
        @Override
        EventLog open(MongoDatabase database, MongoCollection<Document> events) {
            return super.open(database, Decorated.withoutReadConcern(events));
        }
    }),
    TWO_PARTS_OF_A_GROUP_ARE_SENT_AT_ONCE(Invariant.I5, inserting((real, documents) -> {
        var half = documents.size() / 2;
        return half == 0
                ? inserted(real, documents)
                : Flux.merge(
                                inserted(real, documents.subList(0, half)),
                                inserted(real, documents.subList(half, documents.size())))
                        .takeLast(1);
    })),
    CONDITIONS_FORGET_WHAT_IS_OLDER_THAN_THE_WINDOW(Invariant.I6, new Engine() {
        @Override
        EventLog open(MongoDatabase database, MongoCollection<Document> events) {
            var nothing = database.getCollection("nothing");
            return super.open(
                    database, Decorated.reading(events, filter -> real -> filter.containsKey("g") ? nothing : real));
        }
    }),
    EACH_EVENT_IS_A_DOCUMENT(
            Invariant.I7,
            storing(documents -> documents.stream().flatMap(PlantedFault::split).toList())),
    SILENCE_IS_TAKEN_FOR_SUCCESS(
            Invariant.I8,
            inserting((real, documents) -> Flux.from(inserted(real, documents))
                    .onErrorReturn(PlantedFault::isSilence, InsertManyResult.acknowledged(Map.of())))),
    SILENCE_IS_TAKEN_FOR_A_TAKEN_PLACE(
            Invariant.I8,
            inserting((real, documents) ->
                    Flux.from(inserted(real, documents)).onErrorMap(PlantedFault::isSilence, _ -> duplicateAt(0)))),
    THE_READER_PASSES_OVER_HOLES(Invariant.I9, readingWhatThereIs()),
    THE_READER_ANSWERS_BEYOND_THE_HEAD(Invariant.I10, readingWhatThereIs()),
    A_LAGGING_READ_IS_TRUSTED(Invariant.I11, new Engine() {
        @Override
        Sourced source(EventLog log, MongoCollection<Document> events, Criterion criterion) {
            return new Sourced(new LogReader(events).matching(criterion, 0), log.head());
        }
    }),
    THE_KEY_IS_THE_SUBJECT(Invariant.I12, new Engine() {
        @Override
        String key(StoredEvent event) {
            return event.require(Metadata.SUBJECT);
        }
    }),
    ONE_HASH_IS_WRONG(
            Invariant.I13,
            storing(documents -> documents.stream()
                    .map(document -> (long) document.get("_id") == 5
                            ? new Document(document).append("h", new Binary(new byte[32]))
                            : document)
                    .toList())),
    THE_CHAIN_IS_NOT_RECOMPUTED(Invariant.I13, new Engine() {
        @Override
        boolean verified(EventLog log, MongoDatabase database) {
            return StoredLog.read(database).size() == log.head();
        }
    }),
    REQUEST_IDS_ARE_NOT_UNIQUE(Invariant.I14, new Engine() {
        @Override
        EventLog open(MongoDatabase database, MongoCollection<Document> events) {
            if (Publishers.all(events.listIndexes()).stream()
                    .anyMatch(index -> index.get("name").equals("r_1"))) {
                Publishers.all(events.dropIndex("r_1"));
            }
            return super.open(database, events);
        }
    });

    private final Invariant broken;
    private final Engine engine;

    PlantedFault(Invariant broken, Engine engine) {
        this.broken = broken;
        this.engine = engine;
    }

    Invariant broken() {
        return broken;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public String toString() {
        return broken.name() + ": " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private interface Change {
        List<Document> of(List<Document> documents);
    }

    private static Engine storing(Change change) {
        return inserting((real, documents) -> inserted(real, change.of(documents)));
    }

    private static Engine inserting(Decorated.Insert insert) {
        return new Engine() {
            @Override
            EventLog open(MongoDatabase database, MongoCollection<Document> events) {
                return super.open(database, Decorated.inserting(events, insert));
            }
        };
    }

    private static Engine readingWhatThereIs() {
        return new Engine() {
            @Override
            List<StoredCommit> read(EventLog log, MongoDatabase database, long afterPosition) {
                return new LogReader(StoredLog.collection(database)).beyond(afterPosition, 1_000);
            }
        };
    }

    private static Publisher<InsertManyResult> inserted(MongoCollection<Document> real, List<Document> documents) {
        return real.insertMany(documents, new InsertManyOptions().ordered(true));
    }

    private static Document moved(Document document, long by) {
        return new Document(document)
                .append("_id", (long) document.get("_id") + by)
                .append("l", (long) document.get("l") + by);
    }

    private static Stream<Document> split(Document document) {
        var parts = new ArrayList<Document>();
        for (var event : document.getList("e", Document.class)) {
            long position = (long) document.get("_id") + parts.size();
            parts.add(new Document(document)
                    .append("_id", position)
                    .append("l", position)
                    .append("r", document.get("r") + (parts.isEmpty() ? "" : "/" + parts.size()))
                    .append("e", List.of(event)));
        }
        return parts.stream();
    }

    private static boolean isSilence(Throwable fault) {
        return fault instanceof MongoException && !(fault instanceof MongoBulkWriteException);
    }

    private static MongoBulkWriteException duplicateAt(int index) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(11000, "E11000 duplicate key error", new BsonDocument(), index)),
                null,
                new ServerAddress(),
                Set.of());
    }
}
