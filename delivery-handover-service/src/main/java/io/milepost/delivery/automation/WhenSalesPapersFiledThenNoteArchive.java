package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.delivery.RecordFiled;
import io.milepost.delivery.salesclosure.SalesClosure.NoteArchive;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The filed papers of a sales project tick off its archive. No refusal settles it: papers of a deal whose sales project nobody
 * closes are parked.
 */
public final class WhenSalesPapersFiledThenNoteArchive {

    public static final Automation<RecordFiled> AUTOMATION = new Automation<>(
            "when-sales-papers-filed-then-note-archive",
            "delivery",
            "archive-record.filed.v1",
            RecordFiled.class,
            WhenSalesPapersFiledThenNoteArchive::react,
            Set.of());

    private WhenSalesPapersFiledThenNoteArchive() {}

    private static Optional<Reaction.Command> react(Inbound cause, RecordFiled filed) {
        return Optional.ofNullable(filed.opportunityId())
                .map(opportunity -> new Reaction.Command(opportunity, new NoteArchive()));
    }
}
