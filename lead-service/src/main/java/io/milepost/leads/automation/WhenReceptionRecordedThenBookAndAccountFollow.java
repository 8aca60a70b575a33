package io.milepost.leads.automation;

import io.milepost.leads.account.Account.NoteActivity;
import io.milepost.leads.inbound.lead.ReceptionRecorded;
import io.milepost.leads.registerbook.RegisterBook.NoteEntry;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A register entry is counted in the book in which it stands, and shows that the customer whom it names is active. Both were
 * there when it was decided.
 */
public final class WhenReceptionRecordedThenBookAndAccountFollow {

    public static final Automation<ReceptionRecorded> AUTOMATION = new Automation<>(
            "when-reception-recorded-then-book-and-account-follow",
            "lead",
            "reception-record.recorded.v1",
            ReceptionRecorded.class,
            Reaction.toSeveral(WhenReceptionRecordedThenBookAndAccountFollow::react),
            Set.of());

    private WhenReceptionRecordedThenBookAndAccountFollow() {}

    private static List<Reaction.Command> react(Inbound cause, ReceptionRecorded recorded) {
        return Stream.concat(
                        Stream.ofNullable(recorded.bookId())
                                .map(book -> new Reaction.Command(book, new NoteEntry(cause.subject()))),
                        Stream.ofNullable(recorded.accountId())
                                .map(account -> new Reaction.Command(account, new NoteActivity(recorded.on()))))
                .toList();
    }
}
