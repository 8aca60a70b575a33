package io.milepost.platform.axon;

import io.micrometer.core.instrument.Counter;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.Sourced;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.observe.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.DelayedMessageStream;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the {@link EventLog}: markers, tokens and positions are all the 1-based position of the last event seen.
 * Nothing is decided here.
 */
final class LogStorageEngine implements EventStorageEngine {

    /** What the commit is known by; a random request id when the context says nothing. */
    static final ResourceKey<Mark> MARK = ResourceKey.withLabel("request");

    /** What the commit became, for the answer. */
    static final ResourceKey<StoredCommit> STORED = ResourceKey.withLabel("storedCommit");

    /**
     * Present while sourcing from a later position may be answered out of the recent commits of this process: what is decided
     * then counts only when it is appended.
     */
    static final ResourceKey<Boolean> RECENT = ResourceKey.withLabel("recent");

    /** Counts the queries of the database; absent where nobody asks how many there are. */
    static final ResourceKey<Counter> READS = ResourceKey.withLabel("reads");

    /** How many answers came out of the recent commits, and so may lack what another writer stored just now. */
    private static final ResourceKey<AtomicInteger> HINTS = ResourceKey.withLabel("hints");

    static int hints(ProcessingContext context) {
        var hints = context.getResource(HINTS);
        return hints == null ? 0 : hints.get();
    }

    record Mark(String requestId, byte[] requestHash) {}

    /** The request is in the log already. */
    static final class AlreadyStoredException extends RuntimeException {
        private final transient StoredCommit commit;

        AlreadyStoredException(StoredCommit commit) {
            super("the request was already stored at " + commit.first());
            this.commit = commit;
        }

        StoredCommit commit() {
            return commit;
        }
    }

    private static final int SCAN = 512;

    private final EventLog log;
    private volatile Spans spans = Spans.NONE;

    LogStorageEngine(EventLog log) {
        this.log = log;
    }

    void tracedBy(Spans tracing) {
        spans = tracing;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return CompletableFuture.completedFuture(
                events.isEmpty() ? EmptyAppendTransaction.INSTANCE : new LogTransaction(condition, events));
    }

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        return DelayedMessageStream.create(sourced(criteria(condition.criteria()), after, context)
                .thenApply(sourced -> {
                    var events = sourced.events().stream()
                            .<EventMessage>map(EventMessages.Read::new)
                            .toList();
                    var marker = new GlobalIndexConsistencyMarker(sourced.marker());
                    return MessageStream.fromIterable(events, LogStorageEngine::positionOf)
                            .concatWith(MessageStream.just(
                                    TerminalEventMessage.INSTANCE,
                                    end -> Context.with(ConsistencyMarker.RESOURCE_KEY, marker)));
                }));
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        return TailedStream.open(
                log,
                condition.position().position().orElse(0),
                event -> condition.matches(
                        new QualifiedName(event.name()),
                        event.tags().stream().map(EventMessages::tag).collect(Collectors.toSet())));
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(log.head()));
    }

    /** By a walk from the start: effective times are in no order, and nothing of ours asks for this. */
    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return tokenAt(at, 0);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("epoch", log.epoch());
    }

    static Context positionOf(EventMessage message) {
        var read = (EventMessages.Read) message;
        return TrackingToken.addToContext(
                Context.empty(), new GlobalSequenceTrackingToken(read.stored().position()));
    }

    private CompletableFuture<Sourced> sourced(
            List<Criterion> criteria, long after, @Nullable ProcessingContext context) {
        var recent = after > 0 && context != null && context.containsResource(RECENT)
                ? log.recent(criteria, after)
                : Optional.<Sourced>empty();
        if (recent.isPresent() && context != null) {
            context.computeResourceIfAbsent(HINTS, AtomicInteger::new).incrementAndGet();
        }
        var reads = context == null ? null : context.getResource(READS);
        if (recent.isEmpty() && reads != null) {
            reads.increment(criteria.size());
        }
        return recent.map(CompletableFuture::completedFuture).orElseGet(() -> log.source(criteria, after));
    }

    private CompletableFuture<TrackingToken> tokenAt(Instant at, long after) {
        return log.read(after, SCAN).thenCompose(commits -> {
            for (var commit : commits) {
                for (var event : commit.events()) {
                    if (!event.effectiveAt().isBefore(at)) {
                        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(event.position() - 1));
                    }
                }
            }
            return commits.isEmpty()
                    ? latestToken(null)
                    : tokenAt(at, commits.getLast().last());
        });
    }

    private static List<Criterion> criteria(EventCriteria criteria) {
        var flat = criteria.flatten().stream()
                .map(one -> new Criterion(
                        one.tags().stream().map(EventMessages::text).collect(Collectors.toSet()),
                        one.types().stream().map(QualifiedName::name).collect(Collectors.toSet())))
                .toList();
        // Axon flattens "any event" to nothing.
        return flat.isEmpty() ? List.of(Criterion.tagged()) : flat;
    }

    private static io.milepost.platform.eventlog.AppendCondition condition(AppendCondition condition) {
        return condition.equals(AppendCondition.none())
                ? io.milepost.platform.eventlog.AppendCondition.none()
                : new io.milepost.platform.eventlog.AppendCondition(
                        criteria(condition.criteria()),
                        Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker())));
    }

    private final class LogTransaction implements AppendTransaction<ConsistencyMarker> {

        private final AppendCondition condition;
        private final List<TaggedEventMessage<?>> events;

        LogTransaction(AppendCondition condition, List<TaggedEventMessage<?>> events) {
            this.condition = condition;
            this.events = List.copyOf(events);
        }

        @Override
        public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext context) {
            var given = context == null ? null : context.getResource(MARK);
            var mark = given == null ? new Mark(UUID.randomUUID().toString(), new byte[32]) : given;
            var append = new Append(
                    condition(condition),
                    mark.requestId(),
                    mark.requestHash(),
                    events.stream().map(EventMessages::toStore).toList());
            var span =
                    spans.begin("commit", append.events().getFirst().metadata().get(Metadata.TRACEPARENT));
            return log.append(append)
                    .whenComplete((_, fault) -> span.end(fault))
                    .thenApply(result -> switch (result) {
                        case Append.Result.Stored(var commit) -> {
                            if (context != null) {
                                context.putResource(STORED, commit);
                            }
                            yield new GlobalIndexConsistencyMarker(commit.last());
                        }
                        case Append.Result.Duplicate(var commit) -> throw new AlreadyStoredException(commit);
                        case Append.Result.Conflict _ ->
                            throw AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                    condition.consistencyMarker());
                    });
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            // Nothing was written before the commit.
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                ConsistencyMarker marker, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(marker);
        }
    }
}
