package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.AcceptanceRefusal.POINT_ALREADY_REQUESTED;
import static io.milepost.delivery.acceptance.Acceptances.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.*;
import org.junit.jupiter.api.Test;

/** Points that whoever requests them gives no id. */
class UnnamedPointTest {

    @Test
    void without_an_id_each_item_has_its_own() {
        var hallA = new RequestAcceptance(null, SINGLE_POINT, "Hall A", STANDARD);
        var hallB = new RequestAcceptance(null, SINGLE_POINT, "Hall B", STANDARD);
        var first =
                (AcceptanceRequested) opened().when(hallA).decision().events().getFirst();
        var second =
                (AcceptanceRequested) opened().when(hallB).decision().events().getFirst();
        assertThat(first.point()).isNotEqualTo(second.point());
        opened().given(first).when(hallA).thenNothing().when(hallB).then(second);
        var spelled = new RequestAcceptance(null, SINGLE_POINT, " hall\u00a0a", STANDARD);
        opened().given(first)
                .when(spelled)
                .thenNothing()
                .when(new RequestAcceptance(HALL_B, SINGLE_POINT, "hall a", STANDARD))
                .thenRefused(POINT_ALREADY_REQUESTED);
    }
}
