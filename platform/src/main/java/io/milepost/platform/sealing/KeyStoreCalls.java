package io.milepost.platform.sealing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** How the key database is asked: by majority, journaled, for seconds at most, and what does not answer is told from what is not there. */
final class KeyStoreCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongAdder failures = new LongAdder();

    /** How many calls have failed. */
    long failures() {
        return failures.sum();
    }

    static MongoCollection<Document> safely(MongoCollection<Document> collection) {
        return collection
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** @throws KeyStoreUnavailableException for all but an empty answer */
    <T> List<T> all(Publisher<T> publisher) {
        try {
            var all = Flux.from(publisher).collectList().block(PATIENCE);
            return all == null ? List.of() : all;
        } catch (MongoWriteException refused) {
            // A key that another instance has made first is an answer.
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                failures.increment();
            }
            throw new KeyStoreUnavailableException(refused);
        } catch (MongoException | IllegalStateException unreachable) {
            failures.increment();
            throw new KeyStoreUnavailableException(unreachable);
        }
    }

    /** Whether it was stored; false where another one came first. */
    <T> boolean isFirst(Publisher<T> insertion) {
        try {
            all(insertion);
            return true;
        } catch (KeyStoreUnavailableException refused) {
            if (refused.getCause() instanceof MongoWriteException write
                    && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }
}
