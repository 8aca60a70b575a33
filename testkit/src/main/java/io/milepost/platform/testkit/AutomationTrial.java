package io.milepost.platform.testkit;

import static io.milepost.platform.testkit.AutomationStage.require;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.testkit.AutomationCase.Answer;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One automation, tried as {@link AutomationLaw} says. */
final class AutomationTrial {
    private final Automation<?> automation;
    private final AutomationCase declared;
    private final List<AutomationStage> samples;
    private final AutomationStage stage;
    private final List<Due<?>> dues;

    /** A date for which one of its targets waits. */
    private record Waiting(UUID target, DueDate date) {}

    /** @param samples one stage for each sample of its fact; the first one is tried in full */
    AutomationTrial(
            Automation<?> automation, AutomationCase declared, List<AutomationStage> samples, List<Due<?>> dues) {
        this.automation = automation;
        this.declared = declared;
        this.samples = samples;
        this.stage = samples.getFirst();
        this.dues = dues;
    }

    String name() {
        return automation.name();
    }

    /** By what is tried of it alone. */
    Map<String, Runnable> all() {
        var all = new LinkedHashMap<String, Runnable>();
        all.put("happy and duplicate", this::happensOnce);
        all.put("late", this::isLate);
        all.put("reordered", this::isEarly);
        all.put("target refuses", new AutomationRefusals(automation, declared, stage)::check);
        all.put("target faults", this::isDoneOnceThoughItFaults);
        all.put("timers", this::agreesWithTimers);
        return all;
    }

    private void happensOnce() {
        var told = given();
        int before = told.log().size();
        answers(told, new Answer.Effect());
        for (var command : stage.asked()) {
            require(
                    told.log().stream()
                            .skip(before)
                            .anyMatch(fact -> fact.entity().id().equals(command.target())),
                    command + " has no effect");
        }
        answers(told, new Answer.Settled());
        for (var sample : samples) {
            var cause = sample.tell(sample.after(declared.given()));
            require(
                    cause == null,
                    "a sample of it, which asks for %s, is parked as %s".formatted(sample.asked(), cause));
        }
    }

    private void isLate() {
        if (declared.late() != null) {
            answers(stage.after(declared.late()), declared.lateAnswer());
        }
    }

    private void isEarly() {
        if (declared.given().isEmpty() || declared.ordered()) {
            return;
        }
        var early = stage.after(List.of());
        var cause = stage.tell(early);
        require(early.log().isEmpty(), "too early, it has left something: " + early.log());
        require(
                cause != null || automation.settledBy().contains(Automation.Unreached.UNKNOWN_TARGET),
                "too early, it is lost");
        stage.place(early, declared.given());
        if (cause != null) {
            answers(early, new Answer.Effect());
            require(early.states().equals(done().states()), "too early and told again, it ends otherwise");
        }
    }

    /** Whether it and the other one, of which no order is kept, follow on the same entity where the same has happened before. */
    boolean isBeside(AutomationTrial other) {
        return name().compareTo(other.name()) < 0
                && !automation.source().equals(other.automation.source())
                && declared.given().equals(other.declared.given())
                && stage.asked().stream()
                        .anyMatch(command -> other.stage.asked().stream()
                                .anyMatch(beside -> beside.target().equals(command.target())
                                        && stage.catalogueOf(beside).equals(stage.catalogueOf(command))));
    }

    /** Where one of them ends what the other one is about, the other is late after it, and answered as that. */
    void endsTheSameBeside(AutomationTrial other) {
        var one = done();
        int before = one.log().size();
        var first = other.stage.tell(one);
        var another = given();
        other.stage.tell(another);
        int after = another.log().size();
        var second = stage.tell(another);
        boolean late = one.log().size() == before || another.log().size() == after;
        require(
                other.expects(first) && expects(second) && (late || said(one).equals(said(another))),
                "%s and %s, %s and %s".formatted(first, one.states(), second, another.states()));
    }

