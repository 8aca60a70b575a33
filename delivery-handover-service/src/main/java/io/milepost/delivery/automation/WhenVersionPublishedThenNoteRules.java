package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.opportunity.VersionPublished;
import io.milepost.delivery.ruleset.RuleSet;
import io.milepost.delivery.ruleset.RuleSet.NoteRules;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** What a published version of a sales process says of handing over and closing is known here as well, so that the contracts of its deals are bound by it. */
public final class WhenVersionPublishedThenNoteRules {

    public static final Automation<VersionPublished> AUTOMATION = new Automation<>(
            "when-version-published-then-note-rules",
            "opportunity",
            "sales-process.version-published.v1",
            VersionPublished.class,
            (_, published) -> Optional.of(new Reaction.Command(
                    RuleSet.idOf(published.name(), published.version()),
                    new NoteRules(published.name(), published.version(), published.template()))),
            Set.of());

    private WhenVersionPublishedThenNoteRules() {}
}
