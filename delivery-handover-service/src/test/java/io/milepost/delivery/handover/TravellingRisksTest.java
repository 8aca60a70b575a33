package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.PACKAGE_INCOMPLETE;
import static io.milepost.delivery.handover.Handovers.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.HandoverCatalogue.View;
import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TravellingRisksTest {

    @Test
    @DisplayName(
            "R-082, R-145: the open risks of the sales project go with it, and need no item; without any, one is stated")
    void takes_the_risks_of_the_sales_project_along() {
        var flood = new AnalysedRisk(new UUID(6, 1), "HIGH");
        var strike = new AnalysedRisk(new UUID(6, 2), "LOW");
        var packed = anInitiated().given(letter("max"), added(ItemKind.DOCUMENT), added(ItemKind.CUSTOMER_INFORMATION));
        lacks(packed, "RISK");
        lacks(packed.reading(new Packaging.OpenRisks(List.of())), "RISK");
        var ready = packed.when(new DeclarePackageReady())
                .reading(new Packaging.OpenRisks(List.of(flood, strike)))
                .then(new HandoverPackageDeclaredReady(List.of(flood, strike)));
        assertThat(View.of(ready.state()))
                .returns(List.of(flood, strike), View::risks)
                .returns(List.of(), View::missing);
        lacks(
                anInitiated().reading(new Packaging.OpenRisks(List.of(flood))),
                "ENTRUSTMENT_LETTER",
                "DOCUMENT",
                "CUSTOMER_INFORMATION");
        var again = ready.given(MEETING, HELD, RETURNED, added(ItemKind.PROMISE))
                .when(new DeclarePackageReady())
                .reading(new Packaging.OpenRisks(List.of(strike)))
                .then(new HandoverPackageDeclaredReady(List.of(strike)));
        assertThat(View.of(again.state()).risks()).containsExactly(strike);
    }

    private static void lacks(Scenario<Handover, Command, Event> handover, String... missing) {
        handover.when(new DeclarePackageReady())
                .thenRefusedOnRecord(PACKAGE_INCOMPLETE, new HandoverPackageIncompleteFlagged(List.of(missing)));
    }
}
