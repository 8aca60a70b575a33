package io.milepost.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.eventlog.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SealerTest {

    private static Databases databases;

    @TempDir
    private Path folder;

    private final UUID person = UUID.randomUUID();
    private MongoDatabase database;
    private KeyFile keyFile;
    private Sealer sealer;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        database = databases.fresh();
        keyFile = KeyFile.open(folder.resolve("keys"));
        sealer = sealer();
    }

    @Test
    void sealed_fields_hide_their_values_and_open_again() {
        var json = contact();

        sealer.seal(json, person, "contact.added.v1", List.of("name", "phone", "email"));

        assertThat(json.toString()).doesNotContain("Canary").doesNotContain("5550");
        assertThat(json.get("name").stringValue()).startsWith("sealed.v1." + person + ".");
        assertThat(json.get("city").stringValue()).isEqualTo("Riga");
        assertThat(json.has("email")).isFalse();
        assertThat(sealer.unseal(json)).isEqualTo(contact());
        assertThat(sealer().unseal(json)).as("with the key from the store").isEqualTo(contact());
    }

    @Test
    void sealed_texts_open_wherever_they_stand_in_a_tree() {
        var json = contact();
        sealer.seal(json, person, "contact.added.v1", List.of("name"));
        var tree = JsonNodeFactory.instance.objectNode();
        tree.putArray("contacts").add(json).addNull().add(7);

        assertThat(sealer.unseal(tree).at("/contacts/0/name").stringValue()).isEqualTo("Canary Ann");
        assertThat(sealer.unseal(tree).at("/contacts/2").intValue()).isEqualTo(7);
    }

    @Test
    void what_an_earlier_event_sealed_is_carried_on_as_it_is() {
        var json = contact();
        sealer.seal(json, person, "contact.added.v1", List.of("name"));
        var carried = json.deepCopy();
        sealer.seal(carried, UUID.randomUUID(), "contact.moved.v1", List.of("name", "phone"));

        assertThat(carried.get("name")).isEqualTo(json.get("name"));
        assertThat(carried.get("phone").stringValue()).startsWith(Sealer.PREFIX);
        assertThat(sealer.unseal(carried)).isEqualTo(contact());
    }

    @Test
    void the_same_value_is_never_sealed_alike_twice() {
        var one = contact();
        var other = contact();
        sealer.seal(one, person, "contact.added.v1", List.of("name"));
        sealer.seal(other, person, "contact.added.v1", List.of("name"));

        assertThat(one.get("name")).isNotEqualTo(other.get("name"));
        assertThat(sealer.unseal(one)).isEqualTo(sealer.unseal(other));
    }

    @Test
    void a_ciphertext_moved_to_another_field_event_or_person_is_refused() {
        var json = contact();
        sealer.seal(json, person, "contact.added.v1", List.of("name"));
        var sealed = Sealed.parse(json.get("name").stringValue()).orElseThrow();
        var other = UUID.randomUUID();
        sealer.seal(contact(), other, "contact.added.v1", List.of("name"));

        assertThat(opened(sealed)).isEqualTo("Canary Ann");
        assertRefused(new Sealed(person, sealed.eventType(), "note", sealed.ciphertext()));
        assertRefused(new Sealed(person, "contact.changed.v1", "name", sealed.ciphertext()));
        assertRefused(new Sealed(other, sealed.eventType(), "name", sealed.ciphertext()));
        var flipped = sealed.ciphertext().clone();
        flipped[20] ^= 1;
        assertRefused(new Sealed(person, sealed.eventType(), "name", flipped));
    }

    @Test
    void a_person_without_a_key_is_erased_and_others_are_not() {
        var json = contact();
        sealer.seal(json, person, "contact.added.v1", List.of("name"));
        var other = contact();
        sealer.seal(other, UUID.randomUUID(), "contact.added.v1", List.of("name"));

        delete(person);

        assertThat(sealer().unseal(json).get("name").stringValue()).isEqualTo(Sealer.ERASED);
        assertThat(sealer().unseal(other).get("name").stringValue()).isEqualTo("Canary Ann");
    }

    @Test
    void what_is_said_again_is_told_from_anything_else_until_the_key_is_gone() {
        var stands = contact();
        sealer.seal(stands, person, "contact.added.v1", List.of("name", "phone"));
        var other = contact();
        other.put("phone", "5551");

        assertThat(sealer.isSame(stands, contact())).isTrue();
        assertThat(sealer.isSame(stands.get("name"), contact().get("name"))).isTrue();
        assertThat(sealer.isSame(stands, other)).isFalse();

        delete(person);
        assertThat(sealer().isSame(stands, contact())).isFalse();
    }

    @Test
    void an_unreachable_key_store_is_a_fault_and_no_erasure() {
        var json = contact();
        sealer.seal(json, person, "contact.added.v1", List.of("name"));
        var nowhere = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .applyConnectionString(new ConnectionString("mongodb://localhost:1"))
                .build();

        try (var client = MongoClients.create(nowhere)) {
            var keys = new PersonKeys(client.getDatabase("x"), keyFile, Clock.systemUTC());
            var cut = new Sealer(keys, keyFile);

            assertThatThrownBy(() -> cut.unseal(json)).isInstanceOf(KeyStoreUnavailableException.class);
            assertThat(keys.failures()).as("calls that failed").isPositive();
        }
    }

    @Test
    void a_wrong_key_file_is_a_fault_and_no_erasure() {
        var json = contact();
        sealer.seal(json, person, "contact.added.v1", List.of("name"));
        var wrong = KeyFile.open(folder.resolve("other-keys"));
        var other = new Sealer(new PersonKeys(database, wrong, Clock.systemUTC()), wrong);

        assertThatThrownBy(() -> other.unseal(json)).hasMessageContaining("not wrapped by this key file");
    }

    @Test
    void many_first_sealings_of_one_person_agree_on_one_key() {
        var sealed = IntStream.range(0, 12)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    var json = contact();
                    sealer().seal(json, person, "contact.added.v1", List.of("name"));
                    return json;
                }))
                .toList();

        assertThat(sealed.stream().map(CompletableFuture::join).map(json -> sealer().unseal(json)))
                .allMatch(contact()::equals);
    }

    @Test
    void only_texts_may_be_personal() {
        var json = contact().put("name", 7);

        assertThatThrownBy(() -> sealer.seal(json, person, "contact.added.v1", List.of("name")))
                .hasMessageContaining("name of contact.added.v1 is personal but not a text");
    }

    @Test
    void a_text_that_only_looks_sealed_stays_as_it_is() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("a", "sealed.v1.").put("b", "sealed.v1.x.y").put("c", "sealed.v1." + person + ".AA");

        assertThat(sealer.unseal(json)).isEqualTo(json);
    }

    @Test
    void digests_are_equal_for_equal_values_under_one_name_and_key() {
        assertThat(sealer.digest("phone", "5550"))
                .hasSize(64)
                .isEqualTo(sealer().digest("phone", "5550"))
                .isNotEqualTo(sealer.digest("phone", "5551"))
                .isNotEqualTo(sealer.digest("registration", "5550"));
        var other = KeyFile.open(folder.resolve("other-keys"));
        assertThat(new Sealer(new PersonKeys(database, other, Clock.systemUTC()), other).digest("phone", "5550"))
                .isNotEqualTo(sealer.digest("phone", "5550"));
    }

    @Test
    void what_another_service_has_sealed_is_opened_by_its_keys_until_it_forgets_the_person() {
        var theirs = KeyFile.open(folder.resolve("their-keys"));
        var their = databases.fresh();
        var json = contact();
        new Sealer(new PersonKeys(their, theirs, Clock.systemUTC()), theirs)
                .seal(json, person, "contact.added.v1", List.of("name", "phone"));
        assertThat(sealer.unseal(json).get("name").stringValue()).isEqualTo(Sealer.ERASED);

        var both = both(their, theirs);
        both.seal(json, UUID.randomUUID(), "contact.kept.v1", List.of("name"));
        assertThat(both.unseal(json)).as("carried on as it is").isEqualTo(contact());
        var own = contact();
        both.seal(own, person, "contact.added.v1", List.of("name"));
        assertThat(sealer.unseal(own)).as("sealed by its own key").isEqualTo(contact());

        var another = UUID.randomUUID();
        var erased = contact();
        new Sealer(new PersonKeys(their, theirs, Clock.systemUTC()), theirs)
                .seal(erased, another, "contact.added.v1", List.of("name"));
        Mono.from(their.getCollection("person_keys").deleteOne(new Document("_id", another.toString())))
                .block();
        assertThat(both(their, theirs).unseal(erased).get("name").stringValue()).isEqualTo(Sealer.ERASED);
    }

    private Sealer both(MongoDatabase their, KeyFile theirs) {
        return new Sealer(
                new PersonKeys(database, keyFile, Clock.systemUTC()),
                keyFile,
                List.of(new PersonKeys(their, theirs, Clock.systemUTC())));
    }

    @Test
    void the_key_store_holds_no_key_in_the_clear() {
        sealer.seal(contact(), person, "contact.added.v1", List.of("name"));
        var key = new PersonKeys(database, keyFile, Clock.systemUTC())
                .find(List.of(person))
                .get(person)
                .secret();

        var stored = Mono.from(database.getCollection("person_keys").find()).block();

        assertThat(new String(stored.get("k", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key.getEncoded(), StandardCharsets.ISO_8859_1));
    }

    private Sealer sealer() {
        return new Sealer(new PersonKeys(database, keyFile, Clock.systemUTC()), keyFile);
    }

    private String opened(Sealed sealed) {
        return sealer.unseal(JsonNodeFactory.instance.stringNode(sealed.text())).stringValue();
    }

    private void assertRefused(Sealed moved) {
        assertThatThrownBy(() -> opened(moved)).hasMessageContaining("was changed or moved");
    }

    private void delete(UUID erased) {
        Mono.from(database.getCollection("person_keys").deleteOne(new Document("_id", erased.toString())))
                .block();
    }

    private static ObjectNode contact() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "Canary Ann")
                .put("phone", "+371 5550")
                .put("city", "Riga");
    }
}
