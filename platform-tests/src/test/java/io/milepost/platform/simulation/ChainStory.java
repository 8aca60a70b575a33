package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.SimulatedLog;
import io.milepost.platform.inbox.SimulatedInbox;
import io.milepost.platform.relay.SimulatedRelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Instances append, one of them at a time publishes, and instances of another service react and add up. */
final class ChainStory {

    static final String SOURCE = "shop";

    private final Schedule schedule;
    private final Weather weather;
    private final Set<Flaw> flaws;
    private final MemoryStore shop;
    private final MemoryStore post;
    private final MemoryBroker broker;
    private final Tellings tellings = new Tellings();

    /** How far the story goes. */
    enum Extent {
        /** From the log to the topic. */
        RELAY,
        /** On to what another service makes of it. */
        ALL,
        /** The same, where each change asks for something of three entities. */
        FANNED;

        /** Whom a change of this thing asks for something. */
        List<UUID> parcels(UUID thing) {
            return this == FANNED
                    ? List.of(
                            thing,
                            new UUID(thing.getMostSignificantBits(), 1),
                            new UUID(thing.getMostSignificantBits(), 2))
                    : List.of(thing);
        }
    }

    private ChainStory(long seed, Set<Flaw> flaws, boolean told) {
        schedule = new Schedule(seed, told);
        weather = new Weather(schedule.random());
        this.flaws = flaws;
        shop = new MemoryStore(flaws);
        post = new MemoryStore(flaws);
        broker = new MemoryBroker(schedule, flaws);
    }

    static Story of(long seed, Extent extent, Set<Flaw> flaws, boolean told) {
        return new ChainStory(seed, flaws, told).told(seed, extent);
    }

    private Story told(long seed, Extent extent) {
        var violations = new ArrayList<String>();
        var random = schedule.random();
        try {
            var writers = IntStream.range(0, 2)
                    .mapToObj(i -> new Writer(schedule, weather, shop, "w" + i, false, this::publish))
                    .toList();
            int clients = random.nextInt(1, 3);
            for (int i = 0; i < clients; i++) {
                var _ = new Client(schedule, writers, "c" + i, tellings, random.nextInt(2, 5));
            }
            if (extent != Extent.RELAY) {
                for (int i = 0; i < 2; i++) {
                    var _ = new Writer(schedule, weather, post, "p" + i, true, life -> react(life, extent));
                }
            }
            schedule.await(() -> tellings.endedClients() == clients, Long.MAX_VALUE);
            if (random.nextBoolean()) {
                schedule.pause(5_000);
            }
            weather.heal();
            schedule.awaitLate();
            var checks = new ChainChecks(shop, post, broker);
            schedule.await(
                    () -> writers.stream().allMatch(Writer::isIdle)
                            && checks.isPublished()
                            && (extent == Extent.RELAY || checks.isDone()),
                    Long.MAX_VALUE);
        } catch (Schedule.NoQuiet stuck) {
            violations.add("I8: " + stuck.getMessage());
        } finally {
            schedule.end();
        }
        var log = SimulatedLog.commits(List.copyOf(shop.documents(Writer.EVENTS).values()));
        violations.addAll(tellings.violations(log));
        violations.addAll(new ChainChecks(shop, post, broker).violations(extent));
        return new Story(
                seed, violations, schedule.print(), schedule.steps(), log.size(), weather.struck(), schedule.story());
    }

    private void publish(Writer.Life life) {
        var instance = life.instance();
        var clients = new SimulatedRelay.Clients(
                settings -> MemoryProducer.of(broker, instance, settings),
                settings -> MemoryConsumer.of(broker, instance, settings));
        instance.actor(
                        "relay",
                        () -> SimulatedRelay.run(
                                instance,
                                life.log(),
                                SOURCE,
                                MemoryCollection.of(shop, "relay_lease", instance),
                                life.clock(),
                                clients,
                                flaws.contains(Flaw.THE_CHECKPOINT_IS_READ_TOO_EARLY),
                                reason -> tellings.wrong("I8: an operator is asked: " + reason)))
                .start();
    }

    private void react(Writer.Life life, Extent extent) {
        var instance = life.instance();
        var reacting = new Post(life, post, flaws);
        var inbox = new SimulatedInbox(
                instance,
                SOURCE,
                MemoryCollection.of(post, "inbox_positions", instance),
                settings -> MemoryConsumer.of(broker, instance, settings),
                Writer.METERS);
        var parked = MemoryCollection.of(post, "parked", instance);
        instance.actor("inbox", () -> inbox.automate(parked, life.clock(), extent::parcels, reacting::dispatch))
                .start();
        var totals = new Totals(
                MemoryCollection.of(post, Totals.COLLECTION, instance), flaws.contains(Flaw.REPEATS_ARE_COUNTED));
        instance.actor("totals", () -> inbox.subscribe("post-service.totals", totals))
                .start();
    }
}
