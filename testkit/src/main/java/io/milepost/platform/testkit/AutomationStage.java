package io.milepost.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.platform.Service;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Delivery;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an automation is tried: its fact, what that asks for, and services in which nothing has happened but what a trial says. */
final class AutomationStage {
    private static final String OTHER = "other:";

    private final Service service;
    private final SampleEvents samples;
    private final Automation<?> automation;
    private final Inbound fact;
    private final List<Reaction.Command> asked;

    private AutomationStage(Service service, SampleEvents samples, Automation<?> automation, Inbound fact) {
        this.service = service;
        this.samples = samples;
        this.automation = automation;
        this.fact = fact;
        this.asked = ask(automation, fact);
        require(asked.equals(ask(automation, fact)), "the same fact asks for something else");
    }

    /** One for each sample of its fact that asks for something, with what that says otherwise; at least one. */
    static List<AutomationStage> of(Service service, SampleEvents samples, Automation<?> automation, String otherwise) {
        var type = automation.type();
        var aggregate = type.substring(0, type.indexOf('.'));
        var id = UUID.nameUUIDFromBytes(automation.name().getBytes(UTF_8));
        var stages = ProducerSamples.of(automation.source(), aggregate, type).stream()
                .map(sample -> {
                    var stage = new AutomationStage(
                            service, samples, automation, SampleEvents.saying(sample, otherwise, sample.subject(), id));
                    return stage.isOfTarget()
                            ? stage
                            : stage.ofSubject(UUID.nameUUIDFromBytes(aggregate.getBytes(UTF_8)));
                })
                .filter(stage -> !stage.asked.isEmpty())
                .toList();
        require(!stages.isEmpty(), "its fact asks for nothing; say what it says otherwise");
        return stages;
    }

    private boolean isOfTarget() {
        return asked.stream().anyMatch(command -> command.target().equals(fact.subject()));
    }

    /** Facts of other entities than the target are of different ones. */
    private AutomationStage ofSubject(UUID subject) {
        return new AutomationStage(
                service, samples, automation, SampleEvents.saying(fact, "{}", subject, fact.eventId()));
    }

    /** What its fact asks for. */
    List<Reaction.Command> asked() {
        return asked;
    }

    /** The fact told there, and what parks it. What is thrown is an outage, so that it is not tried again. */
    @Nullable
    String tell(Function<Request, CompletableFuture<Outcome>> send) {
        return Delivery.deliver(fact, automation, request -> {
            try {
                return send.apply(request);
            } catch (RuntimeException thrown) {
                return CompletableFuture.failedFuture(new EventLogUnavailableException(thrown.toString(), thrown));
            }
        });
    }

    @Nullable
    String tell(ServiceInMemory told) {
        return tell(request -> CompletableFuture.completedFuture(told.send(request)));
    }

    /** A service in which this has happened. */
    ServiceInMemory after(List<String> events) {
        var told = new ServiceInMemory(service.catalogues());
        place(told, events);
        return told;
    }

    /** Each happens to the targets of its aggregate, else to what a target looks at; with {@code other:} only to that. */
    void place(ServiceInMemory told, List<String> events) {
        for (var word : events) {
            var name = word.startsWith(OTHER) ? word.substring(OTHER.length()) : word;
            var catalogue = samples.catalogueOf(name);
            var targets = asked.stream()
                    .filter(command -> catalogueOf(command).aggregate().equals(catalogue.aggregate()))
                    .map(Reaction.Command::target)
                    .collect(Collectors.toSet());
            var places = word.startsWith(OTHER) || targets.isEmpty()
                    ? asked.stream()
                            .flatMap(command -> lookedAt(told, catalogueOf(command), command, catalogue.aggregate()))
                            .filter(place -> !targets.contains(place))
                            .collect(Collectors.toSet())
                    : targets;
            require(!places.isEmpty(), "nothing looks at " + word);
            places.forEach(id -> happen(told, catalogue, id, name));
        }
    }

    private <E> void happen(ServiceInMemory told, Catalogue<?, ?, E> catalogue, UUID id, String word) {
        told.happen(catalogue, id, samples.event(catalogue, word));
    }

    private static <S> Stream<UUID> lookedAt(
            ServiceInMemory told, Catalogue<S, ?, ?> of, Reaction.Command command, String aggregate) {
        var row = of.command(command.command().getClass());
        var state = told.state(of, command.target());
        var read = row.reads().stream()
                .filter(one -> one.other().get().aggregate().equals(aggregate))
                .map(one -> one.id().of(command.target(), state, command.command()))
                .filter(Objects::nonNull);
        var gathered = row.gathers().stream()
                .filter(one ->
                        one.others() != null && one.others().get().aggregate().equals(aggregate))
                .map(_ -> RandomHistory.OTHER);
        return Stream.concat(read, gathered);
    }

    Catalogue<?, ?, ?> catalogueOf(Reaction.Command command) {
        return service.catalogues().stream()
                .filter(catalogue -> catalogue.commands().stream()
                        .anyMatch(row -> row.type().equals(command.command().getClass())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody here decides " + command));
    }

    private static <T> List<Reaction.Command> ask(Automation<T> automation, Inbound told) {
        return automation.reaction().all(told, told.as(automation.data()));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
