package io.milepost.bench.methods;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.value.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.JsonNode;

/** What it costs that an event tells of a person, whose key is in memory. */
@State(Scope.Benchmark)
public class SealingWork {
    private static final UUID PARCEL = new UUID(7, 7);
    private static final ParcelPosted OPEN = new ParcelPosted(
            "no 7", null, Money.of("12.00", "USD"), ParcelCommand.Size.SMALL, List.of(), LocalDate.of(2026, 3, 1));
    private static final ParcelPosted PERSONAL = new ParcelPosted(
            "no 7",
            "Ines Okafor",
            Money.of("12.00", "USD"),
            ParcelCommand.Size.SMALL,
            List.of(),
            LocalDate.of(2026, 3, 1));

    private final EmbeddedDatabase database = EmbeddedDatabase.start(null, 0);
    private final MongoClient client = MongoClients.create(database.uri());
    private final Path folder = folder();
    private final Sealer sealer = sealer();
    private final EventCodec codec = new EventCodec(sealer);
    private final JsonNode sealed = Json.mapper().readTree(codec.encode(ParcelMessages.CATALOGUE, PARCEL, PERSONAL));

    private Sealer sealer() {
        var keyFile = KeyFile.open(folder.resolve("keys"));
        return new Sealer(new PersonKeys(client.getDatabase("keys"), keyFile, Clock.systemUTC()), keyFile);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("milepost-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TearDown
    public void close() throws IOException {
        client.close();
        database.close();
        Files.delete(folder.resolve("keys"));
        Files.delete(folder);
    }

    /** An event that tells of nobody, to bytes. */
    @Benchmark
    public byte[] encodeOpen() {
        return codec.encode(ParcelMessages.CATALOGUE, PARCEL, OPEN);
    }

    /** The same with a recipient, whose name is sealed. */
    @Benchmark
    public byte[] encodeSealed() {
        return codec.encode(ParcelMessages.CATALOGUE, PARCEL, PERSONAL);
    }

    /** The name made readable for an answer. */
    @Benchmark
    public JsonNode unsealOne() {
        return sealer.unseal(sealed);
    }
}
