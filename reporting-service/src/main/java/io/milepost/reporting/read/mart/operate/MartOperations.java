package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.History;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Asides;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Generation;
import io.milepost.reporting.read.mart.store.Generation.State;
import io.milepost.reporting.read.mart.store.Generations;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.OldSchemas;
import io.milepost.reporting.read.mart.store.Reconciling;
import io.milepost.reporting.read.mart.store.Redriving;
import io.milepost.reporting.read.mart.store.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator does about the mart. All of it blocks, and of instances that are asked at once each does the same. */
public final class MartOperations {
    /** By which it is listed among projections. */
    static final String NAME = "mart";

    /** Set aside at once are so many where a program is at fault; then a rebuild does it. */
    private static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MartOperations.class);

    private final Mart mart;
    private final Declarations declarations;
    private final Generations generations;
    private final Schema schema;
    private final OldSchemas oldSchemas;
    private final Feeding feeding;
    private final History history;
    private final Backlog backlog;
    private final Clock clock;
    private volatile @Nullable Map<String, Integer> differences;

    public MartOperations(
            Mart mart,
            Declarations declarations,
            Schema schema,
            Generations generations,
            Feeding feeding,
            History history,
            Backlog backlog,
            Clock clock) {
        this.mart = mart;
        this.declarations = declarations;
        this.generations = generations;
        this.schema = schema;
        this.oldSchemas = new OldSchemas(mart, schema);
        this.feeding = feeding;
        this.history = history;
        this.backlog = backlog;
        this.clock = clock;
    }

    /** Whether it is begun by this; not when one was begun by this key before, whatever has become of it. */
    boolean rebuild(UUID key) {
        if (any(one -> key.equals(one.asked())).isPresent()) {
            return false;
        }
        if (generations.begin(key).isPresent()) {
            LOG.info("A rebuild of the mart is begun");
            return true;
        }
        if (any(one -> key.equals(one.asked())).isPresent()) {
            return false;
        }
        throw new ProblemException(
                ProblemCode.REBUILD_UNDER_WAY,
                "The mart is read from generation %d while the next one is built; see /v1/projections/mart for its progress."
                        .formatted(generations.live().number()));
    }

    /** Whether it is given up by this; not when one was given up by this key before: what was begun since is another one. */
    boolean cancel(UUID key) {
        if (any(one -> key.equals(one.cancelled())).isPresent()) {
            return false;
        }
        var building = any(one -> one.state() == State.BUILDING);
        if (building.isPresent() && generations.cancel(building.get().number(), key)) {
            return true;
        }
        throw new ProblemException(
                ProblemCode.NO_REBUILD_UNDER_WAY,
                "The mart is read from generation %d and no other is built."
                        .formatted(generations.live().number()));
    }

    private Optional<Generation> any(Predicate<Generation> which) {
        return generations.all().stream().filter(which).findFirst();
    }

    /** Which generations there are. */
    List<Generation> generations() {
        return generations.all();
    }

    /** Every difference between the live tables and a fold of the topics. */
    Differences reconcile() {
        return reading(() -> {
            var live = feeding.live();
            var found =
                    new Reconciling(mart, live.tables()).of(feeding.sources().feeds(live.number()), history);
            differences = found.counts();
            return found;
        });
    }

    /** How many there were of this name when this instance was last asked; not known before. */
    OptionalInt differences(String name) {
        var known = differences;
        return known == null ? OptionalInt.empty() : OptionalInt.of(known.getOrDefault(name, 0));
    }

    /** The names of what is folded by itself: datasets, what they look up, and of each keeper what a source says. */
    Set<String> names() {
        var names = new TreeSet<String>();
        declarations.measures().forEach(measures -> names.add(measures.dataset().name()));
        declarations.references().forEach(reference -> names.add(reference.name()));
        schema.keepers().forEach(keeper -> keeper.sources().forEach(source -> names.add(keeper.of(source))));
        return names;
    }

    /** By dataset, how many are to be seen to; records have a name of their own. */
    Map<String, Long> setAside() {
        return new Asides(mart, feeding.live().tables()).counts();
    }

    /** What the live tables go on without. */
    List<Aside> setAside(@Nullable String dataset, @Nullable UUID subject) {
        requireKnown(dataset);
        return new Asides(mart, feeding.live().tables()).find(dataset, subject, MOST);
    }

    /** Refuses the name of a dataset that there is not. */
    void requireKnown(@Nullable String dataset) {
        if (dataset != null && !dataset.equals(Feed.RECORD) && !names().contains(dataset)) {
            throw RequestReader.invalidParameter(
                    "dataset", "%s or one of %s".formatted(Feed.RECORD, String.join(", ", names())));
        }
    }

    /**
     * What a redrive has done.
     *
     * @param tried subjects, each in each dataset
     * @param redriven those of them that go on
     * @param stays those that do not
     */
    record Redriven(int tried, int redriven, List<Aside> stays) {}

    /** Tries again what is set aside: one subject, those of one dataset, or all. */
    Redriven redrive(@Nullable String dataset, @Nullable UUID subject) {
        var before = subjects(dataset, subject);
        var live = feeding.live();
        int redriven = reading(() -> {
            int done = 0;
            for (var feed : feeding.sources().feeds(live.number())) {
                var ours = before.stream()
                        .filter(aside -> aside.source().equals(feed.source()))
                        .toList();
                if (!ours.isEmpty()) {
                    done += new Redriving(mart, live.tables()).redrive(feed, ours, history);
                }
            }
            return done;
        });
        LOG.info("Of {} subjects that the mart had set aside {} go on", before.size(), redriven);
        return new Redriven(before.size(), redriven, subjects(dataset, subject));
    }

    private List<Aside> subjects(@Nullable String dataset, @Nullable UUID subject) {
        return setAside(dataset, subject).stream()
                .filter(aside -> !aside.isRecord())
                .toList();
    }

    private static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (Backlog.Unknown away) {
            throw new ProblemException(
                    ProblemCode.STORE_UNAVAILABLE, "The broker cannot deliver the events at the moment.");
        }
    }

    /** An operator knows of this record; it is not counted any more among what is to be seen to. */
    void acknowledge(UUID record) {
        if (!new Asides(mart, feeding.live().tables()).acknowledge(record, clock.instant())) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "No record of this id is set aside; subjects are redriven instead.");
        }
    }

    /** The schemas of earlier declarations. */
    List<OldSchemas.Old> oldSchemas() {
        return oldSchemas.all();
    }

    /** One of them; refuses another name. */
    OldSchemas.Old old(String name) {
        return oldSchemas
                .named(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "No schema of earlier declarations has this name."));
    }

    /** Drops one of them with its consumer groups, unless an instance of another version still feeds it. */
    void drop(String name) {
        var old = old(name);
        var fed = new ArrayList<String>();
        reading(() -> old.sources().stream()
                        .filter(source -> !backlog.forget(Sources.group(name, source), source))
                        .toList())
                .forEach(fed::add);
        if (!fed.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.REBUILD_UNDER_WAY,
                    "%s is still fed by an instance of another version, from %s.".formatted(name, fed));
        }
        oldSchemas.drop(old);
        LOG.info("Schema {} of earlier declarations is dropped", name);
    }
}
