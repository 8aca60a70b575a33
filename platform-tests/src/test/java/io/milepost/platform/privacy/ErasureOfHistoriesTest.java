package io.milepost.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.EntityView;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.sealing.Erasing;
import io.milepost.platform.sealing.ErasureRegister;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("R-187: persons are erased at any point of any history")
class ErasureOfHistoriesTest {
    private static final String CANARY = "Canary Birdsong";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName(
            "every entity is replayed, totals and the chain stand, no byte has whoever was erased, others are there")
    void an_erasure_takes_nothing_else(long seed) throws IOException {
        var random =
                RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        var files = folder.resolve("database");
        Files.createDirectories(files);
        try (var database = EmbeddedDatabase.start(files.resolve("store"), 0);
                var client = MongoClients.create(database.uri());
                var office = ParcelOffice.open(database.uri(), "erased", folder)) {
            var keyFile = KeyFile.open(folder.resolve("erased.keys"));
            var keys = new PersonKeys(client.getDatabase("erased_keys"), keyFile, Clock.systemUTC());
            var sealer = new Sealer(keys, keyFile);
            var erasing = new Erasing(keys, ErasureRegister.open(folder.resolve("erased.register")));
            var holdings = new Holdings(office.log(), List.of(ParcelMessages.CATALOGUE));
            Map<UUID, String> names = new LinkedHashMap<>();
            Set<UUID> erased = new HashSet<>();

            for (int round = 1; round <= 2; round++) {
                history(office, names, erased, random, seed);
                assertThat(opened(office, sealer, names.keySet()))
                        .as("seed %d: before the erasure it is found", seed)
                        .anyMatch(view -> view.path("recipient").asString("").startsWith(CANARY));
                var worth = worth(office, sealer, names.keySet());
                var end = office.log().chainEnd();
                var some = names.keySet().stream()
                        .filter(id -> !erased.contains(id) && random.nextInt(3) > 0)
                        .toList();
                erasing.erase(
                        new HashSet<>(some),
                        Instant.parse("2026-03-02T09:00:00Z").plusSeconds(round));
                erased.addAll(some);

                assertThat(office.log().chainEnd())
                        .as("the erasure changes no event")
                        .isEqualTo(end);
                assertThat(office.log().verify(0).intact()).isTrue();
                assertThat(worth(office, sealer, names.keySet())).isEqualByComparingTo(worth);
                for (var view : opened(office, sealer, names.keySet())) {
                    var id = UUID.fromString(view.path("id").asString());
                    assertThat(view.path("recipient").asString())
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(erased.contains(id) ? Sealer.ERASED : names.get(id));
                }
                if (!some.isEmpty()) {
                    var concerned = holdings.concerned(some, new Nobody()).entities();
                    assertThat(concerned)
                            .extracting(Erasure.Affected::entity)
                            .containsExactlyInAnyOrderElementsOf(some);
                    assertThat(concerned)
                            .allMatch(
                                    one -> one.open().isEmpty() && one.sealed().size() == 1);
                }
            }
            assertThat(erased)
                    .as("seed %d: somebody was erased, and somebody was not", seed)
                    .isNotEmpty();
        }
        var bytes = bytes(files);
        assertThat(bytes.contains("label of seed " + seed))
                .as("control: what is looked through")
                .isTrue();
        assertThat(bytes.contains(CANARY)).as("a person in the clear").isFalse();
    }

    /** There are no webhooks here. */
    private static final class Nobody implements Receivers.Reading {
        @Override
        public void take(StoredEvent event, boolean concerned) {
            // Nothing is sent to anybody.
        }

        @Override
        public List<Erasure.Receiver> found() {
            return List.of();
        }
    }

    /** Of those who were erased things go on happening that say nothing of them. */
    private static void history(
            ParcelOffice office, Map<UUID, String> names, Set<UUID> erased, RandomGenerator random, long seed) {
        for (int step = 0; step < 12; step++) {
            var known = new ArrayList<>(names.keySet());
            if (known.size() < 3 || random.nextBoolean()) {
                var id = UUID.randomUUID();
                var name = CANARY + " " + names.size();
                assertThat(send(
                                office,
                                id,
                                ParcelOffice.post(
                                        "label of seed " + seed + " " + id, name, random.nextInt(1, 90) + ".25")))
                        .isInstanceOf(Outcome.Committed.class);
                names.put(id, name);
            } else {
                var one = known.get(random.nextInt(known.size()));
                assertThat(send(office, one, new WeighParcel(random.nextInt(1, 30_000))))
                        .as("erased: %s", erased.contains(one))
                        .isInstanceOfAny(Outcome.Committed.class, Outcome.Unchanged.class);
            }
        }
    }

    /** As callers do, whose commands leave a hash behind and not what they say. */
    private static Outcome send(ParcelOffice office, UUID id, Record command) {
        var request = "test/" + UUID.randomUUID();
        return office.commands()
                .dispatch(new Request(
                        id,
                        command,
                        request,
                        request.getBytes(StandardCharsets.UTF_8),
                        null,
                        Request.Timing.PRESENT,
                        Who.unbound("tester"),
                        Sight.ALL,
                        null,
                        false,
                        Map.of(Metadata.CORRELATION, request)))
                .join();
    }

    private static List<JsonNode> opened(ParcelOffice office, Sealer sealer, Set<UUID> parcels) {
        return parcels.stream()
                .map(id -> office.entities()
                        .load(ParcelMessages.CATALOGUE, id, new AsOf.Now())
                        .join())
                .map(entity -> sealer.unseal(EntityView.of(ParcelMessages.CATALOGUE, entity)))
                .toList();
    }

    private static BigDecimal worth(ParcelOffice office, Sealer sealer, Set<UUID> parcels) {
        return opened(office, sealer, parcels).stream()
                .map(view -> new BigDecimal(view.path("worth").path("amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String bytes(Path files) throws IOException {
        var all = new StringBuilder();
        try (var found = Files.walk(files)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
