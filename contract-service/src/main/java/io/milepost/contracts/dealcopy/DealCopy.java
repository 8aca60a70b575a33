package io.milepost.contracts.dealcopy;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.kernel.DealEnd;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a deal concerns its contracts. Its id is the opportunity's.
 *
 * @param risks of its sales project that are not done with, in the order in which they became known here
 * @param end how it ended without a contract; null while it is open, was won, or was reopened
 */
public record DealCopy(List<OpenRisk> risks, @Nullable DealEnd end) {
    static final Decider<DealCopy, Command, Event> DECIDER =
            new Decider<>(DealCopy::decide, DealCopy::begin, DealCopy::evolve);

    /** What an automation notes of a deal. */
    public sealed interface Command {}

    /** How large a risk of it is now; done with when absent. */
    public record NoteRisk(UUID riskId, @Nullable RiskLevel level) implements Command {}

    /** That it ended without a contract; that it was reopened when absent. */
    public record NoteEnd(@Nullable DealEnd end) implements Command {}

    public sealed interface Event {}

    public record RiskNoted(UUID riskId, @Nullable RiskLevel level) implements Event {}

    public record EndNoted(@Nullable DealEnd end) implements Event {}

    /** One that is not done with. */
    public record OpenRisk(UUID riskId, RiskLevel level) {}

    public DealCopy {
        risks = List.copyOf(risks);
    }

    /** The level of the largest risk; empty where there is none. */
    public Optional<RiskLevel> largestRisk() {
        return risks.stream().map(OpenRisk::level).max(Comparator.naturalOrder());
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return accepted(noted(command));
    }

    static Decision<Event> decide(DealCopy deal, Command command, Occasion occasion) {
        var event = noted(command);
        return evolve(deal, event).equals(deal) ? unchanged() : accepted(event);
    }

    private static Event noted(Command command) {
        return switch (command) {
            case NoteRisk(var riskId, var level) -> new RiskNoted(riskId, level);
            case NoteEnd(var end) -> new EndNoted(end);
        };
    }

    static DealCopy begin(Event first) {
        return evolve(new DealCopy(List.of(), null), first);
    }

    /** A risk that changes keeps its place. */
    static DealCopy evolve(DealCopy deal, Event event) {
        return switch (event) {
            case EndNoted(var end) -> new DealCopy(deal.risks, end);
            case RiskNoted(var riskId, var level) -> {
                var known = deal.risks.stream().anyMatch(risk -> risk.riskId().equals(riskId));
                var all = known || level == null
                        ? deal.risks.stream()
                        : Stream.concat(deal.risks.stream(), Stream.of(new OpenRisk(riskId, level)));
                yield new DealCopy(
                        all.flatMap(risk -> !risk.riskId().equals(riskId)
                                        ? Stream.of(risk)
                                        : level == null ? Stream.empty() : Stream.of(new OpenRisk(riskId, level)))
                                .toList(),
                        deal.end);
            }
        };
    }
}
