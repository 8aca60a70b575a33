package io.milepost.platform.eventlog;

import com.mongodb.client.result.InsertManyResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.reactivestreams.Publisher;

/** Collections of which one method does something else, also after their concerns were set. */
final class Decorated {

    /** Instead of inserting these documents. */
    interface Insert {
        Publisher<InsertManyResult> insert(MongoCollection<Document> collection, List<Document> documents);
    }

    private Decorated() {}

    static MongoCollection<Document> inserting(MongoCollection<Document> collection, Insert insert) {
        return by(
                collection,
                (name, real, arguments) -> name.equals("insertMany")
                        ? Optional.of(insert.insert(real, documents(arguments)))
                        : Optional.empty());
    }

    /** Each read is asked of the collection that {@code where} names at that time, for its filter. */
    static MongoCollection<Document> reading(
            MongoCollection<Document> collection,
            Function<Document, Function<MongoCollection<Document>, MongoCollection<Document>>> where) {
        return by(collection, (name, real, arguments) -> {
            if (!name.equals("find")) {
                return Optional.empty();
            }
            var filter = arguments.length == 0 ? new Document() : (Document) arguments[0];
            var asked = where.apply(filter).apply(real);
            return Optional.of(arguments.length == 0 ? asked.find() : asked.find(filter));
        });
    }

    /** The driver's setting of the read concern has no effect. */
    static MongoCollection<Document> withoutReadConcern(MongoCollection<Document> collection) {
        return by(
                collection,
                (name, _, _) -> name.equals("withReadConcern")
                        ? Optional.of(withoutReadConcern(collection))
                        : Optional.empty());
    }

    private interface Instead {
        Optional<Object> call(String method, MongoCollection<Document> real, Object[] arguments);
    }

    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> by(MongoCollection<Document> collection, Instead instead) {
        UnaryOperator<MongoCollection<Document>> again = changed -> by(changed, instead);
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                Decorated.class.getClassLoader(), new Class<?>[] {MongoCollection.class}, (_, method, given) -> {
                    var arguments = given == null ? new Object[0] : given;
                    var replaced = instead.call(method.getName(), collection, arguments);
                    if (replaced.isPresent()) {
                        return replaced.get();
                    }
                    try {
                        var result = method.invoke(collection, given);
                        return result instanceof MongoCollection<?>
                                ? again.apply((MongoCollection<Document>) result)
                                : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static List<Document> documents(Object[] arguments) {
        return (List<Document>) arguments[0];
    }
}
