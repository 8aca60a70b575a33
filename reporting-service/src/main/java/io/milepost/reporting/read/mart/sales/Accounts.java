package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.lead.AccountFacts.ABSORBED;
import static io.milepost.reporting.inbound.lead.AccountFacts.MERGED;
import static io.milepost.reporting.inbound.lead.AccountFacts.OPENED;
import static io.milepost.reporting.inbound.lead.AccountFacts.PROFILE_UPDATED;
import static io.milepost.reporting.inbound.lead.AccountFacts.RELEASED;
import static io.milepost.reporting.inbound.lead.AccountFacts.UNMERGED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.AccountFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was called, and by which account, in the order in which it was said: a company's name, and nobody's personal data. An
 * account speaks of itself and of those that were merged into it, until it is merged itself.
 *
 * @param name as it was said last
 * @param absorbed the accounts for which it stands
 * @param merged whether another one stands for it
 */
record Accounts(
        @Nullable String name, List<AccountFacts.Absorbed> absorbed, boolean merged, List<Span> said, LocalDate day) {
    /** Deals of a day before the account was opened are the same customer's. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    Accounts {
        absorbed = List.copyOf(absorbed);
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
            return Set.of(OPENED, PROFILE_UPDATED, MERGED, UNMERGED, ABSORBED, RELEASED);
        }

        @Override
        public LocalDate day(Accounts view) {
            return view.day();
        }

        @Override
        public Accounts apply(@Nullable Accounts before, Inbound event) {
            LocalDate on = LocalDate.ofInstant(event.effectiveAt(), zone);
            var known = before == null ? new Accounts(null, List.of(), false, List.of(), on) : before;
            var now = switch (event.type()) {
                case OPENED, PROFILE_UPDATED ->
                    known.called(event.as(AccountFacts.Named.class).profile().name());
                case MERGED -> known.merged(true);
                case UNMERGED -> known.merged(false);
                case ABSORBED -> {
                    var absorbed = event.as(AccountFacts.Absorbed.class);
                    yield known.without(absorbed.accountId()).with(absorbed);
                }
                case RELEASED ->
                    known.without(event.as(AccountFacts.Released.class).accountId());
                default -> throw new IllegalArgumentException("of no account: " + event.type());
            };
            return now.saying(known, event.subject(), before == null ? ALWAYS : on, on);
        }
    }

    private Accounts called(String now) {
        return new Accounts(now, absorbed, merged, said, day);
    }

    private Accounts merged(boolean now) {
        return new Accounts(name, absorbed, now, said, day);
    }

    private Accounts with(AccountFacts.Absorbed other) {
        return new Accounts(
                name, Stream.concat(absorbed.stream(), Stream.of(other)).toList(), merged, said, day);
    }

    private Accounts without(UUID other) {
        return new Accounts(
                name,
                absorbed.stream()
                        .filter(known -> !known.accountId().equals(other))
                        .toList(),
                merged,
                said,
                day);
    }

    /** With what is said otherwise than before, from that day on; nothing more of those of whom another account speaks. */
    private Accounts saying(Accounts before, UUID self, LocalDate from, LocalDate on) {
        var spans = new ArrayList<>(said);
        var values = values(self);
        boolean renamed = !values.equals(before.values(self));
        var spoken = before.spokenOf(self);
        var speaking = spokenOf(self);
        speaking.stream()
                .filter(key -> renamed || !spoken.contains(key))
                .forEach(key -> spans.add(new Span(key.toString(), from, values)));
        spoken.stream()
                .filter(key -> !speaking.contains(key))
                .forEach(key -> spans.add(Span.ending(key.toString(), on)));
        return new Accounts(name, absorbed, merged, spans, on.isBefore(day) ? day : on);
    }

    private List<String> values(UUID self) {
        return List.of(name == null ? "(unknown)" : name, self.toString());
    }

    private List<UUID> spokenOf(UUID self) {
        return merged || name == null
                ? List.of()
                : Stream.concat(
                                Stream.of(self),
                                absorbed.stream()
                                        .flatMap(other -> Stream.concat(
                                                Stream.of(other.accountId()), other.standingFor().stream())))
                        .distinct()
                        .toList();
    }
}
