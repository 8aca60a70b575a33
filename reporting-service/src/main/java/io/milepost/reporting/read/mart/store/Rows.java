package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Rollup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a dataset: its views, the history of its rows, and the sums of its rollups. */
final class Rows<V, R> implements Feed.Book {
    private final Dataset<V, R> dataset;
    private final Measures<R> measures;
    private final List<Rollup<R>> rollups;
    private final Tables tables;

    Rows(Dataset<V, R> dataset, Measures<R> measures, List<Rollup<R>> rollups, Tables tables) {
        this.dataset = dataset;
        this.measures = measures;
        this.rollups = rollups;
        this.tables = tables;
    }

    @Override
    public String name() {
        return dataset.name();
    }

    @Override
    public Feed.Work begin() {
        return new Work();
    }

    private final class Work implements Feed.Work {
        private final Views<V, Map<String, Row>> views = new Views<>(
                dataset.name(),
                tables,
                dataset.fold(),
                view -> Row.of(measures, dataset.rows().apply(view)));
        private final Spans spans = new Spans(measures, tables.history(dataset));
        private final List<Sums<R>> sums = rollups.stream()
                .map(rollup -> new Sums<>(measures, rollup, tables))
                .toList();

        @Override
        public void load(Connection connection, List<Inbound> events) throws SQLException {
            views.load(connection, events);
        }

        @Override
        public void loadAsides(Connection connection) throws SQLException {
            views.loadAsides(connection);
        }

        @Override
        public void fold(List<Inbound> events) {
            views.fold(
                    events,
                    (event, before, after, view) -> change(
                            event,
                            before == null ? Map.of() : before,
                            after,
                            dataset.fold().day(view)));
        }

        private void change(Inbound event, Map<String, Row> before, Map<String, Row> after, LocalDate day) {
            var parts = new TreeSet<>(before.keySet());
            parts.addAll(after.keySet());
            for (String part : parts) {
                @Nullable Row was = before.get(part);
                @Nullable Row is = after.get(part);
                if (!Objects.equals(was, is)) {
                    spans.change(event, part, day, was != null, is);
                    sums.forEach(sum -> sum.change(was, is, day));
                }
            }
        }

        @Override
        public void write(Connection connection) throws SQLException {
            views.write(connection);
            spans.write(connection);
            for (var sum : sums) {
                sum.write(connection);
            }
        }

        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            views.compare(connection, found);
            spans.compare(connection, found);
            for (var sum : sums) {
                sum.compare(connection, found);
            }
        }
    }
}
