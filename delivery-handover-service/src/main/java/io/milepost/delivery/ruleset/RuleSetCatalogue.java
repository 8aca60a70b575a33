package io.milepost.delivery.ruleset;

import io.milepost.delivery.kernel.Rules;
import io.milepost.delivery.ruleset.RuleSet.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The copy's one command and event. Nobody has a role to send it: opportunity-service decides what a sales process says. */
public final class RuleSetCatalogue {

    public static final Catalogue<RuleSet, Command, Event> RULE_SET = Catalogue.of(
                    "rule-set", "rule-sets", RuleSet.DECIDER)
            .notes(NoteRules.class, RuleSet::note)
            .event(RulesNoted.class, "rule-set.noted", 1)
            .open()
            .view(View.class, set -> new View("KNOWN", set.process(), set.version(), set.rules()));

    private RuleSetCatalogue() {}

    /** The set of a version, where one is named. */
    public static @Nullable UUID idOf(@Nullable String process, @Nullable Integer version) {
        return process == null || version == null ? null : RuleSet.idOf(process, version);
    }

    /**
     * What a read shows.
     *
     * @param status KNOWN, the only one
     */
    public record View(String status, String process, int version, Rules rules) {}
}
