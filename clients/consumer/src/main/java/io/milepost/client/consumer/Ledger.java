package io.milepost.client.consumer;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Deals that were won, and how far each partition has been read: two tables of one database, changed in the same transactions. */
final class Ledger implements AutoCloseable {
    private static final String DEALS = """
            create table if not exists won_deal (
                event_id varchar(64) primary key,
                opportunity_id varchar(64) not null,
                amount numeric(30, 4) not null,
                currency char(3) not null,
                closed_on date not null)
            """;
    private static final String POSITIONS = """
            create table if not exists consumed (
                topic varchar(200) not null,
                topic_partition integer not null,
                next_offset bigint not null,
                epoch varchar(64) not null,
                primary key (topic, topic_partition))
            """;

    private final Connection connection;

    private Ledger(Connection connection) {
        this.connection = connection;
    }

    /** A row of what was won; the event's id says whether it is there already. */
    record Deal(String eventId, String opportunityId, BigDecimal amount, String currency, LocalDate closedOn) {}

    /** Where to go on, and in which life of the producer's log. */
    record Position(long nextOffset, String epoch) {}

    static Ledger open(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(DEALS);
            statement.execute(POSITIONS);
        }
        connection.commit();
        return new Ledger(connection);
    }

    Optional<Position> position(TopicPartition partition) throws SQLException {
        try (var select = connection.prepareStatement(
                "select next_offset, epoch from consumed where topic = ? and topic_partition = ?")) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            try (var found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Position(found.getLong(1), found.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** False where the event has been booked before: a double changes nothing. */
    boolean book(Deal deal) throws SQLException {
        if (isBooked(deal.eventId())) {
            return false;
        }
        try (var insert = connection.prepareStatement(
                "insert into won_deal (event_id, opportunity_id, amount, currency, closed_on) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, deal.eventId());
            insert.setString(2, deal.opportunityId());
            insert.setBigDecimal(3, deal.amount());
            insert.setString(4, deal.currency());
            insert.setObject(5, deal.closedOn());
            insert.executeUpdate();
        }
        return true;
    }

    private boolean isBooked(String eventId) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from won_deal where event_id = ?")) {
            select.setString(1, eventId);
            try (var found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    void advance(TopicPartition partition, Position position) throws SQLException {
        if (change(
                        "update consumed set next_offset = ?, epoch = ? where topic = ? and topic_partition = ?",
                        partition,
                        position)
                == 0) {
            change(
                    "insert into consumed (next_offset, epoch, topic, topic_partition) values (?, ?, ?, ?)",
                    partition,
                    position);
        }
    }

    private int change(String sql, TopicPartition partition, Position position) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position.nextOffset());
            statement.setString(2, position.epoch());
            statement.setString(3, partition.topic());
            statement.setInt(4, partition.partition());
            return statement.executeUpdate();
        }
    }

    /** From here on, what was booked and the position behind it are there, or neither is. */
    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    List<Deal> deals() throws SQLException {
        var deals = new ArrayList<Deal>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery("""
                select event_id, opportunity_id, amount, currency, closed_on from won_deal
                order by closed_on, opportunity_id, event_id
                """)) {
            while (rows.next()) {
                deals.add(new Deal(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBigDecimal(3),
                        rows.getString(4),
                        rows.getObject(5, LocalDate.class)));
            }
        }
        connection.commit();
        return deals;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
