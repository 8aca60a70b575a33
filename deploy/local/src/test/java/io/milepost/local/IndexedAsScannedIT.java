package io.milepost.local;

import static io.milepost.local.Mongo.all;
import static io.milepost.local.Mongo.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random histories and filters: a collection with indexes answers exactly as the library's scan does. */
class IndexedAsScannedIT {

    private static final int SEED = 7;
    private static final int CHANGES = 1200;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void indexed_answers_equal_scanned_ones_through_changes_and_reopening() {
        Path file = folder.resolve("random.mv");
        int found = 0;
        for (int round = 0; round < 2; round++) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(file, 0);
                    Mongo mongo = Mongo.at(database.uri())) {
                MongoCollection<Document> indexed = mongo.collection("indexed");
                MongoCollection<Document> scanned = mongo.collection("scanned");
                one(indexed.createIndex(new Document("g", 1).append("_id", 1)));
                one(indexed.createIndex(new Document("status", 1)));
                one(indexed.createIndex(new Document("status", 1).append("owner.code", 1)));
                for (int i = 0; i < CHANGES; i++) {
                    if (i % 3 == 0) {
                        found += compare(indexed, scanned);
                    } else {
                        change(indexed, scanned);
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(CHANGES);
    }

    private void change(MongoCollection<Document> indexed, MongoCollection<Document> scanned) {
        Document id = new Document("_id", (long) random.nextInt(300));
        Document fields = new Document();
        maybe(fields, "g", () -> List.of("t=" + random.nextInt(9), "u=" + random.nextInt(4)));
        maybe(fields, "status", this::scalar);
        maybe(fields, "owner", () -> new Document("code", "o" + random.nextInt(4)));
        for (MongoCollection<Document> collection : List.of(indexed, scanned)) {
            switch (Math.floorMod(fields.hashCode(), 4)) {
                case 0 -> one(collection.deleteOne(id));
                case 1 -> {
                    if (!fields.isEmpty()) {
                        one(collection.updateOne(id, new Document("$set", fields)));
                    }
                }
                default -> one(collection.replaceOne(id, fields, new ReplaceOptions().upsert(true)));
            }
        }
    }

    private int compare(MongoCollection<Document> indexed, MongoCollection<Document> scanned) {
        Document filter = new Document();
        maybe(filter, "g", () -> switch (random.nextInt(4)) {
            case 0 -> new Document("$in", List.of("t=1", "u=2", "none"));
            case 1 -> new Document("$all", List.of("t=" + random.nextInt(9), "u=1"));
            case 2 -> new Document("$gt", "t=3").append("$lt", "t=6");
            default -> "t=" + random.nextInt(9);
        });
        maybe(filter, "status", () -> switch (random.nextInt(4)) {
            case 0 -> new Document("$in", List.of(scalar(), scalar()));
            case 1 -> new Document("$lte", scalar());
            case 2 -> new Document("$ne", scalar());
            default -> scalar();
        });
        maybe(filter, "owner.code", () -> "o" + random.nextInt(4));
        maybe(filter, "_id", () -> switch (random.nextInt(4)) {
            case 0 -> new Document("$gt", (long) random.nextInt(300)).append("$lte", 250L);
            case 1 -> new Document("$lt", random.nextInt(300));
            case 2 -> new Document("$in", List.of(5L, 200, 17.0, 5));
            default -> new Document("$gte", (long) random.nextInt(300));
        });
        Document order = new Document("_id", random.nextBoolean() ? 1 : -1);
        int limit = random.nextInt(4) * 5;
        List<Document> expected =
                all(scanned.find(withoutIndex(filter)).sort(order).limit(limit));
        List<Document> answered = all(indexed.find(filter).sort(order).limit(limit));
        assertThat(answered).as("%s %s %s", filter, order, limit).isEqualTo(expected);
        assertThat(all(indexed.find(filter))).hasSameElementsAs(all(scanned.find(withoutIndex(filter))));
        return expected.size();
    }

    /** Wrapped so that no index, also not the one on _id, is considered. */
    private static Document withoutIndex(Document filter) {
        List<Document> parts = new ArrayList<>();
        filter.forEach((field, condition) -> parts.add(new Document(field, condition)));
        return parts.isEmpty() ? new Document() : new Document("$and", parts);
    }

    private Object scalar() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(3);
            case 1 -> (long) random.nextInt(3);
            case 2 -> random.nextInt(3) + 0.5;
            case 3 -> new Decimal128(random.nextInt(3));
            case 4 -> random.nextBoolean();
            default -> "s" + random.nextInt(3);
        };
    }

    private void maybe(Document document, String field, Supplier<Object> value) {
        if (random.nextBoolean()) {
            document.append(field, value.get());
        }
    }
}
