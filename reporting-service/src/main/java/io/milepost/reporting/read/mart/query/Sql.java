package io.milepost.reporting.read.mart.query;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it grows: text that is ours alone, and values that are bound and never part of it. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Many values of one type, bound as one. */
    private record Many(String type, List<?> values) {}

    Sql add(String part) {
        text.append(part);
        return this;
    }

    Sql add(Sql part) {
        text.append(part.text);
        values.addAll(part.values);
        return this;
    }

    /** A value of a type of PostgreSQL's. */
    Sql value(String type, Object value) {
        text.append("?::").append(type);
        values.add(value.toString());
        return this;
    }

    Sql array(String type, List<?> many) {
        text.append("?::").append(type).append("[]");
        values.add(new Many(type, many));
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text.toString());
        for (int at = 0; at < values.size(); at++) {
            if (values.get(at) instanceof Many many) {
                Array array =
                        connection.createArrayOf(many.type(), many.values().toArray());
                statement.setArray(at + 1, array);
            } else {
                statement.setObject(at + 1, values.get(at));
            }
        }
        return statement;
    }
}
