package io.milepost.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.vital.VitalThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parcels that are delivered by the timer as many hours after the start as they weigh grams; unweighed ones wait for nothing. */
final class TimedParcels implements AutoCloseable {
    static final Instant START = Instant.parse("2100-01-01T00:00:00Z");
    static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-00000000a6e7");
    static final Due<Parcel> DELIVERY = delivery(ParcelMessages.CATALOGUE);

    final ParcelOffice office;
    final SettableClock clock = new SettableClock(START);
    final List<Request> sent = new CopyOnWriteArrayList<>();

    TimedParcels(EmbeddedDatabase database, String name, Path folder) {
        office = ParcelOffice.open(database.uri(), name, folder, Round.ROUND);
    }

    /** The same rule over another version of the parcel. */
    static Due<Parcel> delivery(Catalogue<Parcel, ?, ?> catalogue) {
        return new Due<>("delivery", catalogue, DeliverParcel.class, TimedParcels::dates);
    }

    static List<DueDate> dates(Parcel parcel) {
        return parcel instanceof Parcel.Posted posted && posted.grams() > 0
                ? List.of(DueDate.at(hour(posted.grams()), new DeliverParcel(AGENT))
                        .ownedBy(posted.label()))
                : List.of();
    }

    static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    /** A timer of these rules, which tells what it sends. */
    Running timer(Due<?>... dues) {
        return timer(office.commands()::dispatch, dues);
    }

    Running timer(Function<Request, CompletableFuture<Outcome>> dispatch, Due<?>... dues) {
        var rules = new DueRules(List.of(dues), office.codec(), Sites.in(ZoneOffset.UTC));
        var store = DueStore.open(office.database(), rules.shape());
        var pace = new TimerProperties(Duration.ofMillis(10), Duration.ofMillis(50));
        Function<Request, CompletableFuture<Outcome>> telling = request -> {
            sent.add(request);
            return dispatch.apply(request);
        };
        var setAsides = office.setAsides();
        setAsides.count();
        var asides = new DueAsides(
                new OwnAsides(setAsides, DueAsides.READER, "parcel", clock), rules, office.entities(), store);
        var watch = new DueWatch(
                store,
                new Firing(rules, office.entities(), telling, clock, new SimpleMeterRegistry()),
                asides,
                clock,
                pace);
        var threads = new VitalThreads();
        var feed = new DueFeed(rules, office.entities(), store, asides);
        var timer = new DueTimer(office.log(), rules, store, feed, watch, asides, pace, threads);
        timer.start();
        return new Running(timer, watch, office, threads);
    }

    /** An instance at work. */
    record Running(DueTimer timer, DueWatch watch, ParcelOffice office, VitalThreads threads) implements AutoCloseable {
        void caughtUp() {
            assertThat(timer.await(office.log().head(), Duration.ofSeconds(20))).isTrue();
        }

        List<DueDates.Item> dates() {
            caughtUp();
            return timer.next(null, Sight.ALL, null, null, 1000);
        }

        List<UUID> entities() {
            return dates().stream().map(DueDates.Item::entity).toList();
        }

        @Override
        public void close() {
            timer.stop();
        }
    }

    UUID parcel(int grams) {
        var id = UUID.randomUUID();
        office.send(id, ParcelOffice.post("label-" + id, "Ada", "1.00"));
        weigh(id, grams);
        return id;
    }

    void weigh(UUID id, int grams) {
        office.send(id, new WeighParcel(grams));
    }

    @Nullable
    StoredEvent delivered(UUID id) {
        var events = deliveries(id);
        assertThat(events.size()).isLessThan(2);
        return events.isEmpty() ? null : events.getFirst();
    }

    void awaitDelivered(UUID... ids) {
        awaitDelivered(List.of(ids));
    }

    void awaitDelivered(List<UUID> ids) {
        await().until(() -> ids.stream().allMatch(id -> delivered(id) != null));
    }

    List<StoredEvent> deliveries(UUID id) {
        return office.entities().history(ParcelMessages.CATALOGUE, id).join().stream()
                .filter(event -> event.name().equals("parcel.delivered"))
                .toList();
    }

    /** How often a command was sent to it. */
    long sentTo(UUID id) {
        return sent.stream().filter(request -> request.id().equals(id)).count();
    }

    static String actorOf(StoredEvent event) {
        return event.require(Metadata.ACTOR);
    }

    @Override
    public void close() {
        office.close();
    }
}
