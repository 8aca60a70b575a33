package io.milepost.local;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A database that speaks the MongoDB protocol on the loopback interface. What it has answered survives the death of the
 * process (not of the machine: it does not wait for the disk). One filter on an indexed field and a range of
 * {@code _id} are served by ordered indexes. No transactions, sessions, change streams or authentication.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 64;

    /** A command waits for its commit on the connection's thread, so connections should not share few of them. */
    private static final int CONNECTION_THREADS = 64;

    private final DurableBackend backend;
    private final MongoServer server;
    private final int port;

    private EmbeddedDatabase(DurableBackend backend, MongoServer server) {
        this.backend = backend;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the database.
     *
     * @param file where the data stands, created when missing; null keeps them in memory
     * @param port the port on the loopback interface, 0 for any that is free
     */
    public static EmbeddedDatabase start(@Nullable Path file, int port) {
        DurableBackend backend = new DurableBackend(open(file));
        MongoServer server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, CONNECTION_THREADS);
        return new EmbeddedDatabase(backend, server);
    }

    private static MVStore open(@Nullable Path file) {
        if (file == null) {
            return new MVStore.Builder().open();
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder of " + file, e);
        }
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .open();
        store.setRetentionTime(0);
        return store;
    }

    /** The connection string of a driver. */
    public String uri() {
        return "mongodb://localhost:" + port;
    }

    /** The port on the loopback interface. */
    public int port() {
        return port;
    }

    /** False once a commit has failed: from then on nothing is answered. */
    public boolean healthy() {
        return backend.healthy();
    }

    /** Commits, makes the file small and closes it. Connected clients are cut off. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
