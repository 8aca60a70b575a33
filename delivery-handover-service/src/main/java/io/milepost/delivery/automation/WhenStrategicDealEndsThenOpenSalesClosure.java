package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.opportunity.OpportunityClosed;
import io.milepost.delivery.inbound.opportunity.OpportunityWon;
import io.milepost.delivery.salesclosure.SalesClosure.OpenSalesClosure;
import io.milepost.delivery.salesclosure.SalesClosure.Outcome;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sales project of a strategic deal is closed however the deal ended, under the opportunity's own id; the standard template
 * asks for no such closure (decision 43). No refusal settles it: a deal ends once.
 */
public final class WhenStrategicDealEndsThenOpenSalesClosure {
    private static final String STRATEGIC = "strategic";

    public static final Automation<OpportunityWon> WON = new Automation<>(
            "when-opportunity-won-then-open-sales-closure",
            "opportunity",
            "opportunity.won.v1",
            OpportunityWon.class,
            (cause, won) -> isStrategic(won.template())
                    ? Optional.of(
                            new Reaction.Command(cause.subject(), new OpenSalesClosure(Outcome.WON, won.contractId())))
                    : Optional.empty(),
            Set.of());

    public static final Automation<OpportunityClosed> LOST =
            without("when-opportunity-lost-then-open-sales-closure", "opportunity.lost.v1", Outcome.LOST);

    public static final Automation<OpportunityClosed> WITHDRAWN = without(
            "when-opportunity-withdrawn-then-open-sales-closure", "opportunity.withdrawn.v1", Outcome.WITHDRAWN);

    private WhenStrategicDealEndsThenOpenSalesClosure() {}

    private static boolean isStrategic(@Nullable String template) {
        return STRATEGIC.equals(template);
    }

    /** There is no contract. */
    private static Automation<OpportunityClosed> without(String name, String type, Outcome outcome) {
        return new Automation<>(
                name,
                "opportunity",
                type,
                OpportunityClosed.class,
                (cause, closed) -> isStrategic(closed.template())
                        ? Optional.of(new Reaction.Command(cause.subject(), new OpenSalesClosure(outcome, null)))
                        : Optional.empty(),
                Set.of());
    }
}
