package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Fold;
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

/** Writes the datasets over one fold: the views that they share, and of each the history of its rows and the sums of its rollups. */
final class Rows<V> implements Feed.Book {
    private final Fold<V> fold;
    private final List<? extends Part<V, ?>> parts;
    private final Tables tables;

    /** One of the datasets. */
    record Part<V, R>(Dataset<V, R> dataset, Measures<R> measures, List<Rollup<R>> rollups) {
        Map<String, Row> of(V view) {
            return Row.of(measures, dataset.rows().apply(view));
        }

        Batch<R> begin(Tables tables) {
            return new Batch<>(
                    new Spans(measures, tables.history(dataset)),
                    rollups.stream()
                            .map(rollup -> new Sums<>(measures, rollup, tables))
                            .toList());
        }
    }

    Rows(Fold<V> fold, List<? extends Part<V, ?>> parts, Tables tables) {
        this.fold = fold;
        this.parts = parts;
        this.tables = tables;
    }

    @Override
    public List<String> names() {
        return parts.stream().map(part -> part.dataset().name()).toList();
    }

    @Override
    public Feed.Work begin() {
        return new Work();
    }

    private final class Work implements Feed.Work {
        private final Views<V, List<Map<String, Row>>> views = new Views<>(
                names(),
                tables,
                fold,
                view -> parts.stream().map(part -> part.of(view)).toList());
        private final List<? extends Batch<?>> batches =
                parts.stream().map(part -> part.begin(tables)).toList();

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
            views.fold(events, (event, before, after, view) -> {
                LocalDate day = fold.day(view);
                for (int at = 0; at < batches.size(); at++) {
                    batches.get(at).change(event, before == null ? Map.of() : before.get(at), after.get(at), day);
                }
            });
        }

        @Override
        public void write(Connection connection) throws SQLException {
            views.write(connection);
            for (var batch : batches) {
                batch.write(connection);
            }
        }

        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            views.compare(connection, found);
            for (var batch : batches) {
                batch.compare(connection, found);
            }
        }
    }

    /** What a batch of events changes in one dataset. */
    record Batch<R>(Spans spans, List<Sums<R>> sums) {

        void change(Inbound event, Map<String, Row> before, Map<String, Row> after, LocalDate day) {
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

        void write(Connection connection) throws SQLException {
            spans.write(connection);
            for (var sum : sums) {
                sum.write(connection);
            }
        }

        void compare(Connection connection, Differences found) throws SQLException {
            spans.compare(connection, found);
            for (var sum : sums) {
                sum.compare(connection, found);
            }
        }
    }
}
