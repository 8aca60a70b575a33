package io.milepost.cli.demo.year;

import io.milepost.cli.Failure;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.ItemAnswer;
import io.milepost.cli.suite.NameBasedId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells many stories at once. Of a handful of them all that can be said in one request is: of each the steps to its next change of
 * entity or person. A step that needs what another service does by itself is tried until it is there.
 */
final class Crew {
    private static final int HANDFUL = 40;
    /** Of what breaks a rule no time makes anything else. */
    private static final int WRONG = 422;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Map<Service, URI> addresses;
    private final Function<String, Batches> roles;
    private final int hands;
    private final AtomicInteger done = new AtomicInteger();
    private final List<String> surprises = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param roles what sends as somebody of a role
     * @param hands how many requests at a time
     */
    Crew(Map<Service, URI> addresses, Function<String, Batches> roles, int hands) {
        this.addresses = Map.copyOf(addresses);
        this.roles = roles;
        this.hands = hands;
    }

    /** Commands that were answered as they should be, this time or in an earlier run. */
    int done() {
        return done.get();
    }

    /** What was answered otherwise than it should be; the story ended there. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    void tell(List<Story> stories) {
        try (var threads =
                Executors.newFixedThreadPool(hands, Thread.ofVirtual().factory())) {
            var running = new ArrayList<Future<?>>();
            for (int from = 0; from < stories.size(); from += HANDFUL) {
                var handful = stories.subList(from, Math.min(stories.size(), from + HANDFUL));
                running.add(threads.submit(
                        () -> tellTogether(handful.stream().map(Telling::new).toList())));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private void tellTogether(List<Telling> tellings) {
        var open = tellings;
        while (!open.isEmpty()) {
            var told = new AtomicInteger();
            open.stream()
                    .collect(Collectors.groupingBy(telling -> telling.next().at()))
                    .forEach((service, here) -> here.stream()
                            .collect(Collectors.groupingBy(
                                    telling -> telling.next().role()))
                            .forEach((role, together) -> told.addAndGet(send(service, role, together))));
            open = open.stream().filter(Telling::goesOn).toList();
            if (told.get() == 0 && !open.isEmpty()) {
                pause();
            }
        }
    }

    private int send(Service service, String role, List<Telling> together) {
        var items = new ArrayList<Item>();
        var runs = together.stream().map(Telling::run).toList();
        for (int one = 0; one < together.size(); one++) {
            var telling = together.get(one);
            runs.get(one).forEach(step -> items.add(telling.item(step)));
        }
        var answers = roles.apply(role).send(Objects.requireNonNull(addresses.get(service)), items);
        int told = 0;
        int at = 0;
        for (int one = 0; one < together.size(); one++) {
            var telling = together.get(one);
            for (int step = 0; step < runs.get(one).size(); step++) {
                told += telling.take(answers.get(at++)) ? 1 : 0;
            }
        }
        return told;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    /** How far one story is. */
    private final class Telling {
        private final Story story;
        private final List<Step> steps;
        private int told;
        private int tries;
        private boolean ended;
        private @Nullable Instant deadline;

        private Telling(Story story) {
            this.story = story;
            this.steps = story.steps();
        }

        private boolean goesOn() {
            return !ended && told < steps.size();
        }

        private Step next() {
            return steps.get(told);
        }

        /** What can be said at once, which is of one entity; what may come too early is said alone. */
        private List<Step> run() {
            var first = next();
            int to = told + 1;
            while (!first.follows()
                    && to < steps.size()
                    && steps.get(to).at() == first.at()
                    && steps.get(to).role().equals(first.role())
                    && steps.get(to).item().id().equals(first.item().id())
                    && !steps.get(to).follows()) {
                to++;
            }
            return steps.subList(told, to);
        }

        /** Whether the story went on. */
        private boolean take(ItemAnswer answer) {
            if (ended) {
                return false;
            }
            var step = next();
            boolean onRecord = answer.replayed() && !answer.done();
            boolean asExpected = answer.done() || answer.code().equals(step.refusal());
            if (asExpected) {
                told++;
                tries = 0;
                deadline = null;
                done.incrementAndGet();
                return true;
            }
            if (deadline == null) {
                deadline = Instant.now().plus(PATIENCE);
            }
            if (!step.follows()
                    || answer.status() == WRONG
                    || answer.otherContent()
                    || Instant.now().isAfter(deadline)) {
                ended = true;
                surprises.add("%s, step %d, %s: %d %s %s %s"
                        .formatted(
                                story.name(),
                                told + 1,
                                step.item().command(),
                                answer.status(),
                                answer.code(),
                                answer.pointer(),
                                answer.detail()));
            }
            // The same key would be answered by the same refusal for ever.
            tries += onRecord ? 1 : 0;
            return false;
        }

        private Item item(Step step) {
            var item = step.item();
            return tries == 0
                    ? item
                    : new Item(
                            item.command(),
                            item.id(),
                            item.effectiveAt(),
                            NameBasedId.of(item.idempotencyKey().toString(), String.valueOf(tries)),
                            item.body());
        }
    }
}