    /** Whether it is not parked, or for what is declared of it. */
    private boolean expects(@Nullable String cause) {
        return cause == null
                || declared.lateAnswer().equals(new Answer.Parked(cause))
                || declared.refused().containsKey(cause);
    }

    /** What is told of its entities, word by word: in which order a list was told makes no difference. */
    private static List<String> said(ServiceInMemory service) {
        return Stream.of(service.states().toString().split("[^\\w.-]+"))
                .sorted()
                .toList();
    }

    private void isDoneOnceThoughItFaults() {
        for (int deadly = 0; deadly < stage.asked().size(); deadly++) {
            diesAt(deadly, false);
            diesAt(deadly, true);
        }
    }

    private void diesAt(int deadly, boolean stored) {
        var told = given();
        var left = new ArrayList<>(stage.asked().subList(0, deadly));
        boolean died = false;
        try {
            stage.tell(request -> {
                boolean dies = left.isEmpty();
                var outcome = dies && !stored ? null : told.send(request);
                if (dies) {
                    return CompletableFuture.failedFuture(new EventLogUnavailableException("away"));
                }
                left.removeFirst();
                return CompletableFuture.completedFuture(outcome);
            });
        } catch (EventLogUnavailableException away) {
            died = true;
        }
        require(died, "a fault of its target is taken for an answer");
        require(stage.tell(told) == null, "after a fault it is parked");
        var done = done();
        require(
                told.states().equals(done.states())
                        && told.log().size() == done.log().size(),
                "after a fault it ends otherwise");
    }

    private void agreesWithTimers() {
        var idle = new LinkedHashMap<String, Waiting>();
        for (var due : dues) {
            stage.asked().stream()
                    .filter(command -> stage.catalogueOf(command)
                            .aggregate()
                            .equals(due.catalogue().aggregate()))
                    .flatMap(command -> idle(due, command.target()))
                    .forEach(waiting -> idle.put(due.kind(), waiting));
        }
        require(
                idle.keySet().equals(declared.timers().keySet()),
                "it makes %s idle, and not %s"
                        .formatted(idle.keySet(), declared.timers().keySet()));
        idle.forEach((kind, waiting) -> {
            var success = done();
            int before = success.log().size();
            success.send(fired(waiting));
            require(success.log().size() == before, kind + " has an effect after it");
            var timer = given();
            before = timer.log().size();
            timer.send(fired(waiting));
            require(timer.log().size() > before, kind + " has no effect before it");
            answers(timer, Objects.requireNonNull(declared.timers().get(kind)));
        });
    }

    private <S> Stream<Waiting> idle(Due<S> due, UUID target) {
        var before = given().state(due.catalogue(), target);
        var after = done().state(due.catalogue(), target);
        var waiting = after == null ? List.<DueDate>of() : due.dates().apply(after);
        return before == null
                ? Stream.of()
                : due.dates().apply(before).stream()
                        .filter(date -> !waiting.contains(date))
                        .map(date -> new Waiting(target, date));
    }

    private static Request fired(Waiting waiting) {
        return new Request(
                waiting.target(),
                waiting.date().command(),
                "timer",
                new byte[0],
                waiting.date().in(ZoneOffset.UTC),
                Request.Timing.FOLLOWING,
                Who.unbound("timer"),
                Sight.ALL,
                null,
                false,
                Map.of());
    }

    private void answers(ServiceInMemory told, Answer answer) {
        int before = told.log().size();
        var cause = stage.tell(told);
        boolean effect = told.log().size() > before;
        require(
                switch (answer) {
                    case Answer.Effect _ -> cause == null && effect;
                    case Answer.Settled _ -> cause == null && !effect;
                    case Answer.Parked(var expected) -> expected.equals(cause) && !effect;
                },
                "it %s and not %s; it asked for %s"
                        .formatted(
                                cause == null ? (effect ? "has an effect" : "is settled") : "is parked as " + cause,
                                answer,
                                stage.asked()));
    }

    private ServiceInMemory given() {
        return stage.after(declared.given());
    }

    private ServiceInMemory done() {
        var done = given();
        stage.tell(done);
        return done;
    }
}
