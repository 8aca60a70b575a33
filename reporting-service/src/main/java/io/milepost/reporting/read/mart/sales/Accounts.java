package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.AccountFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer was called, in the order in which it was said: a company's name, and nobody's personal data. */
record Accounts(List<Span> said, LocalDate day) {
    /** Deals of a day before the account was opened are the same customer's. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    Accounts {
        said = List.copyOf(said);
    }

    /** Account events to names. */
    record Folding(ZoneId zone) implements Fold<Accounts> {
        @Override
        public String source() {
            return AccountFacts.SOURCE;
        }

        @Override
        public Class<Accounts> view() {
            return Accounts.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(AccountFacts.OPENED, AccountFacts.PROFILE_UPDATED);
        }

        @Override
        public LocalDate day(Accounts view) {
            return view.day();
        }

        @Override
        public Accounts apply(@Nullable Accounts before, Inbound event) {
            var named = event.as(AccountFacts.Named.class).profile();
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            var span = new Span(event.subject().toString(), before == null ? ALWAYS : day, List.of(named.name()));
            if (before == null) {
                return new Accounts(List.of(span), day);
            }
            LocalDate latest = day.isBefore(before.day()) ? before.day() : day;
            return before.said().getLast().values().equals(span.values())
                    ? new Accounts(before.said(), latest)
                    : new Accounts(
                            Stream.concat(before.said().stream(), Stream.of(span))
                                    .toList(),
                            latest);
        }
    }
}
