package io.milepost.platform.simulation;

import com.mongodb.MongoException;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The driver's view of a collection in memory, for one process: just the operations, filters and updates that the platform uses, and
 * an error for every other. The answer is there when the subscriber asks for it.
 */
final class MemoryCollection implements InvocationHandler {

    private final MemoryStore store;
    private final String name;
    private final Instance instance;

    private MemoryCollection(MemoryStore store, String name, Instance instance) {
        this.store = store;
        this.name = name;
        this.instance = instance;
    }

    @SuppressWarnings("unchecked")
    static MongoCollection<Document> of(MemoryStore store, String name, Instance instance) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MemoryCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                new MemoryCollection(store, name, instance));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] given) {
        var arguments = given == null ? new Object[0] : given;
        return switch (method.getName()) {
            case "withReadConcern", "withWriteConcern" -> self;
            case "find" -> new Find(arguments.length == 0 ? new Document() : (Document) arguments[0]).publisher();
            case "insertMany" -> publisher(() -> insertMany((List<Document>) arguments[0]));
            case "insertOne" -> publisher(() -> insertOne((Document) arguments[0]));
            case "updateOne" -> publisher(() -> updateOne((Document) arguments[0], set((Bson) arguments[1])));
            case "deleteOne" -> publisher(() -> deleteOne((Document) arguments[0]));
            case "countDocuments" ->
                publisher(() -> List.of((long) read(new Document()).size()));
            case "toString" -> name;
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private List<InsertManyResult> insertMany(List<Document> documents) {
        var done = List.of(InsertManyResult.acknowledged(Map.of()));
        if (store.has(Flaw.ACKNOWLEDGED_BEFORE_IT_IS_DONE)) {
            instance.schedule().later(() -> inserted(documents));
            instance.step();
            return done;
        }
        try {
            boolean _ =
                    instance.ask(() -> "inserts " + ids(documents), MemoryCollection::silence, new Instance.Call<>() {
                        @Override
                        public Boolean apply() {
                            store.insertMany(name, documents);
                            return true;
                        }

                        @Override
                        public void half() {
                            inserted(documents.subList(0, documents.size() / 2));
                        }
                    });
        } catch (MemoryStore.Silent silent) {
            if (store.has(Flaw.SILENCE_IS_TAKEN_FOR_A_TAKEN_PLACE)) {
                throw MemoryStore.refused(0);
            }
            if (!store.has(Flaw.SILENCE_IS_TAKEN_FOR_SUCCESS)) {
                throw silent;
            }
        }
        return done;
    }

    private void inserted(List<Document> documents) {
        try {
            store.insertMany(name, documents);
        } catch (MongoException nobodyHears) {
            // No answer comes.
        }
    }

    private List<InsertOneResult> insertOne(Document document) {
        boolean _ = instance.ask(() -> "inserts " + document.get("_id"), MemoryCollection::silenceOfOne, () -> {
            store.insertOne(name, document);
            return true;
        });
        return List.of(InsertOneResult.acknowledged(null));
    }

    private List<UpdateResult> updateOne(Document filter, Document set) {
        long matched = instance.ask(
                () -> "updates %s by %s".formatted(filter.toJson(), set.toJson()),
                MemoryCollection::silenceOfOne,
                () -> store.updateOne(name, filter, set));
        return List.of(UpdateResult.acknowledged(matched, matched, null));
    }

    private List<DeleteResult> deleteOne(Document filter) {
        return List.of(DeleteResult.acknowledged(instance.ask(
                () -> "deletes " + filter.toJson(),
                MemoryCollection::silenceOfOne,
                () -> store.deleteOne(name, filter))));
    }

    private List<Document> read(Document filter) {
        return instance.ask(
                () -> "reads %s where %s".formatted(name, filter.toJson()),
                MemoryCollection::silenceOfOne,
                () -> forgets(filter) ? List.of() : store.matching(name, filter).toList());
    }

    private boolean forgets(Document filter) {
        return store.has(Flaw.CONDITIONS_FORGET_WHAT_IS_OLDER) && filter.containsKey("g");
    }

    private static RuntimeException silence(boolean applied) {
        return applied ? MemoryStore.notDurable() : new MemoryStore.Silent();
    }

    private static RuntimeException silenceOfOne(boolean applied) {
        return new MemoryStore.Silent();
    }

    private static List<Object> ids(List<Document> documents) {
        return documents.stream().map(document -> document.get("_id")).toList();
    }

    /** Of {@code $set} alone, which is all that is used. */
    private static Document set(Bson update) {
        var operators = update instanceof Document document ? document : documentOf(update);
        if (!operators.keySet().equals(Set.of("$set"))) {
            throw new UnsupportedOperationException(operators.toJson());
        }
        return operators.get("$set", Document.class);
    }

    private static Document documentOf(Bson update) {
        var set = new Document();
        update.toBsonDocument()
                .getDocument("$set")
                .forEach((field, value) -> set.append(
                        field,
                        switch (value) {
                            case BsonString text -> text.getValue();
                            case BsonInt64 number -> number.getValue();
                            default -> throw new UnsupportedOperationException(field + ": " + value);
                        }));
        return new Document("$set", set);
    }

    /** A query; projections are left out, since nobody reads what he did not ask for. */
    private final class Find implements InvocationHandler {
        private final Document filter;
        private boolean backwards;
        private int limit = Integer.MAX_VALUE;

        Find(Document filter) {
            this.filter = filter;
        }

        @SuppressWarnings("unchecked")
        FindPublisher<Document> publisher() {
            return (FindPublisher<Document>) Proxy.newProxyInstance(
                    MemoryCollection.class.getClassLoader(), new Class<?>[] {FindPublisher.class}, this);
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "batchSize", "projection" -> self;
                case "sort" -> {
                    backwards = ((Document) arguments[0]).getInteger("_id") < 0;
                    yield self;
                }
                case "limit" -> {
                    limit = (int) arguments[0];
                    yield self;
                }
                case "first" -> {
                    limit = 1;
                    yield MemoryCollection.publisher(this::found);
                }
                case "subscribe" -> {
                    MemoryCollection.publisher(this::found).subscribe((Subscriber<? super Document>) arguments[0]);
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method.toString());
            };
        }

        private List<Document> found() {
            var found = read(filter);
            var sorted = backwards ? found.reversed() : found;
            return sorted.subList(0, Math.min(limit, sorted.size()));
        }
    }

    /** Asks when it is subscribed to, on the subscriber's thread. */
    private static <T> Publisher<T> publisher(Supplier<List<T>> answer) {
        return subscriber -> subscriber.onSubscribe(new Subscription() {
            private boolean asked;

            @Override
            public void request(long items) {
                if (asked) {
                    return;
                }
                asked = true;
                List<T> items0;
                try {
                    items0 = answer.get();
                } catch (MongoException failed) {
                    subscriber.onError(failed);
                    return;
                }
                items0.forEach(subscriber::onNext);
                subscriber.onComplete();
            }

            @Override
            public void cancel() {
                asked = true;
            }
        });
    }
}
