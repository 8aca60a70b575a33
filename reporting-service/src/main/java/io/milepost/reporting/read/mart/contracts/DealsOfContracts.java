package io.milepost.reporting.read.mart.contracts;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of which deal a contract is, so that what is known of contracts alone is told by project; nothing of one that came from no deal. */
record DealsOfContracts(List<Span> said, LocalDate day) {
    /** What was said of a contract is of its deal, on whatever day. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    DealsOfContracts {
        said = List.copyOf(said);
    }

    /** Drafted contracts to deals. */
    record Folding(ZoneId zone) implements Fold<DealsOfContracts> {
        @Override
        public String source() {
            return ContractFacts.SOURCE;
        }

        @Override
        public Class<DealsOfContracts> view() {
            return DealsOfContracts.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(ContractFacts.DRAFTED);
        }

        @Override
        public LocalDate day(DealsOfContracts view) {
            return view.day();
        }

        @Override
        public DealsOfContracts apply(@Nullable DealsOfContracts before, Inbound event) {
            var deal = event.as(ContractFacts.Drafted.class).opportunityId();
            var day = LocalDate.ofInstant(event.effectiveAt(), zone);
            return new DealsOfContracts(
                    deal == null
                            ? List.of()
                            : List.of(new Span(event.subject().toString(), ALWAYS, List.of(deal.toString()))),
                    day);
        }
    }
}
