package io.milepost.contracts.dealrisk;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The risks of the sales project of one deal that are not done with. Its id is the opportunity's.
 *
 * @param open in the order in which they became known here
 */
public record DealRisk(List<OpenRisk> open) {
    static final Decider<DealRisk, Command, Event> DECIDER =
            new Decider<>(DealRisk::decide, DealRisk::begin, DealRisk::evolve);

    /** What an automation notes of a risk. */
    public sealed interface Command {}

    /** How large it is now; done with when absent. */
    public record NoteRisk(UUID riskId, @Nullable RiskLevel level) implements Command {}

    public sealed interface Event {}

    public record DealRiskNoted(UUID riskId, @Nullable RiskLevel level) implements Event {}

    /** One that is not done with. */
    public record OpenRisk(UUID riskId, RiskLevel level) {}

    public DealRisk {
        open = List.copyOf(open);
    }

    /** The level of the largest; empty where there is none. */
    public Optional<RiskLevel> largest() {
        return open.stream().map(OpenRisk::level).max(Comparator.naturalOrder());
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return accepted(noted(command));
    }

    static Decision<Event> decide(DealRisk deal, Command command, Occasion occasion) {
        return switch (command) {
            case NoteRisk(var riskId, var level) ->
                Objects.equals(deal.level(riskId), level) ? unchanged() : accepted(noted(command));
        };
    }

    private static Event noted(Command command) {
        var note = (NoteRisk) command;
        return new DealRiskNoted(note.riskId(), note.level());
    }

    private @Nullable RiskLevel level(UUID riskId) {
        return open.stream()
                .filter(risk -> risk.riskId().equals(riskId))
                .findFirst()
                .map(OpenRisk::level)
                .orElse(null);
    }

    static DealRisk begin(Event first) {
        return evolve(new DealRisk(List.of()), first);
    }

    static DealRisk evolve(DealRisk deal, Event event) {
        return switch (event) {
            case DealRiskNoted(var riskId, var level) -> {
                var others = deal.open.stream().filter(risk -> !risk.riskId().equals(riskId));
                yield new DealRisk(
                        (level == null ? others : Stream.concat(others, Stream.of(new OpenRisk(riskId, level))))
                                .toList());
            }
        };
    }
}
