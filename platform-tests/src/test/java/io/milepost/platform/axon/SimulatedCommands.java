package io.milepost.platform.axon;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.SimulatedLog;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.simulation.Instance;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands for parcels as they are, through Axon's bus and unit of work, on the threads of a schedule. */
public final class SimulatedCommands {

    private SimulatedCommands() {}

    public static Commands open(
            Instance instance, EventLog log, MongoDatabase keys, KeyFile keyFile, Clock clock, MeterRegistry meters) {
        return of(ParcelMessages.CATALOGUE, instance, log, keys, keyFile, clock, meters);
    }

    static Commands of(
            Catalogue<?, ?, ?> catalogue,
            Instance instance,
            EventLog log,
            MongoDatabase keys,
            KeyFile keyFile,
            Clock clock,
            MeterRegistry meters) {
        var sealer = new Sealer(new PersonKeys(keys, keyFile, clock), keyFile);
        return new Commands(
                List.of(catalogue),
                log,
                new EventCodec(sealer),
                sealer,
                clock,
                ZoneOffset.UTC,
                new EntityCache(100, meters),
                EntityLimits.DEFAULT,
                new SimulatedLog.OwnThread(),
                attempt -> instance.await(() -> false, TimeUnit.MILLISECONDS.toNanos(2L << attempt)));
    }
}
