package io.milepost.platform.testkit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Stands between an instance of a service and its database and broker, counts the calls, and lets the instance die at one of
 * them: that call has no effect, or half of one when it is a bulk write, and nothing after it has any.
 */
public final class Faults {
    private static final Set<String> BULKS = Set.of("bulkWrite", "insertMany");

    private final AtomicInteger left;
    private final Death death;
    private volatile boolean dead;

    /** The instance is dead; what is left of it can only unwind. */
    public static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What happens at the last call, by its name. */
    private interface Death {
        void at(String call);
    }

    private Faults(int call, Death death) {
        this.left = new AtomicInteger(call);
        this.death = death;
    }

    /** An instance that lives. */
    public static Faults none() {
        return dyingAt(Integer.MAX_VALUE);
    }

    /** An instance in this process that dies at its n-th call, the first being 1. */
    public static Faults dyingAt(int call) {
        return new Faults(call, _ -> {});
    }

    /** A process that halts at its n-th call, as if it were killed there; it says which call that was. */
    public static Faults haltingAt(int call) {
        return new Faults(call, name -> {
            TestProcess.say(name);
            Runtime.getRuntime().halt(TestProcess.KILLED);
        });
    }

    public boolean isDead() {
        return dead;
    }

    /** A call to the outside that is not made through a port of this class. */
    public void call(String name) {
        if (isLast()) {
            die(name);
        }
    }

    public MongoDatabase around(MongoDatabase database) {
        return port(MongoDatabase.class, database, this::asked);
    }

    @SuppressWarnings("unchecked")
    public Consumer<byte[], byte[]> around(Consumer<byte[], byte[]> consumer) {
        return port(Consumer.class, consumer, (real, method, given) -> {
            // Closed it is also by the dead: the broker learns of a death sooner or later, here it is sooner.
            if (dead && !method.getName().equals("close")) {
                throw new Died();
            }
            return method.getName().equals("commitSync")
                    ? beforeOrAfter(real, method, given)
                    : invoke(real, method, given);
        });
    }

    /**
     * A producer whose transaction stays open when the instance dies.
     *
     * @param abandon closes the real one as if its process were gone
     */
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> around(Producer<byte[], byte[]> producer, Runnable abandon) {
        return port(Producer.class, producer, (real, method, given) -> {
            if (dead && method.getName().equals("close")) {
                abandon.run();
                return null;
            }
            return switch (method.getName()) {
                case "initTransactions", "beginTransaction", "send" -> {
                    call(method.getName());
                    yield invoke(real, method, given);
                }
                case "commitTransaction" -> {
                    // What it sent stands on the broker when it dies before it commits.
                    producer.flush();
                    yield beforeOrAfter(real, method, given);
                }
                default -> invoke(real, method, given);
            };
        });
    }

    /** What is done and not yet known to be done is a case of its own: it counts as two calls. */
    private @Nullable Object beforeOrAfter(Object real, Method method, Object @Nullable [] given) throws Throwable {
        call("before " + method.getName());
        var answer = invoke(real, method, given);
        call("after " + method.getName());
        return answer;
    }

    private interface Instead {
        @Nullable
        Object call(Object real, Method method, Object @Nullable [] given) throws Throwable;
    }

    private static <T> T port(Class<T> type, Object real, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                Faults.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, given) -> instead.call(real, method, given)));
    }

    private @Nullable Object asked(Object real, Method method, Object @Nullable [] given) throws Throwable {
        if (Publisher.class.isAssignableFrom(method.getReturnType()) && isLast()) {
            half(real, method, given);
            die(
                    real instanceof MongoCollection<?> collection
                            ? collection.getNamespace().getCollectionName() + "." + method.getName()
                            : method.getName());
        }
        var answer = invoke(real, method, given);
        return switch (answer) {
            case MongoDatabase database -> port(MongoDatabase.class, database, this::asked);
            case MongoCollection<?> collection -> port(MongoCollection.class, collection, this::asked);
            case null, default -> answer;
        };
    }

    private static void half(Object real, Method method, Object @Nullable [] given) throws Throwable {
        if (given != null
                && BULKS.contains(method.getName())
                && given[0] instanceof List<?> writes
                && writes.size() > 1) {
            var some = given.clone();
            some[0] = writes.subList(0, writes.size() / 2);
            Mono.from((Publisher<?>) invoke(real, method, some))
                    .onErrorComplete(MongoBulkWriteException.class)
                    .block();
        }
    }

    private boolean isLast() {
        if (dead) {
            throw new Died();
        }
        return left.decrementAndGet() == 0;
    }

    private void die(String name) {
        dead = true;
        death.at(name);
        throw new Died();
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(real, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
