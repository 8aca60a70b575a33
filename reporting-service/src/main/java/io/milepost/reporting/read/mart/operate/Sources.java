package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Subscription;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Extent;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** What the mart is fed from: of each generation a feed and a consumer group for each source. */
final class Sources {
    private final Mart mart;
    private final Schema schema;
    private final Declarations declarations;
    private final Backlog backlog;

    Sources(Mart mart, Schema schema, Declarations declarations, Backlog backlog) {
        this.mart = mart;
        this.schema = schema;
        this.declarations = declarations;
        this.backlog = backlog;
    }

    Set<String> names() {
        return schema.sources();
    }

    /** Another schema is another group: it is filled from the first event on, whatever the former one has read. */
    static String group(String schema, String source) {
        return "reporting-service.%s-%s".formatted(schema.replace('_', '-'), source);
    }

    String group(int generation, String source) {
        return group(schema.tables(generation).schema(), source);
    }

    Feed feed(int generation, String source) {
        return new Feed(mart, schema.tables(generation), declarations, schema.keepers(), source);
    }

    List<Feed> feeds(int generation) {
        return names().stream().map(source -> feed(generation, source)).toList();
    }

    /** @param handling what handles what a feed is told */
    List<Subscription> subscriptions(int generation, Function<Feed, BatchHandler> handling) {
        return feeds(generation).stream()
                .map(feed -> new Subscription(
                        group(generation, feed.source()), feed.source(), handling.apply(feed), feed, true))
                .toList();
    }

    /** How complete the live generation is, measured under the group of the first one: a rebuild does not end a series. */
    Map<String, Freshness> freshness(IntSupplier live, Clock clock) {
        var freshness = new LinkedHashMap<String, Freshness>();
        for (String source : names()) {
            freshness.put(
                    source,
                    new Freshness(
                            group(1, source),
                            source,
                            () -> feed(live.getAsInt(), source).progress(),
                            () -> backlog.behind(group(live.getAsInt(), source), source),
                            () -> 0,
                            clock));
        }
        return freshness;
    }

    /** A source whose history was replaced by a shorter one never comes to the former positions: all there is, is then enough. */
    boolean isReadUp(int generation) {
        return names().stream()
                .allMatch(source ->
                        backlog.behind(group(generation, source), source).isEmpty());
    }

    /**
     * By source, how far a generation has come.
     *
     * @throws Backlog.Unknown when the broker cannot be asked
     */
    Map<String, Progress> progress(int generation) {
        var extent = Extent.of(mart, schema.tables(generation));
        var progress = new TreeMap<String, Progress>();
        for (String source : names()) {
            long unread = backlog.unread(group(generation, source), source).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            progress.put(source, new Progress(extent.events(source), unread));
        }
        return progress;
    }
}
