package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.ReadBacks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.json.Json;
import io.milepost.platform.projection.ListItems;
import io.milepost.platform.web.ReadRequests;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is accepted can be read back: request, decision, stored bytes, state, view, list item and the reading by others, on histories
 * that grow by requests with extreme values. Whatever is refused is refused by a value; nothing ever throws, and nothing is lost.
 */
final class KeepingLaw<S, C, E> {
    private static final int STEPS = 25;

    private final Catalogue<S, C, E> catalogue;
    private final RandomRecords records;
    private final List<E> before;

    KeepingLaw(Catalogue<S, C, E> catalogue, RandomRecords records, List<E> before) {
        this.catalogue = catalogue;
        this.records = records;
        this.before = before;
    }

    /** How many of a history's extreme requests led to events. */
    int run(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var extremes = new Extremes(random);
        var history = new RandomHistory<>(catalogue, records, before, random);
        int kept = 0;
        try {
            for (int step = 0; step < STEPS; step++) {
                var drawn = history.draw();
                var plain = (ObjectNode) Json.mapper().valueToTree(drawn.command());
                boolean bent = random.nextInt(3) > 0;
                var body = bent ? extremes.bend(plain, drawn.command().getClass()) : plain;
                var command = sent(body, drawn.row().type());
                if (command.isPresent()) {
                    boolean grew = keep(history, history.ask(drawn.row(), command.get()));
                    kept += bent && grew ? 1 : 0;
                }
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s, seed %d (-Dlaws.seed=%d): what was accepted is not kept: %s%nlast command %s"
                            .formatted(catalogue.aggregate(), seed, seed, e.getMessage(), shortened(history.last())),
                    e);
        }
        return kept;
    }

    /** The command as it comes off the wire, or nothing where the request is refused. */
    private <T> Optional<T> sent(ObjectNode body, Class<T> type) {
        var bytes = Json.mapper().writeValueAsBytes(body);
        var received = (ObjectNode) Json.mapper().readTree(bytes);
        return ReadRequests.read(received, type.asSubclass(Record.class)).map(type::cast);
    }

    private boolean keep(RandomHistory<S, C, E> history, RandomHistory.Asked<S, E> asked) {
        var events = history.decide(asked).map(Decision::events).orElse(List.of());
        if (!events.stream().map(Object::getClass).allMatch(this::isDeclared)) {
            // A law over a part of an aggregate: what the part does not declare is kept by the law over the whole.
            history.grow(events);
            return false;
        }
        if (events.isEmpty()) {
            return false;
        }
        var read = ReadBacks.of(catalogue, Scenario.ID, history.state(), events);
        if (read.isEmpty()) {
            return false;
        }
        history.grow(events);
        history.require(read.get().state().equals(history.state()), "folding what was read leads to another state");
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var others = Json.lenient().readValue(read.get().payloads().get(i), event.getClass());
            history.require(event.equals(others), "another service reads something else");
        }
        var view = read.get().view();
        if (view != null) {
            shown(history, view);
        }
        return true;
    }

    private boolean isDeclared(Class<?> event) {
        return catalogue.events().stream().anyMatch(row -> row.type().equals(event));
    }

    private void shown(RandomHistory<S, C, E> history, ObjectNode view) {
        var answered = Json.events().readTree(Json.mapper().writeValueAsBytes(view));
        history.require(answered.equals(Json.events().readTree(view.toString())), "an answer shows something else");
        var item = ListItems.of(catalogue, view);
        history.require(ListItems.stored(item).equals(item), "the database gives back another list item");
    }

    private static String shortened(Object command) {
        var text = String.valueOf(command);
        return text.length() > 2_000 ? text.substring(0, 2_000) + "..." : text;
    }
}
