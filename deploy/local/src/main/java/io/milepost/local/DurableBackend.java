package io.milepost.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The library's backend with two promises added: answers are durable, and filters use ordered indexes. */
final class DurableBackend extends H2Backend {

    private static final Set<String> CHANGES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection",
            "aggregate");

    private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct", "listcollections");

    /** Null in memory, where there is nothing to be durable in. */
    private final @Nullable GroupCommit commits;

    DurableBackend(MVStore store) {
        super(store);
        this.commits = isInMemory() ? null : new GroupCommit(store);
        if (commits != null) {
            // what opening has written: system collections of databases seen for the first time
            store.commit();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (commits != null && CHANGES.contains(name)) {
            return commits.change(() -> answer(channel, database, command, query));
        }
        if (commits != null && READS.contains(name)) {
            return commits.read(() -> answer(channel, database, command, query));
        }
        return super.handleCommand(channel, database, command, query);
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        Document answer = super.handleCommand(channel, database, command, query);
        if (command.equalsIgnoreCase("insert")
                && answer.get("writeErrors") instanceof List<?> errors
                && query.get("documents") instanceof List<?> documents) {
            answer.put("n", inserted(!Boolean.FALSE.equals(query.get("ordered")), documents.size(), errors));
        }
        return answer;
    }

    /** The library answers the number asked for, also after a failure. */
    private static int inserted(boolean ordered, int asked, List<?> errors) {
        boolean stoppedAt = ordered && errors.getFirst() instanceof Document;
        return stoppedAt && ((Document) errors.getFirst()).get("index") instanceof Integer index
                ? index
                : asked - errors.size();
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return commits == null ? super.handleQuery(query) : commits.read(() -> super.handleQuery(query));
    }

    /** Whether the store still takes and commits changes. */
    boolean healthy() {
        return commits == null || commits.healthy();
    }

    @Override
    public void close() {
        if (commits != null) {
            commits.close();
        }
        // Without compaction: H2's own can fail on a store that was compacted while idle, and all is committed already.
        getMvStore().close(0);
        super.close();
    }
}
