package io.milepost.opportunities.automation;

import io.milepost.opportunities.quotation.QuotationMessages;
import io.milepost.opportunities.quotation.domain.Quotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ExpireQuotation;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;

/** A quotation in the customer's hands expires when the last day of its validity has ended, unless it ended otherwise before. */
public final class WhenValidityEndsThenExpireQuotation {

    public static final Due<Quotation> DUE = new Due<>(
            "quotation-expiry",
            QuotationMessages.QUOTATION,
            ExpireQuotation.class,
            WhenValidityEndsThenExpireQuotation::dates);

    private WhenValidityEndsThenExpireQuotation() {}

    private static List<DueDate> dates(Quotation quotation) {
        return quotation instanceof Quotation.Issued offer
                ? List.of(DueDate.endOf(offer.issued().validUntil(), new ExpireQuotation())
                        .ownedBy(offer.proposal().owner()))
                : List.of();
    }
}
