package io.milepost.reporting.read.generations;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.inbox.Backlog;
import io.milepost.reporting.read.cells.Generation;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.View;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** How a projection is declared. Its collections and consumer groups follow from its name, and all else from its being a bean. */
public final class Projections {
    private final MongoDatabase database;
    private final Lineages lineages;
    private final Backlog backlog;
    private final Clock clock;
    private final String service;

    /** @param service short name of this one, with which groups begin */
    Projections(MongoDatabase database, Lineages lineages, Backlog backlog, Clock clock, String service) {
        this.database = database;
        this.lineages = lineages;
        this.backlog = backlog;
        this.clock = clock;
        this.service = service;
    }

    /** One that makes views and cells of one source's events. */
    public <V extends View> Projected<MongoCells<V>> of(Projection<V> projection) {
        return of(
                projection.name(),
                Map.of(projection.source(), group(projection.name())),
                (in, suffix) -> new MongoCells<>(in, projection, suffix));
    }

    /** One that keeps documents of its own, made of the events of several sources; each has a consumer group. */
    public <G extends Generation> Projected<G> of(
            String name, BiFunction<MongoDatabase, String, G> generations, String... sources) {
        var groups = new LinkedHashMap<String, String>();
        for (String source : sources) {
            groups.put(source, group(name + "-" + source));
        }
        return of(name, groups, generations);
    }

    private <G extends Generation> Projected<G> of(
            String name, Map<String, String> groups, BiFunction<MongoDatabase, String, G> generations) {
        // Not the first one by default: the first may have been removed long ago.
        int live = lineages.of(name).live();
        return new Projected<>(name, groups, suffix -> generations.apply(database, suffix), live, backlog, clock);
    }

    /** Groups are in kebab case throughout, some collections are not. */
    private String group(String name) {
        return service + "-service." + name.replace('_', '-');
    }
}
