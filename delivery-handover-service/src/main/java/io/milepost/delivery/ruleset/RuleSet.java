package io.milepost.delivery.ruleset;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.Rules;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The rules of one version of a sales process. Its id follows from name and version, by which contracts know the process of their deal. */
public record RuleSet(String process, int version, Rules rules) {
    static final Decider<RuleSet, Command, Event> DECIDER =
            new Decider<>(RuleSet::decide, RuleSet::begin, RuleSet::evolve);

    /** What an automation notes of a version. */
    public sealed interface Command {}

    public record NoteRules(String process, int version, Rules rules) implements Command {}

    public sealed interface Event {}

    public record RulesNoted(String process, int version, Rules rules) implements Event {}

    public static UUID idOf(String process, int version) {
        return UUID.nameUUIDFromBytes(
                "rule-set %s %d".formatted(Codes.canonical(process), version).getBytes(StandardCharsets.UTF_8));
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return accepted(noted((NoteRules) command));
    }

    static Decision<Event> decide(RuleSet set, Command command, Occasion occasion) {
        return switch (command) {
            case NoteRules note -> begin(noted(note)).equals(set) ? unchanged() : accepted(noted(note));
        };
    }

    private static Event noted(NoteRules note) {
        return new RulesNoted(note.process(), note.version(), note.rules());
    }

    static RuleSet begin(Event first) {
        var noted = (RulesNoted) first;
        return new RuleSet(noted.process(), noted.version(), noted.rules());
    }

    static RuleSet evolve(RuleSet set, Event event) {
        return begin(event);
    }
}
