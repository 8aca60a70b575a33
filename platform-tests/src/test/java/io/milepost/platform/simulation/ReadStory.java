package io.milepost.platform.simulation;

import io.milepost.platform.axon.SimulatedParcels;
import io.milepost.platform.axon.SimulatedParcels.Beside;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.SimulatedLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Instances decide for some clients about a few parcels, each decision by what others are: who is in a locker, and who has moved. */
final class ReadStory {
    private static final int PARCELS = 4;
    private static final int LOCKERS = 2;
    private static final int TRIES = 3;

    private final Schedule schedule;
    private final MemoryStore store;
    private final Beside beside;
    private final Map<Writer.Life, SimulatedParcels> instances = new HashMap<>();
    private final List<Writer> writers;
    private boolean accepted;
    private int ended;

    private ReadStory(Schedule schedule, Weather weather, Set<Flaw> flaws) {
        this.schedule = schedule;
        store = new MemoryStore(flaws);
        beside = flaws.contains(Flaw.READS_ARE_NO_CONDITION)
                ? Beside.READS
                : flaws.contains(Flaw.CLAIMS_ARE_NO_CONDITION) ? Beside.CLAIMS : Beside.NOTHING;
        writers = IntStream.range(0, 2)
                .mapToObj(i -> new Writer(schedule, weather, store, "w" + i, true, this::begin))
                .toList();
    }

    static Story of(long seed, Set<Flaw> flaws, boolean told) {
        var schedule = new Schedule(seed, told);
        var weather = new Weather(schedule.random());
        var violations = new ArrayList<String>();
        var story = new ReadStory(schedule, weather, flaws);
        try {
            story.tell();
            weather.heal();
            schedule.awaitLate();
        } catch (Schedule.NoQuiet stuck) {
            violations.add("I8: " + stuck.getMessage());
        } finally {
            schedule.end();
        }
        var log = SimulatedLog.commits(
                List.copyOf(story.store.documents(Writer.EVENTS).values()));
        violations.addAll(SimulatedParcels.violations(log));
        violations.addAll(story.store.violations());
        return new Story(
                seed, violations, schedule.print(), schedule.steps(), log.size(), weather.struck(), schedule.story());
    }

    private void tell() {
        int clients = schedule.random().nextInt(2, 5);
        for (int i = 0; i < clients; i++) {
            var name = "c" + i;
            var random = schedule.random().split();
            schedule.actor(name, () -> act(name, random)).start();
        }
        IntStream.range(0, PARCELS)
                .forEach(i -> ask("accept-" + i, parcels -> parcels.accept(parcel(i), "accept-" + i)));
        accepted = true;
        schedule.await(() -> ended == clients, Long.MAX_VALUE);
    }

    private void begin(Writer.Life life) {
        instances.put(
                life,
                new SimulatedParcels(
                        beside,
                        life.instance(),
                        life.log(),
                        Post.database(life.instance(), store),
                        Post.KEYS,
                        life.clock(),
                        Writer.METERS));
    }

    private void act(String name, SplittableRandom random) {
        schedule.await(() -> accepted, Long.MAX_VALUE);
        int commands = random.nextInt(2, 6);
        for (int i = 0; i < commands; i++) {
            var request = name + "-" + i;
            int parcel = random.nextInt(PARCELS);
            int other = (parcel + random.nextInt(1, PARCELS)) % PARCELS;
            var locker = "L" + random.nextInt(LOCKERS);
            if (random.nextInt(3) == 0) {
                ask(request, parcels -> parcels.pass(parcel(parcel), parcel(other), request));
            } else {
                ask(request, parcels -> parcels.store(parcel(parcel), locker, request));
            }
        }
        ended++;
    }

    private interface Asking {
        Outcome of(SimulatedParcels parcels);
    }

    /** Any instance, and another one where no answer comes. */
    private void ask(String request, Asking asking) {
        for (int i = 0; i < TRIES; i++) {
            var up = writers.get(schedule.random().nextInt(writers.size())).awaitUp();
            if (up.isPresent() && isAnswered(request, up.get(), asking)) {
                return;
            }
            schedule.pause(1_000);
        }
    }

    private boolean isAnswered(String request, Writer.Life life, Asking asking) {
        try {
            var outcome = asking.of(instances.get(life));
            schedule.tell(
                    () -> "%s is told %s".formatted(request, outcome.getClass().getSimpleName()));
            return true;
        } catch (CompletionException failed) {
            if (life.instance().isDead()
                    || failed.getCause() instanceof EventLogUnavailableException
                    || failed.getCause() instanceof Schedule.Died) {
                return false;
            }
            throw failed;
        }
    }

    private static UUID parcel(int number) {
        return new UUID(5, number);
    }
}
