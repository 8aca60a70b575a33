package io.milepost.delivery.risklist;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The risks of one sales project, whose facts come in any order. Its id is the opportunity's.
 *
 * @param open those that are not done with, in the order in which they became known here
 * @param over those that are, whatever is heard of them later
 */
public record RiskList(List<AnalysedRisk> open, Set<UUID> over) {
    static final Decider<RiskList, Command, Event> DECIDER =
            new Decider<>(RiskList::decide, RiskList::begin, RiskList::evolve);
    private static final RiskList NOTHING = new RiskList(List.of(), Set.of());

    /** What automations note of a risk. */
    public sealed interface Command {}

    public record NoteRisk(UUID riskId, String exposure) implements Command {}

    public record NoteRiskOver(UUID riskId) implements Command {}

    public sealed interface Event {}

    public record RiskNoted(UUID riskId, String exposure) implements Event {}

    public record RiskOverNoted(UUID riskId) implements Event {}

    public RiskList {
        open = List.copyOf(open);
        over = Set.copyOf(over);
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return decide(NOTHING, command, occasion);
    }

    static Decision<Event> decide(RiskList risks, Command command, Occasion occasion) {
        var event = noted(command);
        return evolve(risks, event).equals(risks) ? unchanged() : accepted(event);
    }

    private static Event noted(Command command) {
        return switch (command) {
            case NoteRisk(var risk, var exposure) -> new RiskNoted(risk, exposure);
            case NoteRiskOver(var risk) -> new RiskOverNoted(risk);
        };
    }

    static RiskList begin(Event first) {
        return evolve(NOTHING, first);
    }

    /** A risk that is assessed anew keeps its place. */
    static RiskList evolve(RiskList risks, Event event) {
        return switch (event) {
            case RiskNoted(var id, var _) when risks.over.contains(id) -> risks;
            case RiskNoted(var id, var exposure) -> {
                var noted = new AnalysedRisk(id, exposure);
                yield risks.open.stream().anyMatch(risk -> risk.riskId().equals(id))
                        ? risks.with(
                                risks.open.stream().map(risk -> risk.riskId().equals(id) ? noted : risk))
                        : risks.with(Stream.concat(risks.open.stream(), Stream.of(noted)));
            }
            case RiskOverNoted(var id) -> {
                var over = Stream.concat(risks.over.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
                var left = risks.open.stream()
                        .filter(risk -> !risk.riskId().equals(id))
                        .toList();
                yield new RiskList(left, over);
            }
        };
    }

    private RiskList with(Stream<AnalysedRisk> all) {
        return new RiskList(all.toList(), over);
    }
}
