package io.milepost.reporting.read.cells;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.History;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Reached;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Views, cells and progress of one projection, and what it goes on without, in four collections. Only single-document atomicity is used.
 *
 * <pre>
 * funnel-2_cells     {_id: "2017-03|smith", g: {p3: 4711}, d: {"2017-03-05/WON/2017-03/USD/E8/n": 1, ..}}
 * funnel-2_views     {_id: "0190c8..", p: 4711, v: {owner: "smith", ..}}
 * funnel-2_progress  {_id: 3, p: 4711, t: recordedAt of the event at p}
 * funnel-2_aside     {_id: "opportunity/0190c7..", t: "opportunity.won.v1", p: 4712, c: "AmountTooLargeException"}
 * </pre>
 *
 * A cell is flat, because a server copies it with each change: nested by day and stage it took twice the time.
 * Amounts are int64, money in minor units: {@code $inc} on them is exact on every server, which decimals on the embedded
 * one are not promised to be.
 */
public final class MongoCells<V extends View> implements CellStore<V>, Generation {
    private static final int READ_BATCH = 1_000;
    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> views;
    private final MongoCollection<Document> cells;
    private final MongoProgress progress;
    private final MongoAsides asides;
    private final Projection<V> projection;

    /** The projection's first generation. */
    public MongoCells(MongoDatabase database, Projection<V> projection) {
        this(database, projection, "");
    }

    /** @param suffix what names a generation behind the projection's name */
    public MongoCells(MongoDatabase database, Projection<V> projection, String suffix) {
        String name = projection.name() + suffix;
        views = database.getCollection(name + "_views");
        cells = database.getCollection(name + "_cells");
        progress = new MongoProgress(database, name);
        asides = new MongoAsides(database, name);
        this.projection = projection;
    }

    @Override
    public BatchHandler handler(String source) {
        return new Projector<>(projection, this);
    }

    @Override
    public Map<Integer, Reached> progress(String source) {
        return progress();
    }

    @Override
    public long setAside(String source) {
        return asides.count(source);
    }

    @Override
    public List<Aside> asides() {
        return asides.all();
    }

    @Override
    public Differences reconcile(History history) {
        return Reconciliation.of(projection, stored(), history);
    }

    /** Progress is read first: whatever it promises is then in views and cells, and these say how much more they know. */
    private Stored<V> stored() {
        Map<Integer, Long> applied = new HashMap<>();
        progress().forEach((partition, reached) -> applied.put(partition, reached.position()));
        Map<UUID, Applied<V>> known = new HashMap<>();
        for (Document document : fetch(views.find().batchSize(READ_BATCH))) {
            Applied<V> view = view(document);
            known.put(view.subject(), view);
        }
        Map<String, Stored.Cell> booked = new HashMap<>();
        for (Document document : fetch(cells.find().batchSize(READ_BATCH))) {
            Stored.Cell cell = Stored.Cell.empty();
            document.get("g", new Document())
                    .forEach((partition, guard) ->
                            cell.guards().put(Integer.valueOf(partition.substring(1)), ((Number) guard).longValue()));
            document.get("d", new Document())
                    .forEach((path, amount) -> cell.amounts().put(path, ((Number) amount).longValue()));
            booked.put(document.getString("_id"), cell);
        }
        return new Stored<>(applied, known, booked, asides.all());
    }

    @Override
    public void drop() {
        fetch(views.drop());
        fetch(cells.drop());
        progress.drop();
        asides.drop();
    }

    @Override
    public Map<UUID, Applied<V>> views(Collection<UUID> subjects) {
        Map<UUID, Applied<V>> found = new HashMap<>();
        Document wanted = new Document(
                "_id", new Document("$in", subjects.stream().map(UUID::toString).toList()));
        for (Document document : fetch(views.find(wanted).batchSize(READ_BATCH))) {
            Applied<V> view = view(document);
            found.put(view.subject(), view);
        }
        return found;
    }

    /** The views of which this field has one of these values. No index helps to find them. */
    public List<Applied<V>> with(String field, Collection<String> values) {
        var wanted = new Document("v." + field, new Document("$in", List.copyOf(values)));
        return fetch(views.find(wanted).batchSize(READ_BATCH)).stream()
                .map(this::view)
                .toList();
    }

