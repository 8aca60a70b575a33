package io.milepost.platform.eventlog;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.local.EmbeddedDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A server for a test class: the one at {@code MONGODB_URI}, else the embedded one in memory; a fresh database per test. */
public final class Databases implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final long RUN = ProcessHandle.current().pid();

    private final Optional<EmbeddedDatabase> embedded;
    private final MongoClient client;

    public Databases() {
        this(List.of());
    }

    /** @param listeners see every command that is sent */
    public Databases(List<CommandListener> listeners) {
        var given = Optional.ofNullable(System.getenv("MONGODB_URI"));
        embedded = given.isPresent() ? Optional.empty() : Optional.of(EmbeddedDatabase.start(null, 0));
        var uri = given.orElseGet(() -> embedded.orElseThrow().uri());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .commandListenerList(listeners)
                .build());
    }

    public MongoDatabase fresh() {
        return client.getDatabase("test_%d_%d".formatted(RUN, NUMBER.incrementAndGet()));
    }

    @Override
    public void close() {
        client.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
