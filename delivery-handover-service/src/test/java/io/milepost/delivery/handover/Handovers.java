package io.milepost.delivery.handover;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Handovers as tests need them, in each stage; due in a week unless said otherwise. */
final class Handovers {
    static final UUID CONTRACT = Scenario.ID;
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final LocalDate TOMORROW = TODAY.plusDays(1);
    static final LocalDate DUE = TODAY.plusDays(7);
    static final Money VALUE = Money.of("9642.00", "USD");

    static final HandoverMeetingScheduled MEETING =
            new HandoverMeetingScheduled(TODAY, HandoverMode.MEETING, null, TODAY);
    static final List<String> WHO = List.of("kim", "max");
    static final HandoverHeld HELD = new HandoverHeld(YESTERDAY, "minutes 7", WHO);

    static final HandoverAccepted ACCEPTED = accepted(TODAY);
    static final HandoverReturned RETURNED = new HandoverReturned(List.of("the drawings are of the old model"));

    private Handovers() {}

    static HandoverAccepted accepted(LocalDate day) {
        return new HandoverAccepted(CONTRACT, OPPORTUNITY, day, day, VALUE.currency());
    }

    static InitiateHandover initiate(LocalDate dueOn, boolean migrated) {
        return new InitiateHandover(OPPORTUNITY, ACCOUNT, "kim", VALUE, dueOn, migrated, null, null, null);
    }

    static HandoverInitiated initiated(LocalDate dueOn, boolean migrated) {
        return new HandoverInitiated(CONTRACT, OPPORTUNITY, ACCOUNT, "kim", VALUE, dueOn, migrated, null, null, null);
    }

    static EntrustmentLetterIssued letter(String to) {
        return new EntrustmentLetterIssued(to, null, TODAY);
    }

    static AddPackageItem add(ItemKind kind) {
        return new AddPackageItem(kind, kind.name(), "folder 12");
    }

    static HandoverItemAdded added(ItemKind kind) {
        return new HandoverItemAdded(kind, kind.name(), "folder 12");
    }

    static Scenario<Handover, Command, Event> nothing() {
        return Scenario.of(HandoverCatalogue.HANDOVER);
    }

    static Scenario<Handover, Command, Event> anInitiated() {
        return nothing().given(initiated(DUE, false));
    }

    static Scenario<Handover, Command, Event> aComplete() {
        return anInitiated()
                .given(
                        letter("max"),
                        added(ItemKind.DOCUMENT),
                        added(ItemKind.CUSTOMER_INFORMATION),
                        added(ItemKind.RISK));
    }

    static Scenario<Handover, Command, Event> aReady() {
        return aComplete().given(new HandoverPackageDeclaredReady(null));
    }

    static Scenario<Handover, Command, Event> aScheduled() {
        return aReady().given(MEETING);
    }

    static Scenario<Handover, Command, Event> aHeld() {
        return aScheduled().given(HELD);
    }

    static Scenario<Handover, Command, Event> anAccepted() {
        return aHeld().given(ACCEPTED);
    }

    static Scenario<Handover, Command, Event> aReturned() {
        return aHeld().given(RETURNED);
    }
}
