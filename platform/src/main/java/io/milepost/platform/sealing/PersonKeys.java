package io.milepost.platform.sealing;

import static io.milepost.platform.sealing.KeyStoreCalls.safely;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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

/**
 * One key per person, wrapped by the master key, in a database of its own. A key that is not there was destroyed, and with it
 * all that was sealed by it; a store that does not answer is something else and fails.
 */
public final class PersonKeys {
    private static final String NOTE = "wrapped-by";

    /** @param generation 1, and one more each time that the person was opened again after it was erased */
    record Key(SecretKey secret, int generation) {}

    private final KeyStoreCalls calls = new KeyStoreCalls();
    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> notes;
    private final ErasedPersons erased;
    private final KeyCache cache;
    private final KeyFile keyFile;
    private final Duration trust;

    /** @param database the service's key database, never the one of its events */
    public PersonKeys(MongoDatabase database, KeyFile keyFile, Clock clock) {
        this(database, keyFile, clock, Duration.ofSeconds(1));
    }

    /** @param trust for so long a key is used without asking whether it is gone; the same in all instances */
    PersonKeys(MongoDatabase database, KeyFile keyFile, Clock clock, Duration trust) {
        this.trust = trust;
        this.keys = safely(database.getCollection("person_keys"));
        this.notes = safely(database.getCollection("key_file"));
        this.erased = new ErasedPersons(database, calls);
        this.cache = new KeyCache(erased::changes, clock, trust);
        this.keyFile = keyFile;
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
        return calls.all(notes.find(new Document("_id", NOTE))).stream()
                .map(note -> note.getString("fingerprint"))
                .findFirst()
                .orElse(null);
    }

    /** Of several that come first, one notes it, and all are held against that. */
    private String note() {
        var mine = keyFile.fingerprint();
        return calls.isFirst(notes.insertOne(new Document("_id", NOTE).append("fingerprint", mine)))
                ? mine
                : Objects.requireNonNull(noted(), "what was noted before stays");
    }

    /**
     * The person's key, made at the first sealing.
     *
     * @throws PersonErasedException where the person was erased and not opened again
     */
    Key forSealing(UUID person) {
        var round = cache.round();
        var known = cache.forSealing(person);
        if (known != null) {
            return known;
        }
        var before = erased.find(person);
        if (before != null && !before.open()) {
            throw new PersonErasedException(person);
        }
        var key = stored(person, before == null ? 1 : before.generation() + 1);
        cache.put(person, key, true, round);
        return key;
    }

    /** What the store holds is the key, whoever came first. */
    private Key stored(UUID person, int generation) {
        var found = load(Set.of(person)).get(person);
        if (found == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            var wrapped = new Binary(Aes.seal(keyFile.master(), fresh, associated(person)));
            var document = new Document("_id", person.toString()).append("k", wrapped);
            if (calls.isFirst(keys.insertOne(generation == 1 ? document : document.append("g", generation)))) {
                return new Key(new SecretKeySpec(fresh, "AES"), generation);
            }
            found = load(Set.of(person)).get(person);
        }
        if (found == null || found.generation() != generation) {
            throw new KeyStoreUnavailableException(new IllegalStateException("the person is being erased"));
        }
        return found;
    }

    /** The keys of those persons that have one, in one read at most. */
    Map<UUID, Key> find(Collection<UUID> persons) {
        var round = cache.round();
        var found = cache.find(persons);
        var missing =
                persons.stream().filter(person -> !found.containsKey(person)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            var loaded = load(missing);
            loaded.forEach((person, key) -> cache.put(person, key, false, round));
            found.putAll(loaded);
        }
        return found;
    }

    private Map<UUID, Key> load(Set<UUID> persons) {
        var found = new HashMap<UUID, Key>();
        var ids = persons.stream().map(UUID::toString).toList();
        for (var document : read(new Document("_id", new Document("$in", ids)), ids.size())) {
            var person = UUID.fromString(document.getString("_id"));
            found.put(
                    person,
                    new Key(unwrap(person, document.get("k", Binary.class).getData()), generationOf(document)));
        }
        return found;
    }

    /** Calls of the key database that failed. */
    public double failures() {
        return calls.failures();
    }

    /** For whom erases in this database. */
    ErasedPersons erased() {
        return erased;
    }

    /** After which no instance uses a key that is gone. */
    Duration trust() {
        return trust;
    }

    /** The keys of up to this generation are gone when it returns. */
    void destroy(UUID person, int generation) {
        for (var document : read(new Document("_id", person.toString()), 1)) {
            if (generationOf(document) <= generation) {
                // A key of a later generation is another document by this.
                calls.all(keys.deleteOne(new Document("_id", person.toString()).append("g", document.get("g"))));
            }
        }
        cache.drop(person);
    }

    private List<Document> read(Document which, int most) {
        return calls.all(keys.find(which).limit(most).batchSize(most + 1));
    }

    private static int generationOf(Document key) {
        return key.getInteger("g", 1);
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
