package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Somebody who wants commits stored, of any instance, asks again where no answer comes, and gives up at last. */
final class Client {

    private static final Instant WHEN = Instant.parse("2017-02-01T10:15:30.123Z");
    private static final int TRIES = 3;
    private static final int ROOTS = 2;

    private final Schedule schedule;
    private final SplittableRandom random;
    private final List<Writer> writers;
    private final String name;
    private final Tellings tellings;
    private int number;

    Client(Schedule schedule, List<Writer> writers, String name, Tellings tellings, int commits) {
        this.schedule = schedule;
        this.random = schedule.random();
        this.writers = writers;
        this.name = name;
        this.tellings = tellings;
        schedule.actor(name, () -> append(commits)).start();
    }

    private void append(int commits) {
        for (int i = 0; i < commits; i++) {
            next().ifPresent(append -> {
                var _ = ask(append, TRIES);
            });
        }
        tellings.ended();
    }

    /** A free commit, a claim of a name that others claim, or a change of what was read before. */
    private Optional<Append> next() {
        var root = "root=" + random.nextInt(ROOTS);
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(append(AppendCondition.none(), root));
            case 1 -> {
                var claimed = "name=" + random.nextInt(2);
                yield Optional.of(append(new AppendCondition(List.of(Criterion.tagged(claimed)), 0), root, claimed));
            }
            default ->
                seen(root).map(marker -> append(new AppendCondition(List.of(Criterion.tagged(root)), marker), root));
        };
    }

    private Optional<Long> seen(String root) {
        return writer().awaitUp().flatMap(life -> {
            try {
                var sourced =
                        life.log().source(List.of(Criterion.tagged(root)), 0).join();
                sourced.events().forEach(tellings::read);
                return Optional.of(sourced.marker());
            } catch (CompletionException unread) {
                refuseOthers(unread);
                return Optional.empty();
            }
        });
    }

    /** Whether it was answered. */
    boolean ask(Append append, int tries) {
        tellings.asked(append, schedule.steps());
        for (int i = 0; i < tries; i++) {
            var up = writer().awaitUp();
            if (up.isPresent() && answered(up.get(), append)) {
                return true;
            }
            schedule.pause(1_000);
        }
        return false;
    }

    private boolean answered(Writer.Life life, Append append) {
        var answer = life.log().append(append);
        schedule.await(() -> answer.isDone() || life.instance().isDead(), Long.MAX_VALUE);
        try {
            var result = answer.getNow(null);
            if (result != null) {
                schedule.tell(() -> "%s is told %s"
                        .formatted(append.requestId(), result.getClass().getSimpleName()));
                tellings.answered(append, result, schedule.steps());
            }
            return result != null;
        } catch (CompletionException unknown) {
            refuseOthers(unknown);
            return false;
        }
    }

    private static void refuseOthers(CompletionException fault) {
        if (!(fault.getCause() instanceof EventLogUnavailableException || fault.getCause() instanceof Schedule.Died)) {
            throw fault;
        }
    }

    private Writer writer() {
        return writers.get(random.nextInt(writers.size()));
    }

    private Append append(AppendCondition condition, String root, String... more) {
        var request = name + "-" + number++;
        var tags = more.length == 0 ? Set.of(root) : Set.of(root, more[0]);
        var events = IntStream.rangeClosed(0, random.nextInt(3) / 2)
                .mapToObj(i -> event(request + i, root, tags))
                .toList();
        return new Append(condition, request, request.getBytes(StandardCharsets.UTF_8), events);
    }

    private NewEvent event(String id, String root, Set<String> tags) {
        var key = UUID.nameUUIDFromBytes(root.getBytes(StandardCharsets.UTF_8)).toString();
        return new NewEvent(
                new UUID(id.hashCode(), id.length()),
                "thing.changed",
                1,
                WHEN,
                "{\"n\":%d}".formatted(number()).getBytes(StandardCharsets.UTF_8),
                Map.of(Metadata.SUBJECT, key, Metadata.ROOT, key, Metadata.ACTOR, "clerk"),
                tags);
    }

    /** Sometimes 0, and often what it was before. */
    private int number() {
        int n = random.nextInt(10);
        return n == 0 ? 0 : 1 + n % 3;
    }
}
