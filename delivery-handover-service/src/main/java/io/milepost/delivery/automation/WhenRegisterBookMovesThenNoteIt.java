package io.milepost.delivery.automation;

import io.milepost.delivery.bookcopy.BookCopy.NoteBookIssue;
import io.milepost.delivery.bookcopy.BookCopy.NoteBookReturn;
import io.milepost.delivery.inbound.lead.RegisterBookIssued;
import io.milepost.delivery.inbound.lead.RegisterBookRecovered;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** Which register books of a deal are out is known here as well, so that its projects wait for them. A book for no deal holds nothing back. */
public final class WhenRegisterBookMovesThenNoteIt {

    public static final Automation<RegisterBookIssued> ISSUED = new Automation<>(
            "when-register-book-issued-then-note-book",
            "lead",
            "register-book.issued.v1",
            RegisterBookIssued.class,
            (cause, issued) -> Optional.ofNullable(issued.opportunityId())
                    .map(deal -> new Reaction.Command(cause.subject(), new NoteBookIssue(deal))),
            Set.of());

    public static final Automation<RegisterBookRecovered> RECOVERED = new Automation<>(
            "when-register-book-recovered-then-note-book",
            "lead",
            "register-book.recovered.v1",
            RegisterBookRecovered.class,
            (cause, recovered) ->
                    Optional.of(new Reaction.Command(cause.subject(), new NoteBookReturn(recovered.on()))),
            Set.of());

    private WhenRegisterBookMovesThenNoteIt() {}
}
