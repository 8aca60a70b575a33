package io.milepost.delivery.bookcopy;

import static io.milepost.delivery.automation.WhenRegisterBookMovesThenNoteIt.ISSUED;
import static io.milepost.delivery.automation.WhenRegisterBookMovesThenNoteIt.RECOVERED;
import static io.milepost.delivery.bookcopy.BookCopyCatalogue.BOOK_COPY;
import static io.milepost.delivery.kernel.Claims.BOOK_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.bookcopy.BookCopy.*;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of which register books are out, and how it is kept. */
class BookCopyTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Scenario<BookCopy, Command, Event> NOTHING = Scenario.of(BOOK_COPY);

    @Test
    @DisplayName("R-029: a book holds its deal back from its issue until its return, in whatever order they are told")
    void holds_its_deal_while_it_is_out() {
        var issued = NOTHING.when(new NoteBookIssue(DEAL)).then(new BookIssueNoted(DEAL));
        issued.when(new NoteBookIssue(DEAL)).thenNothing();
        assertThat(held(issued)).containsExactly(DEAL.toString());
        var back = issued.when(new NoteBookReturn(DAY)).then(new BookReturnNoted(DAY));
        assertThat(held(back)).isEmpty();
        var early = NOTHING.when(new NoteBookReturn(DAY)).then(new BookReturnNoted(DAY));
        assertThat(held(early.when(new NoteBookIssue(DEAL)).then(new BookIssueNoted(DEAL))))
                .isEmpty();
    }

    @Test
    @DisplayName("R-029: what lead-service says of a book for a deal is noted; a book for none holds nothing back")
    void what_is_published_is_noted() {
        assertThat(noted(ISSUED, "{\"number\": \"B 7\", \"opportunityId\": \"%s\"}".formatted(DEAL)))
                .contains(new Reaction.Command(ProducerSamples.SUBJECT, new NoteBookIssue(DEAL)));
        assertThat(noted(ISSUED, "{\"number\": \"B 7\"}")).isEmpty();
        assertThat(noted(RECOVERED, "{\"on\": \"2026-03-02\", \"by\": \"kim\"}"))
                .contains(new Reaction.Command(ProducerSamples.SUBJECT, new NoteBookReturn(DAY)));
        for (var automation : List.of(ISSUED, RECOVERED)) {
            for (var sample : ProducerSamples.of("lead", "register-book", automation.type())) {
                assertThat(sample.as(automation.data())).isNotNull();
            }
            assertThat(automation.settledBy()).isEmpty();
        }
    }

    private static Iterable<String> held(Scenario<BookCopy, Command, Event> book) {
        return Objects.requireNonNull(BOOK_COPY.holds().get(BOOK_OUT)).apply(book.state());
    }

    private static <T> Optional<Reaction.Command> noted(Automation<T> automation, String json) {
        var event = ProducerSamples.event("lead", automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data()));
    }
}
