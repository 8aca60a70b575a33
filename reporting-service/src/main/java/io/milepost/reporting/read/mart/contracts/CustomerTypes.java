package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.lead.AccountFacts.BECAME_CUSTOMER;
import static io.milepost.reporting.inbound.lead.LeadFacts.CONVERTED;
import static io.milepost.reporting.inbound.lead.LeadFacts.SEGMENTED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Codes;
import io.milepost.reporting.inbound.lead.AccountFacts;
import io.milepost.reporting.inbound.lead.LeadFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of which type customers are: by the id of a contract, whether its customer was new with it; by the id of a deal, the segment of its
 * lead.
 */
record CustomerTypes(@Nullable String segment, List<Span> said, LocalDate day) {
    static final String NEW = "NEW";
    /** A first contract is the first on whatever day, and a deal is in its segment on whatever day. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    CustomerTypes {
        said = List.copyOf(said);
    }

    /** Account and lead events to types. */
    record Folding(ZoneId zone) implements Fold<CustomerTypes> {
        @Override
        public String source() {
            return AccountFacts.SOURCE;
        }

        @Override
        public Class<CustomerTypes> view() {
            return CustomerTypes.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(BECAME_CUSTOMER, SEGMENTED, CONVERTED);
        }

        @Override
        public LocalDate day(CustomerTypes view) {
            return view.day();
        }

        @Override
        public CustomerTypes apply(@Nullable CustomerTypes before, Inbound event) {
            LocalDate on = LocalDate.ofInstant(event.effectiveAt(), zone);
            LocalDate day = before == null || before.day().isBefore(on) ? on : before.day();
            return switch (event.type()) {
                case BECAME_CUSTOMER ->
                    new CustomerTypes(
                            null,
                            said(event.as(AccountFacts.BecameCustomer.class).contractId(), NEW),
                            day);
                case SEGMENTED -> {
                    var segment = event.as(LeadFacts.Segmented.class).segment();
                    yield new CustomerTypes(Codes.canonical(segment), List.of(), day);
                }
                case CONVERTED -> {
                    var segment = before == null ? null : before.segment();
                    var deal = event.as(LeadFacts.Converted.class).opportunityId();
                    yield new CustomerTypes(segment, segment == null ? List.of() : said(deal, segment), day);
                }
                default -> throw new IllegalArgumentException("of no type of customers: " + event.type());
            };
        }
    }

    private static List<Span> said(UUID id, String type) {
        return List.of(new Span(id.toString(), ALWAYS, List.of(type)));
    }
}
