package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deal besides its stage, as it was said last.
 *
 * @param needKey keyed hash of the need; absent where it was never said anew
 * @param budget what the customer can spend
 * @param competitors in the order in which they were noted
 * @param sessions in the order in which they were recorded
 * @param hold absent where nothing holds it
 * @param reopened how its last end was undone; absent where none was
 */
public record Particulars(
        String owner,
        @Nullable UUID accountId,
        @Nullable String product,
        @Nullable String need,
        @Nullable String needKey,
        @Nullable LocalDate expectedCloseOn,
        @Nullable Money budget,
        List<OpportunityCompetitorNoted> competitors,
        List<OpportunitySessionHeld> sessions,
        @Nullable OpportunityPutOnHold hold,
        @Nullable OpportunityReopened reopened) {
    /** How many competitors and sessions one deal keeps. */
    static final int MOST = 500;

    public Particulars {
        competitors = List.copyOf(competitors);
        sessions = List.copyOf(sessions);
    }

    static Particulars of(OpportunityIdentified identified) {
        return new Particulars(
                identified.owner(),
                identified.accountId(),
                identified.product(),
                identified.need(),
                null,
                identified.expectedCloseOn(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    Particulars after(ParticularEvent event) {
        return switch (event) {
            case OpportunityOwnerChanged(var _, var now, var _) ->
                with(now, accountId, product, need, needKey, expectedCloseOn, budget);
            case OpportunityAccountAssigned(var _, var now) ->
                with(owner, now, product, need, needKey, expectedCloseOn, budget);
            case OpportunityProductChanged(var _, var now) ->
                with(owner, accountId, now, need, needKey, expectedCloseOn, budget);
            case OpportunityNeedRevised(var now, var key) ->
                with(owner, accountId, product, now, key, expectedCloseOn, budget);
            case OpportunityCloseExpected(var _, var now) ->
                with(owner, accountId, product, need, needKey, now, budget);
            case OpportunityBudgetStated(var _, var now) ->
                with(owner, accountId, product, need, needKey, expectedCloseOn, now);
            case OpportunityCompetitorNoted noted ->
                with(
                        Stream.concat(others(noted.competitorId()), Stream.of(noted))
                                .toList(),
                        sessions,
                        hold);
            case OpportunityCompetitorDropped(var competitor, var _) ->
                with(others(competitor).toList(), sessions, hold);
            case OpportunitySessionHeld held ->
                with(
                        competitors,
                        Stream.concat(sessions.stream(), Stream.of(held)).toList(),
                        hold);
            case OpportunityPutOnHold held -> with(competitors, sessions, held);
            case OpportunityResumed _ -> with(competitors, sessions, null);
        };
    }

    /** Nothing holds it any more, either. */
    Particulars after(OpportunityReopened again) {
        return new Particulars(
                owner, accountId, product, need, needKey, expectedCloseOn, budget, competitors, sessions, null, again);
    }

    private Stream<OpportunityCompetitorNoted> others(UUID competitor) {
        return competitors.stream().filter(noted -> !noted.competitorId().equals(competitor));
    }

    private Particulars with(
            String responsible,
            @Nullable UUID account,
            @Nullable String wanted,
            @Nullable String needed,
            @Nullable String key,
            @Nullable LocalDate closeOn,
            @Nullable Money spendable) {
        return new Particulars(
                responsible, account, wanted, needed, key, closeOn, spendable, competitors, sessions, hold, reopened);
    }

    private Particulars with(
            List<OpportunityCompetitorNoted> noted,
            List<OpportunitySessionHeld> held,
            @Nullable OpportunityPutOnHold since) {
        return new Particulars(
                owner, accountId, product, need, needKey, expectedCloseOn, budget, noted, held, since, reopened);
    }
}
