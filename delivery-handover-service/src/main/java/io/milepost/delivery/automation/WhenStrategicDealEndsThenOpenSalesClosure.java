package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.opportunity.OpportunityClosed;
import io.milepost.delivery.inbound.opportunity.OpportunityWon;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.delivery.salesclosure.SalesClosure.OpenSalesClosure;
import io.milepost.delivery.salesclosure.SalesClosure.Outcome;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sales project of a deal is closed however it ended: with its deal, or before it where it was given up; under the opportunity's own id, where its sales process has one
 * (decision 43). Before deals told the version of their process, that was template {@code strategic}. No refusal settles it: a deal ends
 * once.
 */
public final class WhenStrategicDealEndsThenOpenSalesClosure {
    private static final String STRATEGIC = "strategic";

    public static final Automation<OpportunityWon> WON = new Automation<>(
            "when-opportunity-won-then-open-sales-closure",
            "opportunity",
            "opportunity.won.v1",
            OpportunityWon.class,
            (cause, won) -> open(cause, Outcome.WON, won.contractId(), won.template(), won.templateVersion()),
            Set.of());

    public static final Automation<OpportunityClosed> LOST =
            without("when-opportunity-lost-then-open-sales-closure", "opportunity.lost.v1", _ -> Outcome.LOST);

    public static final Automation<OpportunityClosed> WITHDRAWN = without(
            "when-opportunity-withdrawn-then-open-sales-closure",
            "opportunity.withdrawn.v1",
            closed -> Boolean.TRUE.equals(closed.atiRejected()) ? Outcome.ATI_REJECTED : Outcome.WITHDRAWN);

    /** Before versions were told only a strategic deal had a project to give up. */
    public static final Automation<OpportunityClosed> TERMINATED = new Automation<>(
            "when-sales-project-terminated-then-open-sales-closure",
            "opportunity",
            "sales-project.terminated.v1",
            OpportunityClosed.class,
            (cause, ended) -> Optional.of(new Reaction.Command(
                    cause.subject(),
                    new OpenSalesClosure(Outcome.TERMINATED, null, ended.template(), ended.templateVersion()))),
            Set.of());

    private WhenStrategicDealEndsThenOpenSalesClosure() {}

    private static Optional<Reaction.Command> open(
            Inbound cause,
            Outcome outcome,
            @Nullable UUID contract,
            @Nullable String template,
            @Nullable Integer version) {
        if (template == null || version == null) {
            return STRATEGIC.equals(template)
                    ? Optional.of(
                            new Reaction.Command(cause.subject(), new OpenSalesClosure(outcome, contract, null, null)))
                    : Optional.empty();
        }
        return StandardRules.RULES.asksForSalesProject(template, version)
                ? Optional.of(new Reaction.Command(
                        cause.subject(), new OpenSalesClosure(outcome, contract, template, version)))
                : Optional.empty();
    }

    /** There is no contract. */
    private static Automation<OpportunityClosed> without(
            String name, String type, Function<OpportunityClosed, Outcome> outcome) {
        return new Automation<>(
                name,
                "opportunity",
                type,
                OpportunityClosed.class,
                (cause, closed) ->
                        open(cause, outcome.apply(closed), null, closed.template(), closed.templateVersion()),
                Set.of());
    }
}