    @Override
    public Map<UUID, Aside> asides(Collection<UUID> subjects) {
        return asides.of(projection.source(), subjects);
    }

    @Override
    public void setAside(Collection<Aside> more) {
        asides.add(more);
    }

    /** All views; for reference data, of which there is little. */
    public List<V> all() {
        return fetch(views.find().batchSize(READ_BATCH)).stream()
                .map(document -> view(document).view())
                .toList();
    }

    @Override
    public Map<String, Long> guards(int partition, Collection<String> ids) {
        String guard = "p" + partition;
        Map<String, Long> found = new HashMap<>();
        Document wanted = new Document("_id", new Document("$in", List.copyOf(ids)));
        var read =
                cells.find(wanted).projection(Projections.include("g." + guard)).batchSize(READ_BATCH);
        for (Document document : fetch(read)) {
            Long position = document.get("g", new Document()).getLong(guard);
            if (position != null) {
                found.put(document.getString("_id"), position);
            }
        }
        return found;
    }

    @Override
    public void move(int partition, List<Move> moves) {
        write(cells, moves.stream().map(move -> MongoMove.of(partition, move)).toList());
    }

    @Override
    public void save(Collection<Applied<V>> changed) {
        write(
                views,
                changed.stream()
                        .<WriteModel<Document>>map(view -> new ReplaceOneModel<>(
                                new Document("_id", view.subject().toString())
                                        .append("p", new Document("$lt", view.position())),
                                document(view),
                                new ReplaceOptions().upsert(true)))
                        .toList());
    }

    @Override
    public void reached(int partition, long position, Instant recordedAt) {
        progress.reached(partition, position, recordedAt);
    }

    /** How far each partition has come. */
    public Map<Integer, Reached> progress() {
        return progress.read();
    }

    /** The sums of all movements up to the end of this day: amounts by path, for each group. */
    public Map<String, Map<String, Long>> upTo(LocalDate day) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        read(
                day,
                group -> sums.computeIfAbsent(group, id -> new TreeMap<>()),
                (sum, on, path, amount) -> sum.merge(path, amount, Math::addExact));
        return sums;
    }

    /** Every movement up to the end of this day. All of it is read at once, so that two days told from it fit together. */
    public List<Booked> booked(LocalDate upTo) {
        List<Booked> found = new ArrayList<>();
        read(
                upTo,
                group -> group,
                (group, on, path, amount) -> found.add(new Booked(group, LocalDate.parse(on), path, amount)));
        return found;
    }

    private interface Amount<G> {
        void take(G group, String day, String path, long amount);
    }

    private <G> void read(LocalDate upTo, Function<String, G> groups, Amount<G> amounts) {
        String last = upTo.toString();
        Document range = new Document("_id", new Document("$lt", CellId.endOfMonth(upTo)));
        for (Document document : fetch(cells.find(range).batchSize(READ_BATCH))) {
            G group = groups.apply(CellId.group(document.getString("_id")));
            document.get("d", new Document()).forEach((path, amount) -> {
                int endOfDay = path.indexOf('/');
                String day = path.substring(0, endOfDay);
                if (day.compareTo(last) <= 0) {
                    amounts.take(group, day, path.substring(endOfDay + 1), ((Number) amount).longValue());
                }
            });
        }
    }

    private Applied<V> view(Document stored) {
        return new Applied<>(
                UUID.fromString(stored.getString("_id")),
                stored.getLong("p"),
                Json.lenient().convertValue(stored.get("v", Document.class), projection.view()));
    }

    private Document document(Applied<V> view) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = Json.lenient().convertValue(view.view(), Map.class);
        return new Document("_id", view.subject().toString())
                .append("p", view.position())
                .append("v", new Document(fields));
    }

    /** A duplicate key is a condition that did not hold on a document that exists: somebody else was there first. */
    private static void write(MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        try {
            fetch(collection.bulkWrite(writes, UNORDERED));
        } catch (MongoBulkWriteException partly) {
            boolean outrun = partly.getWriteConcernError() == null
                    && partly.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!outrun) {
                throw partly;
            }
        }
    }

    private static <T> List<T> fetch(Publisher<T> publisher) {
        return requireNonNull(Flux.from(publisher).collectList().block());
    }
}
