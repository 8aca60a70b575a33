package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.Handovers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.HandoverInitiated;
import io.milepost.delivery.handover.Handover.InitiateHandover;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.SoldContract.Promised;
import io.milepost.delivery.ruleset.RuleSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PromisedTest {
    private static final AfterSales SOON = new AfterSales(List.of(14), null, null, null, null);
    private static final InitiateHandover NORTH =
            new InitiateHandover(OPPORTUNITY, ACCOUNT, "kim", VALUE, DUE, false, "north", 4, TODAY.minusDays(1));

    @Test
    @DisplayName("R-188: a handover keeps what its process promised when the contract was signed, for visits and cases")
    void keeps_what_was_promised() {
        var handover = nothing()
                .when(NORTH)
                .reading(new Initiating.Deadline(20, SOON))
                .then(new HandoverInitiated(
                        CONTRACT, OPPORTUNITY, ACCOUNT, "kim", VALUE, TODAY.plusDays(19), false, "north", 4, SOON));
        assertThat(HandoverCatalogue.sold(handover.state()))
                .isEqualTo(new SoldContract(ACCOUNT, "kim", new Promised(RuleSet.idOf("north", 4), 4, SOON)));
        assertThat(HandoverCatalogue.sold(anInitiated().state())).isEqualTo(new SoldContract(ACCOUNT, "kim", null));
    }
}
