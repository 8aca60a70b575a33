package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverCatalogue.COMING_HANDOVER_NOTICE;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_COMING;
import static io.milepost.delivery.handover.HandoverCatalogue.OVERDUE_NOTICE;
import static io.milepost.delivery.handover.Handovers.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.Appointed;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandoverComingTest {
    private static final AnnounceDueDate ANNOUNCE = new AnnounceDueDate();
    private static final Appointed TEAM = new Appointed(Set.of("pia"), Set.of("fox"), Set.of());

    @Test
    @DisplayName("R-143, domain 3.8: three days before a handover is due those who hold it are reminded, once")
    void those_who_hold_it_are_reminded_once() {
        anInitiated().when(ANNOUNCE).on(DUE.minusDays(4)).thenNothing();
        anInitiated()
                .when(ANNOUNCE)
                .on(DUE.minusDays(3))
                .then(new HandoverDueAnnounced(DUE, "kim"))
                .when(ANNOUNCE)
                .on(DUE.minusDays(2))
                .thenNothing();
        anInitiated().when(ANNOUNCE).on(DUE).then(new HandoverDueAnnounced(DUE, "kim"));
    }

    @Test
    @DisplayName("R-143, R-144, R-146: that is who sold it, the director who calls the meeting, and who is entrusted")
    void each_of_them_is_reminded() {
        aComplete()
                .reading(TEAM)
                .when(ANNOUNCE)
                .on(DUE)
                .then(
                        new HandoverDueAnnounced(DUE, "kim"),
                        new HandoverDueAnnounced(DUE, "pia"),
                        new HandoverDueAnnounced(DUE, "max"));
        anInitiated()
                .given(letter("PIA"))
                .reading(TEAM)
                .when(ANNOUNCE)
                .on(DUE)
                .then(new HandoverDueAnnounced(DUE, "kim"), new HandoverDueAnnounced(DUE, "pia"));
    }

    @Test
    @DisplayName("R-143: nobody is reminded of what was accepted, is overdue or was signed before the suite knew of it")
    void nobody_is_reminded_in_vain() {
        for (var over : List.of(
                anAccepted(),
                anInitiated().given(new HandoverOverdue(DUE)),
                nothing().given(initiated(DUE, true)))) {
            over.when(ANNOUNCE).on(DUE).thenNothing();
            assertThat(HANDOVER_COMING.dates().apply(over.state())).isEmpty();
        }
        for (var awaited : List.of(anInitiated(), aReady(), aHeld(), aReturned())) {
            assertThat(awaited.when(ANNOUNCE).on(DUE).decision().events())
                    .contains(new HandoverDueAnnounced(DUE, "kim"));
        }
    }

    @Test
    @DisplayName("R-188: how many days before, the version says under which the contract was signed")
    void is_as_the_version_says() {
        var rules = new AfterSales(null, null, 5, null, null);
        var north = nothing()
                .given(new HandoverInitiated(
                        CONTRACT, OPPORTUNITY, ACCOUNT, "kim", VALUE, DUE, false, "north", 4, rules));
        north.when(ANNOUNCE).on(DUE.minusDays(6)).thenNothing();
        north.when(ANNOUNCE).on(DUE.minusDays(5)).then(new HandoverDueAnnounced(DUE, "kim"));
        assertThat(HANDOVER_COMING.dates().apply(north.state()))
                .containsExactly(DueDate.startOf(DUE.minusDays(5), ANNOUNCE).ownedBy("kim"));
        assertThat(HANDOVER_COMING.dates().apply(anInitiated().state()))
                .containsExactly(DueDate.startOf(DUE.minusDays(3), ANNOUNCE).ownedBy("kim"));
    }

    @Test
    @DisplayName("Domain 3.8: the reminder goes to each of them, a missed handover to whoever sold it and the manager")
    void is_told_and_escalated() {
        assertThat(COMING_HANDOVER_NOTICE.to()).containsExactly(OWNER);
        assertThat(Objects.requireNonNull(COMING_HANDOVER_NOTICE.member()).apply(new HandoverDueAnnounced(DUE, "pia")))
                .isEqualTo("pia");
        assertThat(OVERDUE_NOTICE.to()).containsExactly(OWNER, MANAGER);
    }
}
