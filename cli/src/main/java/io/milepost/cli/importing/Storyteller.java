package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Ending;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.ItemAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells many stories at once: some chunks side by side, and a chunk in waves, each holding the next step of every story
 * that still goes on. So no step overtakes the one before it, and a story that is not accepted stops there.
 */
final class Storyteller {
    private final Batches batches;
    private final Map<Service, URI> addresses;
    private final int chunkSize;
    private final int concurrency;
    private final Progress progress;

    Storyteller(Batches batches, Map<Service, URI> addresses, int chunkSize, int concurrency, Progress progress) {
        this.batches = batches;
        this.addresses = Map.copyOf(addresses);
        this.chunkSize = chunkSize;
        this.concurrency = concurrency;
        this.progress = progress;
    }

    /** Notes every story's end in the tally; a failure of one chunk ends them all. */
    void tell(List<Story> stories, Tally tally) {
        try (var threads =
                Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().factory())) {
            var running = new ExecutorCompletionService<Integer>(threads);
            var chunks = chunks(stories);
            chunks.forEach(chunk -> running.submit(tellingOf(chunk, tally)));
            try {
                for (int done = 0; done < chunks.size(); done++) {
                    running.take().get();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e);
            }
        }
    }

    private Callable<Integer> tellingOf(List<Story> chunk, Tally tally) {
        return () -> {
            var tellings = chunk.stream().map(Telling::new).toList();
            for (var wave = wave(tellings); !wave.isEmpty(); wave = wave(tellings)) {
                wave.forEach(this::send);
            }
            tellings.forEach(telling -> tally.note(telling.story, telling.ending()));
            progress.finished(tellings.stream()
                    .mapToInt(telling -> telling.story.rows().size())
                    .sum());
            return tellings.size();
        };
    }

    private static Map<Service, List<Telling>> wave(List<Telling> tellings) {
        return tellings.stream()
                .filter(Telling::goesOn)
                .collect(Collectors.groupingBy(
                        telling -> telling.next().service(), () -> new EnumMap<>(Service.class), Collectors.toList()));
    }

    private void send(Service service, List<Telling> tellings) {
        var items = tellings.stream().map(telling -> telling.next().item()).toList();
        var answers = batches.send(Objects.requireNonNull(addresses.get(service)), items);
        for (int i = 0; i < answers.size(); i++) {
            tellings.get(i).take(answers.get(i));
        }
        progress.sent(items.size());
    }

    private List<List<Story>> chunks(List<Story> stories) {
        var chunks = new ArrayList<List<Story>>();
        for (int from = 0; from < stories.size(); from += chunkSize) {
            chunks.add(stories.subList(from, Math.min(stories.size(), from + chunkSize)));
        }
        return chunks;
    }

    /** How far one story is. */
    private static final class Telling {
        private Story story;
        private int told;
        private boolean fresh;
        private boolean revised;
        private @Nullable Ending stopped;

        private Telling(Story story) {
            this.story = story;
        }

        private boolean goesOn() {
            return stopped == null && told < story.steps().size();
        }

        private Story.Step next() {
            return story.steps().get(told);
        }

        private void take(ItemAnswer answer) {
            var command = next().item().command();
            if (answer.done()) {
                fresh |= !answer.replayed();
                told++;
            } else if (answer.otherContent() && story.revision() != null) {
                story = story.revision().get();
                told = 0;
                revised = true;
            } else if (answer.otherContent()) {
                stopped = new Ending(
                        Verdict.CHANGED,
                        answer.code(),
                        "",
                        command + " was imported with another content before; the suite keeps that");
            } else {
                stopped = new Ending(
                        Verdict.REFUSED,
                        answer.code(),
                        answer.pointer(),
                        "%s: %d %s %s".formatted(command, answer.status(), answer.code(), answer.detail()));
            }
        }

        private Ending ending() {
            if (stopped != null) {
                return stopped;
            }
            var kept = revised && story.ending().verdict() == Verdict.CHANGED;
            return fresh && !kept ? Ending.APPLIED : story.ending();
        }
    }
}
