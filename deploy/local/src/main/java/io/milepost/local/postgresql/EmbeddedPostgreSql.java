package io.milepost.local.postgresql;

import io.milepost.local.FreePort;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server as a child of this process, on the loopback interface alone, with a role and a database of the
 * same name. What it has acknowledged is on the disk. One that dies is started again at once; one that outlives its starter
 * is ended by the next.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

    /** Of the role and of the database that it owns. */
    static final String NAME = "milepost";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);

    /** The recovery of what was not stopped cleanly takes its time, and so do connections that outlived their server. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Binaries binaries;
    private final DataFolder folder;
    private final int port;
    private final Login login;
    private Process server;
    private boolean closed;

    private EmbeddedPostgreSql(Binaries binaries, DataFolder folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.login = new Login("jdbc:postgresql://localhost:" + port + "/" + NAME, NAME, folder.password());
        this.server = launch();
    }

    /**
     * Starts the server and returns when it takes connections; {@link Unavailable} says why it cannot.
     *
     * @param binaries where the programs are unpacked, once for all who name the same folder
     * @param folder where data, password and the server's log stand, made when it is missing
     * @param port on the loopback interface, 0 for any that is free
     */
    public static EmbeddedPostgreSql start(Path binaries, Path folder, int port) {
        Binaries programs = Binaries.unpack(binaries.toAbsolutePath());
        DataFolder locked = DataFolder.lock(folder);
        try {
            ServerProcess.endOrphan(locked.data());
            locked.createIfMissing(programs);
            return new EmbeddedPostgreSql(programs, locked, port == 0 ? FreePort.besides(0) : port);
        } catch (RuntimeException failed) {
            locked.close();
            throw failed;
        }
    }

    /** Ends the server that a starter left behind in this folder when it was killed, if there is one. */
    public static void endOrphan(Path folder) {
        if (Files.exists(folder)) {
            try (DataFolder locked = DataFolder.lock(folder)) {
                ServerProcess.endOrphan(locked.data());
            }
        }
    }

    private Process launch() {
        Instant limit = Instant.now().plus(PATIENCE);
        while (true) {
            Process launched = process();
            if (isReady(launched, limit)) {
                logIn(launched);
                Thread.ofVirtual()
                        .name("postgresql-watch")
                        .start(() -> ended(launched.onExit().join()));
                return launched;
            }
            String said = folder.logged().toString();
            if (said.contains("Address already in use")) {
                throw new Unavailable(
                        "Port " + port + ", meant for PostgreSQL, is taken.",
                        "Stop the process that listens there, or move the suite: ./milepost up --port-base N");
            }
            // Connections of a killed server go on until they notice, and keep its memory.
            if (!said.contains("pre-existing shared memory block")
                    || Instant.now().isAfter(limit)) {
                throw Unavailable.saying(folder.logged(), folder);
            }
            pause();
        }
    }

    private Process process() {
        return binaries.start(
                Redirect.to(folder.log().toFile()),
                "postgres",
                "-D",
                folder.data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "log_checkpoints=off");
    }

    /** False when it ended instead. */
    private boolean isReady(Process launched, Instant limit) {
        while (launched.isAlive() && !ServerProcess.isReady(folder.data(), launched.pid())) {
            if (Instant.now().isAfter(limit)) {
                ServerProcess.end(launched.toHandle());
                return false;
            }
            pause();
        }
        return launched.isAlive();
    }

    private void logIn(Process launched) {
        try (Connection _ = login.open()) {
            // it knows us
        } catch (SQLException e) {
            ServerProcess.end(launched.toHandle());
            throw Login.isAboutWhoWeAre(e)
                    ? folder.wrongPassword("is not the one that the server knows", e)
                    : new Unavailable(
                            "PostgreSQL runs, but cannot be used: " + e.getMessage(), "See " + folder.log() + ".", e);
        }
    }

    /** One that was asked to stop ends with 0. */
    private synchronized void ended(Process dead) {
        if (closed || dead.exitValue() == 0) {
            return;
        }
        LOG.warn("PostgreSQL died with {}; it is started again", dead.exitValue());
        try {
            server = launch();
            LOG.info("PostgreSQL is back");
        } catch (Unavailable e) {
            LOG.error("PostgreSQL does not come back: {} {}", e.getMessage(), e.remedy());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL starts", e);
        }
    }

    /** How clients log in. */
    public Login login() {
        return login;
    }

    /** Whether it takes connections now. */
    public boolean healthy() {
        try (Connection connection = login.open()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The number of the server's process. */
    synchronized long pid() {
        return server.pid();
    }

    /** Cuts its clients off and stops it; the data stay. */
    @Override
    public synchronized void close() {
        closed = true;
        ServerProcess.end(server.toHandle());
        folder.close();
    }
}
