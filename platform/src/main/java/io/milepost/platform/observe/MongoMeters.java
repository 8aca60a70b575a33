package io.milepost.platform.observe;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandFailedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;

/** Measures a client of MongoDB by its pool and by command, without the labels by which the series of each collection would multiply. */
public final class MongoMeters {
    private MongoMeters() {}

    public static void measure(MongoClientSettings.Builder client, MeterRegistry meters) {
        client.addCommandListener(new MongoMetricsCommandListener(meters, MongoMeters::tagsOf))
                .applyToConnectionPoolSettings(pool ->
                        pool.addConnectionPoolListener(new MongoMetricsConnectionPoolListener(
                                meters,
                                created -> Tags.of(
                                        "server",
                                        created.getServerId().getAddress().toString()))));
    }

    private static Tags tagsOf(CommandEvent event) {
        return Tags.of(
                "command",
                event.getCommandName(),
                "outcome",
                event instanceof CommandFailedEvent ? "failed" : "answered");
    }
}
