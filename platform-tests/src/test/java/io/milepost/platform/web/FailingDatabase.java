package io.milepost.platform.web;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.mvstore.MVStore;

/** A database in memory that fails when it is told to, as a real one does. */
final class FailingDatabase implements AutoCloseable {

    /** What it does instead of a change; reads are served but for the last. */
    enum Fault {
        NONE,
        /** Each insert takes a while. */
        SLOW,
        /** A member of a set that is, or has become, a secondary. */
        NOT_PRIMARY,
        /** The user may only read. */
        UNAUTHORIZED,
        DISK_FULL,
        /** Every connection is cut at the next command. */
        GONE
    }

    private static final Set<String> CHANGES =
            Set.of("insert", "update", "delete", "findandmodify", "create", "createindexes");
    private static final int CONNECTION_THREADS = 64;

    private final MongoServer server;
    private volatile Fault fault = Fault.NONE;

    FailingDatabase() {
        server = new MongoServer(new Backend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTION_THREADS);
    }

    void fail(Fault with) {
        fault = with;
    }

    String uri() {
        return "mongodb://localhost:" + server.getLocalAddress().getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Backend extends H2Backend {

        Backend() {
            super(new MVStore.Builder().open());
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            cutIfGone(channel);
            if (!CHANGES.contains(command.toLowerCase(Locale.ROOT))) {
                return super.handleCommand(channel, database, command, query);
            }
            return switch (fault) {
                case NONE, GONE -> super.handleCommand(channel, database, command, query);
                case SLOW -> {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
                    yield super.handleCommand(channel, database, command, query);
                }
                case NOT_PRIMARY -> throw new MongoServerError(10107, "NotWritablePrimary", "not primary");
                case UNAUTHORIZED -> throw new MongoServerError(13, "Unauthorized", "not authorized to " + command);
                case DISK_FULL ->
                    new Document("ok", 1)
                            .append("n", 0)
                            .append(
                                    "writeErrors",
                                    List.of(new Document("index", 0)
                                            .append("code", 14031)
                                            .append("errmsg", "available disk space is below the minimum")));
            };
        }

        @Override
        public QueryResult handleQuery(MongoQuery query) {
            cutIfGone(query.getChannel());
            return super.handleQuery(query);
        }

        private void cutIfGone(Channel channel) {
            if (fault == Fault.GONE) {
                var _ = channel.close();
                throw new IllegalStateException("gone");
            }
        }
    }
}
