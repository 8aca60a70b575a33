package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.Parcel.MoveParcel;
import io.milepost.platform.eventlog.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command costs with and without its entity in memory, for ADR 0023. Not one of the checks: run it by
 * {@code mvn -pl platform -am test -Dtest=EntityFigures -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class EntityFigures {

    private static final int ROUNDS = 40;
    private static final AtomicLong READ = new AtomicLong();

    @TempDir
    private Path folder;

    @Test
    void a_command_on_entities_of_different_length() {
        try (var databases = new Databases(new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                if (event.getCommandName().equals("find")
                        || event.getCommandName().equals("getMore")) {
                    READ.addAndGet(bytes(event.getResponse()));
                }
            }
        })) {
            row(databases, 50);
            System.out.println("Medians of " + ROUNDS + ", one command at a time:");
            System.out.println("events   in memory        cold   of it the fold    bytes read");
            for (int length : new int[] {50, 200, 1_000, 5_000}) {
                System.out.println(row(databases, length));
            }
        }
    }

    private String row(Databases databases, int length) {
        var events = databases.fresh();
        var keys = databases.fresh();
        var id = UUID.randomUUID();
        long warm;
        try (var parcels = new ParcelService(events, keys, folder, cache(100))) {
            parcels.commands.dispatch(request(id, "accept", accept(), "r")).join();
            for (int i = 1; i < length - ROUNDS; i++) {
                move(parcels, id);
            }
            warm = median(() -> move(parcels, id));
        }
        try (var parcels = new ParcelService(events, keys, folder, cache(0))) {
            var history = parcels.entities.history(Parcel.catalogue(), id).join();
            var codec = new EventCodec(parcels.sealer);
            long fold = median(() -> Fold.of(Parcel.catalogue(), codec, id, history));
            READ.set(0);
            move(parcels, id);
            long read = READ.get();
            long cold = median(() -> move(parcels, id));
            return "%6d %8d us %8d us %13d us %13d".formatted(history.size(), warm, cold, fold, read);
        }
    }

    private static void move(ParcelService parcels, UUID id) {
        parcels.commands
                .dispatch(request(id, UUID.randomUUID().toString(), new MoveParcel("Riga"), "r"))
                .join();
    }

    private static long median(Runnable work) {
        var micros = LongStream.range(0, ROUNDS)
                .map(_ -> {
                    long started = System.nanoTime();
                    work.run();
                    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
                })
                .sorted()
                .toArray();
        return micros[ROUNDS / 2];
    }

    private static int bytes(BsonDocument reply) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, reply, EncoderContext.builder().build());
            return buffer.getSize();
        }
    }

    private static EntityCache cache(int most) {
        return new EntityCache(most, new SimpleMeterRegistry());
    }
}
