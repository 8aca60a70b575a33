package io.milepost.delivery.bookcopy;

import io.milepost.delivery.bookcopy.BookCopy.*;
import io.milepost.delivery.kernel.Claims;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The copy's commands and events. Its id is the book's. Nobody has a role to send them: lead-service decides who has which book. */
public final class BookCopyCatalogue {

    public static final Catalogue<BookCopy, Command, Event> BOOK_COPY = Catalogue.of(
                    "book-copy", "book-copies", BookCopy.DECIDER)
            .notes(NoteBookIssue.class, BookCopy::note)
            .notes(NoteBookReturn.class, BookCopy::note)
            .event(BookIssueNoted.class, "book-copy.issue-noted", 1)
            .tags(
                    BookIssueNoted.class,
                    issued -> Set.of(
                            new Tag(Claims.BOOK_OUT, issued.opportunityId().toString())))
            .event(BookReturnNoted.class, "book-copy.return-noted", 1)
            .holds(
                    Claims.BOOK_OUT,
                    book -> book.opportunityId() != null && book.isOut()
                            ? List.of(book.opportunityId().toString())
                            : List.of())
            .open()
            .view(View.class, book -> new View(book.isOut() ? "OUT" : "BACK", book.opportunityId(), book.backOn()));

    private BookCopyCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status OUT or BACK
     */
    public record View(
            String status,
            @Nullable UUID opportunityId,
            @Nullable LocalDate backOn) {}
}
