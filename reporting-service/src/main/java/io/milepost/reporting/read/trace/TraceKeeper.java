package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.setaside.Attempt;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Gaps;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps each event of a deal as a step of its aggregate, and ties the ids that it names. Nothing is looked up while it is written: the
 * topics of the services may come in any order, each writes rows of its own, and what belongs together is found when a trace is asked
 * for. Links are a set and a step stands under its position, so what is written twice, or after a later one, is the same. An event that
 * cannot be read is left out, which is noted; nothing is folded here, so what its subject says later is a step again.
 */
public final class TraceKeeper implements Keeper {
    static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery");

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public List<String> sources() {
        return SERVICES;
    }

    @Override
    public List<String> statements(Tables tables) {
        return TraceTables.statements(tables);
    }

    @Override
    public Feed.Book book(Tables tables, String source) {
        return new Feed.Book() {
            @Override
            public List<String> names() {
                return List.of(of(source));
            }

            @Override
            public Feed.Work begin() {
                return new Work(of(source), new TraceTables(tables, source), new Gaps(List.of(of(source)), tables));
            }
        };
    }

    private static final class Work implements Feed.Work {
        private final String name;
        private final TraceTables tables;
        private final Gaps gaps;
        private final List<Mention> read = new ArrayList<>();

        /** Of subjects that are set aside, what could be read of the events that were left out or followed. */
        private final List<Mention> beyond = new ArrayList<>();

        Work(String name, TraceTables tables, Gaps gaps) {
            this.name = name;
            this.tables = tables;
            this.gaps = gaps;
        }

        @Override
        public void load(Connection connection, List<Inbound> events) {
            // What is said does not depend on what was said before.
        }

        @Override
        public void loadAsides(Connection connection) throws SQLException {
            gaps.load(connection);
        }

        @Override
        public void fold(List<Inbound> events) {
            for (var event : events) {
                if (Mention.isOfDeal(event)) {
                    boolean left = gaps.has(event);
                    switch (Attempt.of(() -> Mention.of(event))) {
                        case Attempt.Done<Mention>(Mention mention) -> (left ? beyond : read).add(mention);
                        case Attempt.Failed<Mention>(RuntimeException fault) -> {
                            if (!left) {
                                gaps.add(event, fault);
                            }
                        }
                    }
                }
            }
        }

        @Override
        public void write(Connection connection) throws SQLException {
            gaps.write(connection);
            var all = new ArrayList<>(read);
            all.addAll(beyond);
            tables.write(connection, all);
        }

        /** Which of the later events of a subject could not be read when they came is not noted: of them, what is there is compared. */
        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            gaps.compare(found);
            var expected = new ArrayList<>(read);
            Map<UUID, Set<Long>> there = new HashMap<>();
            tables.positions(connection, gaps.subjects(), there);
            beyond.stream()
                    .filter(mention -> there.getOrDefault(mention.step().id(), new HashSet<>())
                            .contains(mention.step().position()))
                    .forEach(expected::add);
            tables.compare(connection, name, expected, found);
        }
    }
}
