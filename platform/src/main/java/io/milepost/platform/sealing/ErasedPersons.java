package io.milepost.platform.sealing;

import static io.milepost.platform.sealing.KeyStoreCalls.safely;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Who was erased, in the key database itself, and a count of changes by which each instance knows that its cached keys are old. */
final class ErasedPersons {
    private static final String CHANGES = "erasures";

    private final KeyStoreCalls calls;
    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> notes;

    ErasedPersons(MongoDatabase database, KeyStoreCalls calls) {
        this.calls = calls;
        persons = safely(database.getCollection("erased_persons"));
        notes = safely(database.getCollection("key_file"));
    }

    @Nullable
    Erased find(UUID person) {
        return calls.all(persons.find(byId(person)).limit(1)).stream()
                .map(ErasedPersons::read)
                .findFirst()
                .orElse(null);
    }

    List<Erased> list() {
        return calls.all(persons.find()).stream().map(ErasedPersons::read).toList();
    }

    /** What is cached anywhere is old from now on. */
    void put(Erased erased) {
        var document = byId(erased.person())
                .append("g", erased.generation())
                .append("at", Date.from(erased.at()))
                .append("open", erased.open());
        calls.all(persons.replaceOne(byId(erased.person()), document, new ReplaceOptions().upsert(true)));
        changed();
    }

    void changed() {
        calls.all(notes.updateOne(
                new Document("_id", CHANGES),
                new Document("$inc", new Document("n", 1L)),
                new UpdateOptions().upsert(true)));
    }

    long changes() {
        return calls.all(notes.find(new Document("_id", CHANGES)).limit(1)).stream()
                .map(note -> note.getLong("n"))
                .findFirst()
                .orElse(0L);
    }

    private static Document byId(UUID person) {
        return new Document("_id", person.toString());
    }

    private static Erased read(Document document) {
        return new Erased(
                UUID.fromString(document.getString("_id")),
                document.getInteger("g"),
                document.getDate("at").toInstant(),
                document.getBoolean("open"));
    }
}
