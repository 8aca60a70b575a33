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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server for a test class and a fresh database per test: the server that {@code MONGODB_URI} names, as a system property
 * or in the environment, else a container's (see {@link Container}), else the embedded one in memory. Databases made here are dropped at the end.
 */
public final class Databases implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Several runs may share a server. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

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
                .filter(uri -> !uri.isBlank())
                .or(Container::uri);
    }

    public MongoDatabase fresh() {
        var name = "test_%s_%d".formatted(RUN, NUMBER.incrementAndGet());
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
