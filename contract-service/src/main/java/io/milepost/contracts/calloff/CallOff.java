package io.milepost.contracts.calloff;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.kernel.Called;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What confirmed orders have called off of one contract. Its id is the contract's.
 *
 * @param orders by id, those that stand
 */
public record CallOff(Map<UUID, List<Called>> orders) {
    static final Decider<CallOff, Command, Event> DECIDER =
            new Decider<>(CallOff::decide, CallOff::begin, CallOff::evolve);

    /** What an automation notes of an order. */
    public sealed interface Command {}

    /** What an order calls off; nothing where it was cancelled. */
    public record NoteOrder(UUID orderId, List<Called> lines) implements Command {
        public NoteOrder {
            lines = List.copyOf(lines);
        }
    }

    public sealed interface Event {}

    public record OrderNoted(UUID orderId, List<Called> lines) implements Event {
        public OrderNoted {
            lines = List.copyOf(lines);
        }
    }

    public CallOff {
        orders = Map.copyOf(orders);
    }

    /** By all orders together, in the order of the lines. */
    public List<Called> inAll() {
        return orders.values().stream()
                .flatMap(List::stream)
                .map(Called::contractLine)
                .distinct()
                .sorted()
                .map(line -> new Called(line, of(line)))
                .toList();
    }

    private BigDecimal of(int line) {
        return orders.values().stream()
                .flatMap(List::stream)
                .filter(called -> called.contractLine() == line)
                .map(Called::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return accepted(noted(command));
    }

    static Decision<Event> decide(CallOff callOff, Command command, Occasion occasion) {
        return switch (command) {
            case NoteOrder note ->
                callOff.orders.getOrDefault(note.orderId(), List.of()).equals(note.lines())
                        ? unchanged()
                        : accepted(noted(note));
        };
    }

    private static Event noted(Command command) {
        var note = (NoteOrder) command;
        return new OrderNoted(note.orderId(), note.lines());
    }

    static CallOff begin(Event first) {
        return evolve(new CallOff(Map.of()), first);
    }

    static CallOff evolve(CallOff callOff, Event event) {
        return switch (event) {
            case OrderNoted(var orderId, var lines) -> {
                var orders = new LinkedHashMap<>(callOff.orders);
                if (lines.isEmpty()) {
                    orders.remove(orderId);
                } else {
                    orders.put(orderId, lines);
                }
                yield new CallOff(orders);
            }
        };
    }
}
