package io.milepost.delivery.settlement.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a settlement.
 *
 * @param status OPENED, DRAFT, DISPUTED, CONFIRMED_BY_CUSTOMER or SETTLED
 * @param reason why the customer disputes, while that stands
 */
public record SettlementView(
        String status,
        UUID contractId,
        LocalDate acceptedOn,
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate settledOn) {

    public static @Nullable SettlementView of(Settlement state) {
        return switch (state) {
            case Settlement.Unknown _ -> null;
            case Settlement.Opened opened -> view("OPENED", opened, null, null, null, null);
            case Settlement.Draft draft -> view("DRAFT", draft, draft.amount(), null, null, null);
            case Settlement.Disputed disputed ->
                view("DISPUTED", disputed, disputed.amount(), disputed.reason(), null, null);
            case Settlement.Confirmed confirmed ->
                view("CONFIRMED_BY_CUSTOMER", confirmed, confirmed.amount(), null, confirmed.on(), null);
            case Settlement.Settled settled ->
                view("SETTLED", settled, settled.amount(), null, settled.confirmedOn(), settled.on());
        };
    }

    private static SettlementView view(
            String status,
            Settlement.Known settlement,
            @Nullable Money amount,
            @Nullable String reason,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate settledOn) {
        var opening = settlement.opening();
        return new SettlementView(
                status, opening.contractId(), opening.acceptedOn(), amount, reason, confirmedOn, settledOn);
    }
}
