package io.milepost.platform.eventlog;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/** What went to the server: the commands on each database's event log, with their concerns, and how many at once. */
final class SentCommands implements CommandListener {

    /** A command; concerns and projection are empty documents where none was given. */
    record Sent(
            String database,
            String command,
            BsonDocument writeConcern,
            BsonDocument readConcern,
            BsonDocument projection) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Set<Integer> inserting = new HashSet<>();
    private final Map<String, Integer> mostInserting = new HashMap<>();

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        var name = event.getCommandName();
        if (!command.containsKey(name)
                || !command.get(name).isString()
                || !command.getString(name).getValue().equals("event_log")) {
            return;
        }
        sent.add(new Sent(
                event.getDatabaseName(),
                name,
                copied(command, "writeConcern"),
                copied(command, "readConcern"),
                copied(command, "projection")));
        if (name.equals("insert")) {
            inserting.add(event.getRequestId());
            mostInserting.merge(event.getDatabaseName(), inserting.size(), Math::max);
        }
    }

    @Override
    public synchronized void commandSucceeded(CommandSucceededEvent event) {
        inserting.remove(event.getRequestId());
    }

    @Override
    public synchronized void commandFailed(CommandFailedEvent event) {
        inserting.remove(event.getRequestId());
    }

    synchronized List<Sent> on(String database, String... commands) {
        return sent.stream()
                .filter(command ->
                        command.database().equals(database) && List.of(commands).contains(command.command()))
                .toList();
    }

    /** The most inserts that were under way at one time. */
    synchronized int mostInserting(String database) {
        return mostInserting.getOrDefault(database, 0);
    }

    private static BsonDocument copied(BsonDocument command, String name) {
        return command.containsKey(name) ? command.getDocument(name).clone() : new BsonDocument();
    }
}
