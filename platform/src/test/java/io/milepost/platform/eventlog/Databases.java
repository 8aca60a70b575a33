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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server for a test class and a fresh database per test: the server that {@code MONGODB_URI} names, as a system property
 * or in the environment, else the embedded one in memory. Databases made here are dropped at the end.
 */
public final class Databases implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final long RUN = ProcessHandle.current().pid();
    private static final CommandListener NOBODY = new CommandListener() {};

    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Optional<EmbeddedDatabase> embedded;
    private final String uri;
    private final MongoClient client;

    public Databases() {
        this(NOBODY);
    }

    /** @param listener is told of every command that is sent */
    public Databases(CommandListener listener) {
        var given = given();
        embedded = given.isPresent() ? Optional.empty() : Optional.of(EmbeddedDatabase.start(null, 0));
        uri = given.orElseGet(() -> embedded.orElseThrow().uri());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(listener)
                .build());
    }

    /** The server that tests are told to use, if any. */
    static Optional<String> given() {
        return Optional.ofNullable(System.getProperty("MONGODB_URI"))
                .or(() -> Optional.ofNullable(System.getenv("MONGODB_URI")))
                .filter(uri -> !uri.isBlank());
    }

    public MongoDatabase fresh() {
        var name = "test_%d_%d".formatted(RUN, NUMBER.incrementAndGet());
        made.add(name);
        return client.getDatabase(name);
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        if (embedded.isEmpty()) {
            made.forEach(name -> Publishers.all(client.getDatabase(name).drop()));
        }
        client.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
