package io.milepost.reporting.read.cells;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;

/** A {@link Move} as one conditional update of one cell. */
final class MongoMove {
    /** From here on it is seen to that a sum does not wrap, which some servers let happen; smaller ones do not come that often. */
    private static final long LARGE = 1_000_000_000L;

    private MongoMove() {}

    static UpdateOneModel<Document> of(int partition, Move move) {
        String guard = "g.p" + partition;
        Document still = new Document("_id", move.cell())
                .append(guard, move.read() == null ? new Document("$exists", false) : move.read());
        Document change = new Document("$set", new Document(guard, move.guard()));
        if (!move.amounts().isEmpty()) {
            Document amounts = new Document();
            move.amounts().forEach((path, amount) -> {
                amounts.append("d." + path, amount);
                room(amount).ifPresent(room -> still.append("d." + path, room));
            });
            change.append("$inc", amounts);
        }
        return new UpdateOneModel<>(still, change, new UpdateOptions().upsert(move.read() == null));
    }

    /** What a sum has to be so that this much more fits. */
    private static Optional<Document> room(long amount) {
        if (amount > LARGE) {
            return Optional.of(new Document("$not", new Document("$gt", Long.MAX_VALUE - amount)));
        }
        return amount < -LARGE
                ? Optional.of(new Document("$not", new Document("$lt", Long.MIN_VALUE - amount)))
                : Optional.empty();
    }
}
