package io.milepost.opportunities.opportunity;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.UUID;

/** What is proved or agreed elsewhere, in whatever stage the deal stands. */
final class Showing {

    private Showing() {}

    /** Kept in whatever stage the deal stands; it may be the last proof that the stage needed. */
    static Decision<OpportunityEvent> agreeTerms(Opportunity opportunity, AgreeTerms agree) {
        var agreed = new OpportunityTermsAgreed(agree.quotationId(), agree.agreedOn());
        return switch (opportunity) {
            case Open open when agreed.equals(open.deal().terms()) -> unchanged();
            case Open open -> Proving.proven(agreed, open.with(open.deal().after(agreed)));
            case Ended ended -> refused(ended.reason());
        };
    }

    /** Of the quotation that stands as agreed; that any other was superseded changes nothing. */
    static Decision<OpportunityEvent> lapseTerms(Opportunity opportunity, UUID quotation, LocalDate today) {
        return switch (opportunity) {
            case Open open -> {
                var terms = open.deal().terms();
                yield terms != null && terms.quotationId().equals(quotation)
                        ? accepted(new OpportunityTermsLapsed(quotation, today))
                        : unchanged();
            }
            case Ended ended -> refused(ended.reason());
        };
    }

    /** Kept in whatever stage the deal stands, once for each fact. */
    static Decision<OpportunityEvent> show(Opportunity opportunity, ShowFact show) {
        var shown = new OpportunityFactShown(show.fact(), show.evidence(), show.on());
        return switch (opportunity) {
            case Open open when open.deal().facts().contains(shown) -> unchanged();
            case Open open -> Proving.proven(shown, open.with(open.deal().after(shown)));
            case Ended ended -> refused(ended.reason());
        };
    }
}
