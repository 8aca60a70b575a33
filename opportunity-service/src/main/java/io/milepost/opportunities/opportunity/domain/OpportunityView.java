package io.milepost.opportunities.opportunity.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of an opportunity.
 *
 * @param status IDENTIFIED, QUALIFIED, REJECTED, LOST, WITHDRAWN or WON
 * @param reason of a rejection, loss or withdrawal
 * @param value that of the contract which won it
 */
public record OpportunityView(
        String status,
        @Nullable String name,
        @Nullable UUID accountId,
        String owner,
        @Nullable String product,
        @Nullable String need,
        @Nullable Money expectedValue,
        @Nullable LocalDate expectedCloseOn,
        @Nullable UUID leadId,
        @Nullable LocalDate closedOn,
        @Nullable String reason,
        @Nullable String lessons,
        @Nullable UUID contractId,
        @Nullable Money value,
        @Nullable List<String> skippedGates) {

    private record End(
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            @Nullable String lessons,
            @Nullable UUID contractId,
            @Nullable Money value,
            @Nullable List<String> skippedGates) {
        static final End NONE = new End(null, null, null, null, null, null);
    }

    public static @Nullable OpportunityView of(Opportunity state) {
        return switch (state) {
            case Opportunity.Unknown _ -> null;
            case Opportunity.Identified(var deal) -> view("IDENTIFIED", deal, End.NONE);
            case Opportunity.Qualified(var deal) -> view("QUALIFIED", deal, End.NONE);
            case Opportunity.Rejected(var deal, var end) ->
                view("REJECTED", deal, new End(null, end.reason(), null, null, null, null));
            case Opportunity.Lost(var deal, var end) ->
                view("LOST", deal, new End(end.closedOn(), end.reason(), end.lessons(), null, null, null));
            case Opportunity.Withdrawn(var deal, var end) ->
                view("WITHDRAWN", deal, new End(end.closedOn(), end.reason(), null, null, null, null));
            case Opportunity.Won(var deal, var end) ->
                view(
                        "WON",
                        deal,
                        new End(end.closedOn(), null, null, end.contractId(), end.value(), end.skippedGates()));
        };
    }

    private static OpportunityView view(String status, Deal deal, End end) {
        var identified = deal.identified();
        return new OpportunityView(
                status,
                identified.name(),
                identified.accountId(),
                identified.owner(),
                identified.product(),
                identified.need(),
                deal.expectedValue(),
                identified.expectedCloseOn(),
                identified.leadId(),
                end.closedOn(),
                end.reason(),
                end.lessons(),
                end.contractId(),
                end.value(),
                end.skippedGates());
    }
}
