package io.milepost.leads.receptionrecord;

import static io.milepost.leads.receptionrecord.ReceptionRecord.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.receptionrecord.ReceptionRecord.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who came or called, what they said, and what is completed later. */
final class Recording {

    private Recording() {}

    /** What an entry has to know of its book. */
    record Book(boolean out, String holder) {}

    /** What it has to know of the account: to whom it is given while it is flagged. */
    record Customer(List<String> managers) {
        Customer {
            managers = List.copyOf(managers);
        }
    }

    /** That there is such a lead. */
    record KnownLead(boolean known) {}

    static Decision<Event> record(RecordReception record, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(record.on(), today);
        var consultant =
                Objects.requireNonNullElse(record.consultant(), occasion.who().name());
        var customer = occasion.read(Customer.class);
        var stated = record.consultant();
        return booked(
                        check().text("/site", record.site())
                                .notAfter("/on", on, today)
                                .within(FAR, "/on", on, today)
                                .that(
                                        stated == null
                                                || MemberCode.holderOf(stated, occasion)
                                                        .isPresent(),
                                        "/consultant",
                                        CONSULTANT_UNKNOWN)
                                .text("/visitorName", record.visitorName())
                                .text("/source", record.source())
                                .text("/interest", record.interest())
                                .that(
                                        record.accountId() == null || customer.isPresent(),
                                        "/accountId",
                                        ACCOUNT_UNKNOWN),
                        record,
                        consultant,
                        occasion)
                .then(() -> {
                    var events = new ArrayList<Event>();
                    events.add(new ReceptionRecorded(
                            record.kind(),
                            Codes.canonical(record.site()),
                            on,
                            today,
                            on.isBefore(today),
                            consultant,
                            occasion.who().name(),
                            record.bookId(),
                            record.bookEntry(),
                            record.accountId(),
                            record.visitorName(),
                            record.phone(),
                            record.email(),
                            record.source(),
                            record.interest(),
                            occasion.digest("phone").orElse(null),
                            occasion.digest("email").orElse(null),
                            occasion.digest("name").orElse(null),
                            occasion.digest("interest").orElse(null)));
                    var account = record.accountId();
                    if (account != null) {
                        customer.map(Customer::managers).orElse(List.of()).stream()
                                .distinct()
                                .forEach(manager -> events.add(new ReceptionEscalated(account, manager)));
                    }
                    return accepted(events);
                });
    }

    private static Checks booked(Checks checks, RecordReception record, String consultant, Occasion occasion) {
        var number = record.bookEntry();
        if (record.bookId() == null) {
            return checks.that(number == null, "/bookEntry", BOOK_ENTRY_INVALID);
        }
        var book = occasion.read(Book.class);
        return checks.that(book.isPresent(), "/bookId", BOOK_UNKNOWN)
                .that(book.filter(Book::out).isPresent(), "/bookId", BOOK_NOT_OUT)
                .that(
                        book.filter(known -> Codes.same(known.holder(), consultant))
                                .isPresent(),
                        "/bookId",
                        BOOK_OF_ANOTHER)
                .that(number == null || number > 0, "/bookEntry", BOOK_ENTRY_INVALID)
                .that(
                        bookEntries(record).stream()
                                .allMatch(entry -> occasion.holderOf("register-book-entry", entry)
                                        .isEmpty()),
                        "/bookEntry",
                        BOOK_ENTRY_TAKEN);
    }

    /** What an entry claims of its book. */
    static List<String> bookEntries(RecordReception record) {
        return record.bookId() == null || record.bookEntry() == null
                ? List.of()
                : List.of(record.bookId() + "/" + record.bookEntry());
    }

    static Decision<Event> attach(ReceptionRecord record, AttachQuestionnaire attach, Occasion occasion) {
        var key = occasion.digest("answers").orElse(null);
        var before = record.questionnaire();
        if (before != null) {
            return Objects.equals(before.answersKey(), key) && Objects.equals(before.reference(), attach.reference())
                    ? unchanged()
                    : refused(QUESTIONNAIRE_ATTACHED);
        }
        if (record.entry().kind() != Manner.VISIT) {
            return refused(QUESTIONNAIRE_NEEDS_VISIT);
        }
        return switch (record.step()) {
            case RECORDED, RETURNED ->
                check().text("/answers", attach.answers())
                        .text("/reference", attach.reference())
                        .accept(() -> new QuestionnaireAttached(attach.answers(), attach.reference(), key));
            case CHECKED -> refused(ENTRY_CHECKED);
            case FILED -> refused(ENTRY_FILED);
        };
    }

    static Decision<Event> complete(ReceptionRecord record, CompleteEntry complete, Occasion occasion) {
        if (record.step() != ReceptionRecord.Step.RETURNED) {
            return refused(ENTRY_NOT_RETURNED);
        }
        var known = record.entry();
        return check().text("/visitorName", complete.visitorName())
                .text("/source", complete.source())
                .text("/interest", complete.interest())
                .accept(() -> new RegisterEntryCompleted(
                        either(complete.visitorName(), known.visitorName()),
                        either(complete.phone(), known.phone()),
                        either(complete.email(), known.email()),
                        either(complete.source(), known.source()),
                        either(complete.interest(), known.interest()),
                        complete.phone() == null ? known.phoneKey() : hash(occasion, "phone"),
                        complete.email() == null ? known.emailKey() : hash(occasion, "email"),
                        complete.visitorName() == null ? known.nameKey() : hash(occasion, "name"),
                        complete.interest() == null ? known.interestKey() : hash(occasion, "interest")));
    }

    private static @Nullable String hash(Occasion occasion, String name) {
        return occasion.digest(name).orElse(null);
    }

    private static @Nullable String either(@Nullable String given, @Nullable String known) {
        return given == null ? known : given;
    }

    static ReceptionRecorded completed(ReceptionRecorded entry, RegisterEntryCompleted now) {
        return new ReceptionRecorded(
                entry.kind(),
                entry.site(),
                entry.on(),
                entry.recordedOn(),
                entry.late(),
                entry.consultant(),
                entry.recordedBy(),
                entry.bookId(),
                entry.bookEntry(),
                entry.accountId(),
                now.visitorName(),
                now.phone(),
                now.email(),
                now.source(),
                now.interest(),
                now.phoneKey(),
                now.emailKey(),
                now.nameKey(),
                now.interestKey());
    }
}
