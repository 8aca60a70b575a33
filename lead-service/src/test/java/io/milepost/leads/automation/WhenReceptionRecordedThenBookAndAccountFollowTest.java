package io.milepost.leads.automation;

import static io.milepost.leads.automation.WhenReceptionRecordedThenBookAndAccountFollow.AUTOMATION;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.NoteActivity;
import io.milepost.leads.inbound.lead.ReceptionRecorded;
import io.milepost.leads.registerbook.RegisterBook.NoteEntry;
import io.milepost.leads.registerbook.RegisterBook.RegisterBookEntryNoted;
import io.milepost.leads.registerbook.RegisterBook.RegisterBookIssued;
import io.milepost.leads.registerbook.RegisterBook.RegisterBookRecovered;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenReceptionRecordedThenBookAndAccountFollowTest {
    private static final UUID BOOK = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Test
    @DisplayName(
            "R-029, R-019: an entry is counted in its book and is activity of its customer; without both nothing follows")
    void book_and_account_follow() {
        var both = "{\"on\": \"2026-03-01\", \"bookId\": \"%s\", \"accountId\": \"%s\", \"site\": \"N\"}"
                .formatted(BOOK, ACCOUNT);
        assertThat(reactions(both))
                .containsExactly(
                        new Reaction.Command(BOOK, new NoteEntry(ProducerSamples.SUBJECT)),
                        new Reaction.Command(ACCOUNT, new NoteActivity(DAY)))
                .isEqualTo(reactions(both));
        assertThat(reactions("{\"on\": \"2026-03-01\"}")).isEmpty();
    }

    @Test
    @DisplayName("R-029: an entry that is heard of late is counted in a book that is back by then")
    void a_late_entry_counts() {
        var back = Scenario.of(REGISTER_BOOK)
                .given(
                        new RegisterBookIssued("B 7", "KAP", "NORTH", null, DAY, "boss", null),
                        new RegisterBookRecovered(DAY, "boss"));
        back.when(new NoteEntry(ACCOUNT)).then(new RegisterBookEntryNoted(ACCOUNT));
        Scenario.of(REGISTER_BOOK).when(new NoteEntry(ACCOUNT)).thenUnknown();
        assertThat(AUTOMATION.settledBy()).as("whatever is refused is parked").isEmpty();
    }

    @Test
    void reads_every_sample_of_the_register() {
        for (var sample : ProducerSamples.of("lead", "reception-record", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().all(sample, sample.as(ReceptionRecorded.class)))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private static List<Reaction.Command> reactions(String json) {
        var event = ProducerSamples.event("lead", AUTOMATION.type(), json);
        return AUTOMATION.reaction().all(event, event.as(ReceptionRecorded.class));
    }
}
