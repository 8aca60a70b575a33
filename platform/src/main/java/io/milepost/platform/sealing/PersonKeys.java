package io.milepost.platform.sealing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * One key per person, wrapped by the master key, in a database of its own. A key that is not there was destroyed, and with it
 * all that was sealed by it; a store that does not answer is something else and fails.
 */
public final class PersonKeys {

    private static final int MOST_CACHED = 10_000;
    /** An erasure in another process is noticed within this time. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTE = "wrapped-by";

    private record Cached(SecretKey key, Instant until) {}

    private final Map<UUID, Cached> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Cached> eldest) {
            return size() > MOST_CACHED;
        }
    };
    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> notes;
    private final KeyFile keyFile;
    private final Clock clock;

    /** @param database the service's key database, never the one of its events */
    public PersonKeys(MongoDatabase database, KeyFile keyFile, Clock clock) {
        this.keys = safely(database.getCollection("person_keys"));
        this.notes = safely(database.getCollection("key_file"));
        this.keyFile = keyFile;
        this.clock = clock;
    }

    private static MongoCollection<Document> safely(MongoCollection<Document> collection) {
        return collection
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /**
     * Notes at the first start by which key file the persons' keys of this database are wrapped, and holds every later one against it:
     * under another one an instance would seal what no other instance can open.
     *
     * @throws KeyFileDiffersException where it is another one
     */
    public void claim() {
        var noted = noted();
        if (noted == null) {
            refuseWrappedByAnother();
            noted = note();
        }
        refuse(noted);
    }

    /** The same where another service keeps the keys, and perhaps has noted nothing yet. */
    public void check() {
        var noted = noted();
        if (noted != null) {
            refuse(noted);
        }
    }

    private void refuse(String noted) {
        if (!noted.equals(keyFile.fingerprint())) {
            throw new KeyFileDiffersException(keys.getNamespace().getDatabaseName());
        }
    }

    /** Keys from before anything was noted. */
    private void refuseWrappedByAnother() {
        for (var one : read(new Document(), 1)) {
            var person = UUID.fromString(one.getString("_id"));
            try {
                unwrap(person, one.get("k", Binary.class).getData());
            } catch (SealBrokenException another) {
                throw new KeyFileDiffersException(keys.getNamespace().getDatabaseName());
            }
        }
    }

    private @Nullable String noted() {
        try {
            return all(Flux.from(notes.find(new Document("_id", NOTE)))).stream()
                    .map(note -> note.getString("fingerprint"))
                    .findFirst()
                    .orElse(null);
        } catch (MongoException unreachable) {
            throw new KeyStoreUnavailableException(unreachable);
        }
    }

    /** Of several that come first, one notes it, and all are held against that. */
    private String note() {
        var mine = keyFile.fingerprint();
        try {
            all(Flux.from(notes.insertOne(new Document("_id", NOTE).append("fingerprint", mine))));
            return mine;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw new KeyStoreUnavailableException(refused);
            }
            return Objects.requireNonNull(noted(), "what was noted before stays");
        } catch (MongoException unreachable) {
            throw new KeyStoreUnavailableException(unreachable);
        }
    }

    /** The person's key, made at the first sealing. */
    SecretKey forSealing(UUID person) {
        var known = find(Set.of(person)).get(person);
        if (known != null) {
            return known;
        }
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        var wrapped = Aes.seal(keyFile.master(), fresh, associated(person));
        try {
            all(Flux.from(keys.insertOne(new Document("_id", person.toString()).append("k", new Binary(wrapped)))));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw new KeyStoreUnavailableException(refused);
            }
        } catch (MongoException unreachable) {
            throw new KeyStoreUnavailableException(unreachable);
        }
        // What the store holds is the key, whoever came first.
        var stored = find(Set.of(person)).get(person);
        if (stored == null) {
            throw new KeyStoreUnavailableException(new IllegalStateException("the key just made is not there"));
        }
        return stored;
    }

    /** The keys of those persons that have one, in one read at most. */
    Map<UUID, SecretKey> find(Collection<UUID> persons) {
        var found = new HashMap<UUID, SecretKey>();
        var now = clock.instant();
        synchronized (cache) {
            for (var person : persons) {
                var cached = cache.get(person);
                if (cached != null && cached.until().isAfter(now)) {
                    found.put(person, cached.key());
                }
            }
        }
        var missing = persons.stream()
                .filter(person -> !found.containsKey(person))
                .map(UUID::toString)
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return found;
        }
        for (var document : read(new Document("_id", new Document("$in", List.copyOf(missing))), missing.size())) {
            var person = UUID.fromString(document.getString("_id"));
            var key = unwrap(person, document.get("k", Binary.class).getData());
            found.put(person, key);
            synchronized (cache) {
                cache.put(person, new Cached(key, now.plus(CACHED_FOR)));
            }
        }
        return found;
    }

    private List<Document> read(Document which, int most) {
        try {
            return all(Flux.from(keys.find(which).limit(most).batchSize(most + 1)));
        } catch (MongoException unreachable) {
            throw new KeyStoreUnavailableException(unreachable);
        }
    }

    private static <T> List<T> all(Flux<T> publisher) {
        try {
            var all = publisher.collectList().block(PATIENCE);
            return all == null ? List.of() : all;
        } catch (IllegalStateException timedOut) {
            throw new KeyStoreUnavailableException(timedOut);
        }
    }

    private SecretKey unwrap(UUID person, byte[] wrapped) {
        try {
            return new SecretKeySpec(Aes.open(keyFile.master(), wrapped, associated(person)), "AES");
        } catch (GeneralSecurityException wrongMaster) {
            // Not an erasure: saying so would hide data that can still be read with the right key file.
            throw new SealBrokenException("a person's key was not wrapped by this key file", wrongMaster);
        }
    }

    private static byte[] associated(UUID person) {
        return ("person-key|" + person).getBytes(StandardCharsets.UTF_8);
    }
}
