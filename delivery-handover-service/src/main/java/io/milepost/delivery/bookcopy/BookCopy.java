package io.milepost.delivery.bookcopy;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One register book, whose facts come in any order.
 *
 * @param opportunityId whose deal it was issued for; null while only its return is known
 * @param backOn null while it is out
 */
public record BookCopy(
        @Nullable UUID opportunityId, @Nullable LocalDate backOn) {
    static final Decider<BookCopy, Command, Event> DECIDER =
            new Decider<>(BookCopy::decide, BookCopy::begin, BookCopy::evolve);
    private static final BookCopy NOTHING = new BookCopy(null, null);

    /** What automations note of a book. */
    public sealed interface Command {}

    public record NoteBookIssue(UUID opportunityId) implements Command {}

    public record NoteBookReturn(LocalDate on) implements Command {}

    public sealed interface Event {}

    public record BookIssueNoted(UUID opportunityId) implements Event {}

    public record BookReturnNoted(LocalDate on) implements Event {}

    boolean isOut() {
        return opportunityId != null && backOn == null;
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return decide(NOTHING, command, occasion);
    }

    static Decision<Event> decide(BookCopy book, Command command, Occasion occasion) {
        var event = noted(command);
        return evolve(book, event).equals(book) ? unchanged() : accepted(event);
    }

    private static Event noted(Command command) {
        return switch (command) {
            case NoteBookIssue(var deal) -> new BookIssueNoted(deal);
            case NoteBookReturn(var on) -> new BookReturnNoted(on);
        };
    }

    static BookCopy begin(Event first) {
        return evolve(NOTHING, first);
    }

    static BookCopy evolve(BookCopy book, Event event) {
        return switch (event) {
            case BookIssueNoted(var deal) -> new BookCopy(deal, book.backOn);
            case BookReturnNoted(var on) -> new BookCopy(book.opportunityId, on);
        };
    }
}
