package io.milepost.opportunities.automation;

import static io.milepost.opportunities.quotation.Quotation.No.QUOTATION_ALREADY_ACCEPTED;
import static io.milepost.opportunities.quotation.Quotation.No.QUOTATION_ALREADY_REJECTED;
import static io.milepost.opportunities.quotation.Quotation.No.QUOTATION_EXPIRED;
import static io.milepost.opportunities.quotation.Quotation.No.QUOTATION_NOT_ISSUED;
import static io.milepost.opportunities.quotation.Quotation.No.QUOTATION_SUPERSEDED;

import io.milepost.opportunities.quotation.Quotation.SupersedeQuotation;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationIssued;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A quotation that was issued in place of another supersedes it. One that has ended, or is a draft again, stays as it is. One of
 * another opportunity, or that is unknown, is parked: somebody named the wrong one.
 */
public final class WhenQuotationIssuedThenSupersedeQuotation {

    public static final Automation<QuotationIssued> AUTOMATION = new Automation<>(
            "when-quotation-issued-then-supersede-quotation",
            "opportunity",
            "quotation.issued.v1",
            QuotationIssued.class,
            WhenQuotationIssuedThenSupersedeQuotation::react,
            Set.of(
                    QUOTATION_NOT_ISSUED,
                    QUOTATION_ALREADY_ACCEPTED,
                    QUOTATION_ALREADY_REJECTED,
                    QUOTATION_SUPERSEDED,
                    QUOTATION_EXPIRED));

    private WhenQuotationIssuedThenSupersedeQuotation() {}

    private static Optional<Reaction.Command> react(Inbound cause, QuotationIssued issued) {
        return Optional.ofNullable(issued.replaces())
                .map(replaced -> new Reaction.Command(
                        replaced, new SupersedeQuotation(cause.subject(), issued.opportunityId())));
    }
}
