package io.milepost.reporting.read.mart.files;

import io.milepost.reporting.read.mart.query.Column;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file is made of.
 *
 * @param rows gone through once, so they may come from anywhere
 * @param about what the file says of itself: its report, day, position and state
 */
public record Table(List<Column> columns, Iterable<Map<String, @Nullable Object>> rows, Map<String, String> about) {

    public Table {
        columns = List.copyOf(columns);
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }
}
