package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;

/** How long a quotation waits for the customer's answer, and who is told. */
public final class QuotationDeadlines {
    /** How long before its last day it is told that a quotation is about to expire. */
    private static final int DAYS_AHEAD = 7;

    /** A quotation in the customer's hands expires when the last day of its validity has ended, unless it ended otherwise before. */
    public static final Due<Quotation> QUOTATION_EXPIRY = new Due<>(
            "quotation-expiry",
            QUOTATION,
            ExpireQuotation.class,
            quotation -> quotation instanceof Issued(var proposal, var issued, var _)
                    ? List.of(DueDate.endOf(issued.validUntil(), new ExpireQuotation())
                            .ownedBy(proposal.draft().owner()))
                    : List.of());

    /** That is announced a week ahead, where the quotation was issued before then. */
    public static final Due<Quotation> QUOTATION_EXPIRING = new Due<>(
            "quotation-expiring",
            QUOTATION,
            AnnounceExpiry.class,
            quotation -> quotation instanceof Issued(var proposal, var issued, var expiring)
                            && expiring == null
                            && issued.issuedOn().isBefore(issued.validUntil().minusDays(DAYS_AHEAD))
                    ? List.of(DueDate.endOf(issued.validUntil().minusDays(DAYS_AHEAD), new AnnounceExpiry())
                            .ownedBy(proposal.draft().owner()))
                    : List.of());

    /** Whoever made the offer is told while there is time to ask the customer. */
    public static final NoticeRule<QuotationExpiryAnnounced> EXPIRING_NOTICE = notice("quotation-expiring")
            .on(QUOTATION, QuotationExpiryAnnounced.class)
            .about(soon -> soon.validUntil().toString())
            .to(OWNER);

    /** Whoever made the offer, and the manager, are told that it has expired. */
    public static final NoticeRule<QuotationExpired> EXPIRED_NOTICE =
            notice("quotation-expired").on(QUOTATION, QuotationExpired.class).to(OWNER, MANAGER);

    private QuotationDeadlines() {}
}
