package io.milepost.platform.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Records that could not be processed, whole, in the service's database. Ids sort as the records stood in their partition. */
final class ParkedStore {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int BATCH = 500;
    private static final int MOST_COUNTED = 10_000;
    private static final String TOLD = "told";

    /** The cause of a record that waits for an earlier one of its key. */
    static final String BEHIND_PARKED = "BEHIND_PARKED";

    private final MongoCollection<Document> collection;
    private final Clock clock;

    ParkedStore(MongoCollection<Document> collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    long count() {
        return Mono.from(collection.countDocuments()).blockOptional(ANSWER).orElse(0L);
    }

    /** Whose record waits for what. */
    record Why(String group, String cause) {}

    /** Of the first ten thousand that wait; nobody tells more of them apart. */
    Map<Why, Long> counts() {
        return Flux.from(collection
                        .find()
                        .projection(new Document("group", 1).append("cause", 1))
                        .limit(MOST_COUNTED)
                        .batchSize(BATCH))
                .collect(Collectors.groupingBy(
                        found -> new Why(found.getString("group"), found.getString("cause")), Collectors.counting()))
                .blockOptional(ANSWER)
                .orElse(Map.of());
    }

    /** Parking the same record again changes nothing. */
    void park(String group, ConsumerRecord<byte[], byte[]> record, String cause) {
        var headers = Arrays.stream(record.headers().toArray())
                .map(header -> new Document("name", header.key()).append("value", new Binary(header.value())))
                .toList();
        var parked = new Document("_id", idOf(group, record.topic(), record.partition(), record.offset()))
                .append("group", group)
                .append("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("key", Arrival.keyOf(record))
                .append("cause", cause)
                .append("headers", headers)
                .append("rawKey", record.key() == null ? null : new Binary(record.key()))
                .append("value", record.value() == null ? null : new Binary(record.value()))
                .append("at", Date.from(clock.instant()));
        try {
            Mono.from(collection.insertOne(parked)).block(ANSWER);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Keys of one partition that have something parked, with the offset of the first record that waits. */
    Map<String, Long> keys(String group, String topic, int partition) {
        var prefix = "%s/%s-%d/".formatted(group, topic, partition);
        // '0' is the character after '/': the range holds exactly the ids that begin with the prefix.
        var end = prefix.substring(0, prefix.length() - 1) + "0";
        return Flux.from(collection
                        .find(new Document("_id", new Document("$gte", prefix).append("$lt", end)))
                        .projection(new Document("key", 1).append("offset", 1))
                        .batchSize(BATCH))
                .collect(Collectors.toMap(found -> found.getString("key"), found -> found.getLong("offset"), Math::min))
                .blockOptional(ANSWER)
                .orElse(Map.of());
    }

    /** In the order in which they have to be processed. */
    List<Document> ofKey(String key) {
        return find(new Document("key", key));
    }

    List<Document> all() {
        return find(new Document());
    }

    /** A record that only waits for an earlier one of its key is told of when it has a cause of its own. */
    List<Document> untold(int most) {
        return find(
                new Document("cause", new Document("$ne", BEHIND_PARKED)).append(TOLD, new Document("$ne", true)),
                most);
    }

    void told(String id) {
        Mono.from(collection.updateOne(new Document("_id", id), new Document("$set", new Document(TOLD, true))))
                .block(ANSWER);
    }

    private List<Document> find(Document filter) {
        // No limit.
        return find(filter, 0);
    }

    private List<Document> find(Document filter, int most) {
        return Flux.from(collection
                        .find(filter)
                        .sort(new Document("_id", 1))
                        .limit(most)
                        .batchSize(BATCH))
                .collectList()
                .blockOptional(ANSWER)
                .orElse(List.of());
    }

    void remove(Document parked) {
        Mono.from(collection.deleteOne(new Document("_id", parked.get("_id")))).block(ANSWER);
    }

    void stays(Document parked, String cause) {
        Mono.from(collection.updateOne(
                        new Document("_id", parked.get("_id")), new Document("$set", new Document("cause", cause))))
                .block(ANSWER);
    }

    static ConsumerRecord<byte[], byte[]> recordOf(Document parked) {
        var headers = new RecordHeaders();
        parked.getList("headers", Document.class)
                .forEach(header -> headers.add(
                        header.getString("name"),
                        header.get("value", Binary.class).getData()));
        return new ConsumerRecord<>(
                parked.getString("topic"),
                parked.getInteger("partition"),
                parked.getLong("offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                bytes(parked, "rawKey"),
                bytes(parked, "value"),
                headers,
                Optional.empty());
    }

    @SuppressWarnings("NullAway") // Kafka gives and takes null for an absent key or value.
    private static byte[] bytes(Document parked, String field) {
        var stored = parked.get(field, Binary.class);
        return stored == null ? null : stored.getData();
    }

    private static String idOf(String group, String topic, int partition, long offset) {
        return "%s/%s-%d/%020d".formatted(group, topic, partition, offset);
    }
}
