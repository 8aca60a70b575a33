package io.milepost.reporting.read.mart.registers;

import static io.milepost.reporting.inbound.lead.RegisterFacts.BOOK_DUE;
import static io.milepost.reporting.inbound.lead.RegisterFacts.BOOK_ISSUED;
import static io.milepost.reporting.inbound.lead.RegisterFacts.BOOK_RECOVERED;
import static io.milepost.reporting.inbound.lead.RegisterFacts.BOOK_SHORT;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.RegisterFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paper book of the register as reports know it.
 *
 * @param missing entries of the book that the register did not have when it was last counted
 */
record Book(
        String number,
        String holder,
        String project,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate recoveredOn,
        long missing,
        LocalDate day) {

    boolean out() {
        return recoveredOn == null;
    }

    boolean outByDay() {
        return out() && dueOn != null;
    }

    @Nullable
    LocalDate lateFrom() {
        return dueOn == null ? null : dueOn.plusDays(1);
    }

    private Book with(@Nullable LocalDate due, @Nullable LocalDate back, long lacking, LocalDate on) {
        return new Book(number, holder, project, due, back, lacking, on.isBefore(day) ? day : on);
    }

    /** Register book events to books. */
    record Folding(ZoneId zone) implements Fold<Book> {
        @Override
        public String source() {
            return RegisterFacts.SOURCE;
        }

        @Override
        public Class<Book> view() {
            return Book.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(BOOK_ISSUED, BOOK_DUE, BOOK_SHORT, BOOK_RECOVERED);
        }

        @Override
        public LocalDate day(Book view) {
            return view.day();
        }

        @Override
        public Book apply(@Nullable Book before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(BOOK_ISSUED)) {
                var issued = event.as(RegisterFacts.BookIssued.class);
                return new Book(
                        issued.number(), issued.holder(), issued.project(), issued.dueOn(), null, 0, issued.issuedOn());
            }
            if (before == null) {
                throw new IllegalStateException("it was never issued");
            }
            return switch (event.type()) {
                case BOOK_DUE ->
                    before.with(event.as(RegisterFacts.BookDue.class).dueOn(), before.recoveredOn, before.missing, day);
                case BOOK_SHORT -> {
                    var found = event.as(RegisterFacts.BookShort.class);
                    long lacking = Math.max(0, found.counted() - found.registered());
                    yield before.with(before.dueOn, before.recoveredOn, lacking, day);
                }
                case BOOK_RECOVERED -> {
                    LocalDate back = event.as(RegisterFacts.BookRecovered.class).on();
                    yield before.with(before.dueOn, back, before.missing, back);
                }
                default -> throw new IllegalArgumentException("not of a register book: " + event.type());
            };
        }
    }
}
