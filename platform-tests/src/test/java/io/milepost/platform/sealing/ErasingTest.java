package io.milepost.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.eventlog.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("R-187: who is erased in a service")
class ErasingTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);
    private static final Duration TRUST = Duration.ofMillis(20);

    private static Databases databases;

    @TempDir
    private Path folder;

    private final UUID person = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private MongoDatabase database;
    private KeyFile keyFile;
    private PersonKeys keys;
    private Sealer sealer;
    private Erasing erasing;

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
        keys = keys();
        sealer = new Sealer(keys, keyFile);
        erasing = new Erasing(keys, register());
    }

    @Test
    void what_was_sealed_opens_no_more_and_others_are_as_they_were() {
        var mine = sealed(sealer, person);
        var theirs = sealed(sealer, other);
        assertThat(name(sealer, mine)).isEqualTo("Canary Ann");

        erasing.erase(Set.of(person), FIRST);

        assertThat(name(sealer, mine)).isEqualTo(Sealer.ERASED);
        assertThat(name(sealer, theirs)).isEqualTo("Canary Ann");
        assertThatThrownBy(() -> sealed(sealer, person)).isInstanceOf(PersonErasedException.class);
        assertThat(name(sealer, sealed(sealer, other))).isEqualTo("Canary Ann");
    }

    @Test
    void an_instance_that_has_the_key_in_memory_and_hears_of_nothing_opens_nothing_more() {
        var instance = new Sealer(keys(), keyFile);
        var mine = sealed(instance, person);
        assertThat(name(instance, mine)).isEqualTo("Canary Ann");

        erasing.erase(Set.of(person), FIRST);

        assertThat(name(instance, mine)).isEqualTo(Sealer.ERASED);
        assertThatThrownBy(() -> sealed(instance, person)).isInstanceOf(PersonErasedException.class);
    }

    @Test
    void an_instance_that_was_stopped_meanwhile_and_is_woken_opens_nothing_more() {
        var wall = new AtomicReference<>(FIRST);
        InstantSource source = wall::get;
        var asleep = new Sealer(
                new PersonKeys(database, keyFile, source.withZone(ZoneOffset.UTC), Duration.ofHours(1)), keyFile);
        var mine = sealed(asleep, person);
        erasing.erase(Set.of(person), FIRST);
        assertThat(name(asleep, mine)).as("control: for it no time has passed").isEqualTo("Canary Ann");

        wall.set(FIRST.plus(Duration.ofHours(2)));
        assertThat(name(asleep, mine)).isEqualTo(Sealer.ERASED);
    }

    @Test
    void a_person_who_was_opened_again_has_another_key_and_what_was_erased_stays_so() {
        var before = sealed(sealer, person);
        erasing.open(person, FIRST);
        assertThat(name(sealer, before)).as("nobody was erased").isEqualTo("Canary Ann");
        erasing.erase(Set.of(person), FIRST);
        erasing.open(person, LATER);

        var after = sealed(sealer, person);

        assertThat(name(sealer, after)).isEqualTo("Canary Ann");
        assertThat(name(sealer, before)).isEqualTo(Sealer.ERASED);
        assertThat(name(new Sealer(keys(), keyFile), after)).isEqualTo("Canary Ann");
        erasing.erase(Set.of(person), LATER.plusSeconds(60));
        assertThat(name(sealer, after)).isEqualTo(Sealer.ERASED);
    }

    @Test
    void a_request_that_is_heard_again_after_the_person_was_opened_changes_nothing() {
        erasing.erase(Set.of(person), FIRST);
        erasing.open(person, LATER);
        var after = sealed(sealer, person);

        erasing.erase(Set.of(person), FIRST);

        assertThat(name(sealer, after)).isEqualTo("Canary Ann");
        erasing.erase(Set.of(person), LATER.plusSeconds(1));
        erasing.open(person, LATER);
        assertThat(name(sealer, after)).isEqualTo(Sealer.ERASED);
        assertThatThrownBy(() -> sealed(sealer, person)).isInstanceOf(PersonErasedException.class);
    }

    @Test
    void a_restored_backup_with_its_keys_stays_unreadable_by_the_register() {
        var mine = sealed(sealer, person);
        var backup = backup();
        erasing.erase(Set.of(person), FIRST);

        restore(backup);
        assertThat(name(new Sealer(keys(), keyFile), mine))
                .as("the backup by itself")
                .isEqualTo("Canary Ann");
        var started = keys();
        new Erasing(started, register()).begin();

        assertThat(name(new Sealer(started, keyFile), mine)).isEqualTo(Sealer.ERASED);
        assertThatThrownBy(() -> sealed(new Sealer(started, keyFile), person))
                .isInstanceOf(PersonErasedException.class);
    }

    @Test
    void a_register_that_was_lost_is_made_of_the_store_again() throws IOException {
        erasing.erase(Set.of(person), FIRST);
        Files.delete(folder.resolve("erased"));

        new Erasing(keys(), register()).begin();

        assertThat(register().all()).extracting(Erased::person).containsExactly(person);
    }

    @Test
    void a_line_that_was_not_written_to_its_end_is_passed_over() throws IOException {
        erasing.erase(Set.of(person), FIRST);
        Files.writeString(folder.resolve("erased"), other + " 1 2026", StandardOpenOption.APPEND);
        var again = new Erasing(keys(), register());
        again.erase(Set.of(other), FIRST);

        assertThat(register().all()).extracting(Erased::person).containsExactlyInAnyOrder(person, other);
    }

    @Test
    void a_key_store_that_cannot_be_reached_erases_nobody() {
        var nowhere = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .applyConnectionString(new ConnectionString("mongodb://localhost:1"))
                .build();
        try (var client = MongoClients.create(nowhere)) {
            var cut = new Erasing(new PersonKeys(client.getDatabase("x"), keyFile, Clock.systemUTC()), register());

            assertThatThrownBy(() -> cut.erase(Set.of(person), FIRST)).isInstanceOf(KeyStoreUnavailableException.class);
        }
        assertThat(register().all()).isEmpty();
        erasing.erase(Set.of(person), FIRST);
        assertThat(register().all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void of_any_history_exactly_what_was_sealed_since_the_last_erasure_opens(long seed) {
        var random =
                RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        var persons = List.of(person, other, UUID.randomUUID());
        var instances = List.of(sealer, new Sealer(keys(), keyFile));
        Map<UUID, List<ObjectNode>> readable = new HashMap<>();
        Map<UUID, List<ObjectNode>> gone = new HashMap<>();
        Map<UUID, Boolean> fenced = new HashMap<>();
        for (int step = 1; step <= 30; step++) {
            var one = persons.get(random.nextInt(persons.size()));
            var instance = instances.get(random.nextInt(instances.size()));
            var mine = readable.computeIfAbsent(one, _ -> new ArrayList<>());
            var at = FIRST.plusSeconds(step);
            switch (random.nextInt(6)) {
                case 0 -> {
                    erasing.erase(Set.of(one), at);
                    gone.computeIfAbsent(one, _ -> new ArrayList<>()).addAll(mine);
                    mine.clear();
                    fenced.put(one, true);
                }
                case 1 -> {
                    erasing.open(one, at);
                    fenced.put(one, false);
                }
                default -> {
                    if (fenced.getOrDefault(one, false)) {
                        assertThatThrownBy(() -> sealed(instance, one)).isInstanceOf(PersonErasedException.class);
                    } else {
                        mine.add(sealed(instance, one));
                    }
                }
            }
            if (random.nextInt(4) == 0) {
                assertThat(readable.values().stream().flatMap(List::stream))
                        .as("seed %d, step %d", seed, step)
                        .allMatch(json -> name(instance, json).equals("Canary Ann"));
                assertThat(gone.values().stream().flatMap(List::stream))
                        .as("seed %d, step %d", seed, step)
                        .allMatch(json -> name(instance, json).equals(Sealer.ERASED));
            }
        }
    }

    private PersonKeys keys() {
        return new PersonKeys(database, keyFile, Clock.systemUTC(), TRUST);
    }

    private ErasureRegister register() {
        return ErasureRegister.open(folder.resolve("erased"));
    }

    private Map<String, List<Document>> backup() {
        var copy = new HashMap<String, List<Document>>();
        for (var name : List.of("person_keys", "erased_persons", "key_file")) {
            copy.put(
                    name,
                    Flux.from(database.getCollection(name).find()).collectList().block());
        }
        return copy;
    }

    private void restore(Map<String, List<Document>> backup) {
        backup.forEach((name, documents) -> {
            Mono.from(database.getCollection(name).deleteMany(new Document())).block();
            documents.forEach(document -> Mono.from(database.getCollection(name)
                            .replaceOne(
                                    new Document("_id", document.get("_id")),
                                    document,
                                    new ReplaceOptions().upsert(true)))
                    .block());
        });
    }

    private static ObjectNode sealed(Sealer by, UUID whose) {
        var json = JsonNodeFactory.instance.objectNode().put("name", "Canary Ann");
        by.seal(json, whose, "contact.added.v1", List.of("name"));
        return json;
    }

    private static String name(Sealer by, ObjectNode json) {
        return by.unseal(json).get("name").stringValue();
    }
}
