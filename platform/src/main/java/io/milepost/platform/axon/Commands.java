package io.milepost.platform.axon;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.StoredAnswers;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.decision.Customers;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.externalid.ExternalIdChange;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.sealing.Sealer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.SimpleEventBus;

/**
 * The one way by which commands change entities: through Axon's command bus and unit of work, tried again on fresh state
 * when the append met a conflict. A request that was answered before gets that answer (architecture 5).
 */
public final class Commands implements AutoCloseable {

    private static final int ATTEMPTS = 8;
    private static final MessageType RESULT = new MessageType("milepost.attempt", "1");

    /** The payload of a command message. */
    private record Asked(Request request, boolean exact) {}

    private final ExecutorService executor;
    private final IntConsumer pause;
    private final Map<Class<?>, MessageType> names = new HashMap<>();
    private final CommandBus bus =
            new SimpleCommandBus(new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE), List.of());
    private final EventLog log;
    private final StoredAnswers answers;
    private final LogStorageEngine engine;
    private volatile Spans spans = Spans.NONE;
    private volatile Customers customers = Customers.APART;
    private volatile CommandMeters meters = CommandMeters.NONE;

    public Commands(
            List<Catalogue<?, ?, ?>> catalogues,
            EventLog log,
            EventCodec codec,
            Sealer sealer,
            Clock clock,
            ZoneId zone,
            EntityCache cache,
            EntityLimits limits) {
        this(
                catalogues,
                log,
                codec,
                sealer,
                clock,
                zone,
                cache,
                limits,
                Executors.newVirtualThreadPerTaskExecutor(),
                Commands::pause);
    }

    /**
     * Where something else than the machine says on which threads commands run and how long they wait.
     *
     * @param pause waits after so many attempts that met a conflict
     */
    Commands(
            List<Catalogue<?, ?, ?>> catalogues,
            EventLog log,
            EventCodec codec,
            Sealer sealer,
            Clock clock,
            ZoneId zone,
            EntityCache cache,
            EntityLimits limits,
            ExecutorService executor,
            IntConsumer pause) {
        this.log = log;
        this.executor = executor;
        this.pause = pause;
        answers = new StoredAnswers(catalogues);
        engine = new LogStorageEngine(log);
        var store = new StorageEngineBackedEventStore(engine, new SimpleEventBus(), EventMessages.Fresh::tagsOf);
        var ids = new TimeOrderedIds(clock);
        var knowledge = new OtherEntities(catalogues, codec, cache);
        catalogues.forEach(catalogue -> subscribe(
                catalogue,
                store,
                codec,
                new Occasions<>(catalogue.aggregate(), sealer, zone, knowledge, account -> customers.golden(account)),
                knowledge,
                clock,
                ids,
                cache,
                limits));
    }

    /** From now on, commands and commits are spans of the traces that their requests belong to. */
    public Commands tracedBy(Spans tracing) {
        spans = tracing;
        engine.tracedBy(tracing);
        return this;
    }

    /** From now on, decisions know which accounts are one customer's. */
    public Commands knowing(Customers heard) {
        customers = heard;
        return this;
    }

    /** From now on, what their decisions cost the log is measured. */
    public Commands measuredBy(List<Catalogue<?, ?, ?>> catalogues, MeterRegistry registry) {
        meters = CommandMeters.of(catalogues, registry);
        return this;
    }

    /** Decides and stores; faults fail the future, everything else is an {@link Outcome}. */
    public CompletableFuture<Outcome> dispatch(Request request) {
        try {
            var span = spans.begin(
                    "command " + request.command().getClass().getSimpleName(),
                    request.metadata().get(Metadata.TRACEPARENT));
            return CompletableFuture.supplyAsync(() -> answer(request), executor)
                    .whenComplete((_, fault) -> span.end(fault));
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedFuture(
                    new EventLogUnavailableException("no more commands are taken; nothing was stored"));
        }
    }

    /** What the request was answered with, where it was stored before. */
    public Optional<Outcome> answered(Request request) {
        return log.byRequest(request.requestId()).join().map(done -> answers.repeated(request, done));
    }

    /** Waits for the commands that are on their way. */
    @Override
    public void close() {
        executor.close();
    }

    private <S, C, E> void subscribe(
            Catalogue<S, C, E> catalogue,
            EventStore store,
            EventCodec codec,
            Occasions<S, E> occasions,
            OtherEntities others,
            Clock clock,
            TimeOrderedIds ids,
            EntityCache cache,
            EntityLimits limits) {
        var handling = new Handling<>(catalogue, store, codec, occasions, others, clock, ids, cache, limits);
        var subscribed = new ArrayList<MessageType>();
        for (var row : catalogue.commands()) {
            var name = new MessageType(catalogue.aggregate() + "." + row.name(), "1");
            names.put(row.type(), name);
            subscribed.add(name);
        }
        ExternalIds.row(catalogue).ifPresent(_ -> subscribed.add(Naming.messageOf(catalogue.aggregate())));
        for (var name : subscribed) {
            bus.subscribe(name.qualifiedName(), (message, context) -> {
                var asked = payload(message, Asked.class);
                meters.attempt(catalogue.aggregate(), context);
                return MessageStream.just(new GenericCommandResultMessage(
                        RESULT, handling.handle(asked.request(), asked.exact(), context)));
            });
        }
    }

    private Outcome answer(Request request) {
        boolean exact = false;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                switch (attempt(request, exact)) {
                    case Handling.Attempt.Appended(var context) -> {
                        return answers.of(context.getResource(LogStorageEngine.STORED), false);
                    }
                    case Handling.Attempt.Undone(var outcome) -> {
                        return unlessDone(request, outcome);
                    }
                    case Handling.Attempt.Unseen _ -> {
                        return new Outcome.Unseen(request.id());
                    }
                    case Handling.Attempt.Exists(var _, var first) -> {
                        return created(request, first);
                    }
                    case Handling.Attempt.Taken taken -> {
                        return taken(request, taken);
                    }
                    case Handling.Attempt.Unproven _ -> exact = true;
                }
            } catch (LogStorageEngine.AlreadyStoredException done) {
                return answers.repeated(request, done.commit());
            } catch (AppendEventsTransactionRejectedException conflict) {
                pause.accept(attempt);
            }
        }
        return unlessDone(request, new Outcome.Contended(request.id()));
    }

    /** One unit of work. Its future fails when the append fails, so an attempt that says Appended is stored. */
    private Handling.Attempt attempt(Request request, boolean exact) {
        var name = request.command() instanceof ExternalIdChange change
                ? Naming.messageOf(change.aggregate())
                : names.get(request.command().getClass());
        if (name == null) {
            throw new IllegalArgumentException(
                    "no catalogue declares " + request.command().getClass().getSimpleName());
        }
        try {
            return payload(
                    bus.dispatch(new GenericCommandMessage(name, new Asked(request, exact)), null)
                            .join(),
                    Handling.Attempt.class);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** The exact read of the request's id that every answer without a commit makes first; a mere validation stored nothing. */
    private Outcome unlessDone(Request request, Outcome outcome) {
        return request.validateOnly()
                ? outcome
                : log.byRequest(request.requestId())
                        .join()
                        .map(done -> answers.repeated(request, done))
                        .orElse(outcome);
    }

    /** A known id with the body that created it is a repetition, whatever its request id. */
    private Outcome created(Request request, long firstPosition) {
        var known = unlessDone(request, new Outcome.AlreadyExists(request.id()));
        if (!(known instanceof Outcome.AlreadyExists)) {
            return known;
        }
        var creation = log.at(firstPosition).join().orElseThrow();
        return answers.repeated(request, creation) instanceof Outcome.Committed repeated ? repeated : known;
    }

    /** A create that says of the new entity what another one is called asks again for that one where it says all the same of it. */
    private Outcome taken(Request request, Handling.Attempt.Taken taken) {
        var known = unlessDone(
                request,
                new Outcome.ExternalIdTaken(request.id(), taken.externalId(), taken.seen() ? taken.holder() : null));
        if (!(known instanceof Outcome.ExternalIdTaken) || !taken.seen()) {
            return known;
        }
        var creation = log.at(taken.created()).join().orElseThrow();
        return answers.repeated(request, creation) instanceof Outcome.Committed repeated ? repeated : known;
    }

    private static <T> T payload(Message message, Class<T> type) {
        return type.cast(requireNonNull(message.payload()));
    }

    private static void pause(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(2L << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}
