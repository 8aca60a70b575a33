package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.inbound.delivery.RecordNoted;
import io.milepost.delivery.salesclosure.SalesClosure.NoteArchive;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The papers of a sales project tick off its archive once none of them is missing. Papers may be filed before its closing begins;
 * then there is nothing to tick off yet, and the next record does it.
 */
public final class WhenSalesPapersFiledThenNoteArchive {

    public static final Automation<RecordNoted> AUTOMATION = new Automation<>(
            "when-sales-papers-filed-then-note-archive",
            "delivery",
            "filing-list.record-noted.v1",
            RecordNoted.class,
            WhenSalesPapersFiledThenNoteArchive::react,
            Set.of(UNKNOWN_TARGET));

    private WhenSalesPapersFiledThenNoteArchive() {}

    private static Optional<Reaction.Command> react(Inbound cause, RecordNoted noted) {
        return Optional.ofNullable(noted.opportunityId())
                .filter(_ -> noted.missing().isEmpty())
                .map(opportunity -> new Reaction.Command(opportunity, new NoteArchive()));
    }
}
