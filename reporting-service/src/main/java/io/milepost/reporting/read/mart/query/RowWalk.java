package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.query.Column.Unit;
import io.milepost.reporting.read.mart.store.MartException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A dataset's rows as they come out of the database. */
final class RowWalk implements Iterator<Map<String, @Nullable Object>> {
    private final List<Column> columns;
    private final ResultSet found;
    private boolean ready;

    RowWalk(List<Column> columns, ResultSet found) {
        this.columns = columns;
        this.found = found;
    }

    @Override
    public boolean hasNext() {
        try {
            ready = ready || found.next();
            return ready;
        } catch (SQLException e) {
            throw new MartException(e);
        }
    }

    @Override
    public Map<String, @Nullable Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        try {
            return row(columns, found);
        } catch (SQLException e) {
            throw new MartException(e);
        }
    }

    /** The one that stands there, amounts with the decimals of their currency. */
    static Map<String, @Nullable Object> row(List<Column> columns, ResultSet found) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < columns.size(); at++) {
            Object value = found.getObject(at + 1);
            row.put(columns.get(at).name(), value instanceof java.sql.Date day ? day.toLocalDate() : value);
        }
        scaled(columns, row);
        return Collections.unmodifiableMap(row);
    }

    private static void scaled(List<Column> columns, Map<String, @Nullable Object> row) {
        for (var column : columns) {
            if (column.type() == Column.Type.INTEGER && row.get(column.name()) instanceof BigDecimal number) {
                row.put(column.name(), number.toBigIntegerExact());
            }
        }
        if (row.get("currency") instanceof String currency) {
            int scale = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            for (var column : columns) {
                if (column.unit() == Unit.CURRENCY && row.get(column.name()) instanceof BigDecimal amount) {
                    row.put(column.name(), amount.setScale(scale, RoundingMode.UNNECESSARY));
                }
            }
        }
    }
}
