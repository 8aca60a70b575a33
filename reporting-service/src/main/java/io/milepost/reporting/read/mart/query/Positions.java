package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.store.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** How far the tables are. */
final class Positions {
    private Positions() {}

    /** By source and partition, in the snapshot of the connection. */
    static Map<String, Map<Integer, Long>> reached(Connection connection, Tables tables) throws SQLException {
        var reached = new TreeMap<String, Map<Integer, Long>>();
        try (var select = connection.prepareStatement("select source, partition, position from " + tables.positions());
                var found = select.executeQuery()) {
            while (found.next()) {
                reached.computeIfAbsent(found.getString(1), _ -> new TreeMap<>())
                        .put(found.getInt(2), found.getLong(3));
            }
        }
        return reached;
    }
}
