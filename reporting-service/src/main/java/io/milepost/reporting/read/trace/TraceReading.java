package io.milepost.reporting.read.trace;

import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.MartException;
import io.milepost.reporting.read.mart.store.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Walks in the tables of one generation, all of it at one moment. */
final class TraceReading {
    private static final TraceKeeper KEEPER = new TraceKeeper();
    private static final List<String> NAMES =
            TraceKeeper.SERVICES.stream().map(KEEPER::of).toList();

    private final Mart mart;

    TraceReading(Mart mart) {
        this.mart = mart;
    }

    /** @param setAside how many of its ids some service has said something of that cannot be read */
    record Found(Trace trace, long setAside) {}

    Found from(UUID start, Tables tables) {
        return mart.read(connection -> {
            var trace = Trace.from(start, ids -> nodes(connection, tables, ids));
            return new Found(trace, TraceTables.setAside(connection, tables, NAMES, trace.all(start)));
        });
    }

    private static List<Node> nodes(Connection connection, Tables tables, Collection<UUID> ids) {
        try {
            return TraceTables.read(connection, tables, ids);
        } catch (SQLException e) {
            throw new MartException(e);
        }
    }
}
