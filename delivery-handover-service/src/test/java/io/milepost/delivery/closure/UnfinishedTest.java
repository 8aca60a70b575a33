package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.ARCHIVE;
import static io.milepost.delivery.closure.Closure.ClosureItem.DELIVERY;
import static io.milepost.delivery.closure.Closure.No.DELIVERY_UNFINISHED;
import static io.milepost.delivery.closure.Closure.No.NOTHING_TO_WAIVE;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue.ItemView;
import io.milepost.delivery.closure.ClosureCatalogue.View;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.Unfinished;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A delivery that is not done is not closed, whatever its checklist asks for, unless somebody lets it go. */
class UnfinishedTest {
    private static final UUID ID = Scenario.ID;
    private static final Unfinished MILESTONE = new Unfinished(List.of("TRAINED"), List.of());
    private static final Unfinished ISSUE = new Unfinished(List.of(), List.of("no power"));
    private static final WaiveItem WAIVE = new WaiveItem(DELIVERY, "the customer trains them");
    private static final ClosureItemWaived WAIVED =
            new ClosureItemWaived(ID, DELIVERY, "the customer trains them", "quinn");
    private static final ProjectClosed CLOSED = new ProjectClosed(ID, ID, ID, LocalDate.parse("2026-03-02"));
    private static final Scenario<Closure, Command, Event> OPENED = Scenario.of(CLOSURE)
            .reading(new Papers(true))
            .given(new ClosureOpened(
                    ID, ID, ID, ClosureKind.DELIVERY_PROJECT, "north", 1, List.of(ARCHIVE), List.of(ARCHIVE)));
    private static final Scenario<Closure, Command, Event> READY = OPENED.given(new ClosureItemDone(ID, ARCHIVE));

    @Test
    @DisplayName(
            "R-184, G21: a milestone that is not reached or an issue of high severity holds the closing back, once")
    void what_is_not_done_holds_the_closing_back() {
        for (var unfinished : List.of(MILESTONE, ISSUE)) {
            READY.when(new CloseProject())
                    .reading(unfinished)
                    .thenRefusedOnRecord(DELIVERY_UNFINISHED, new ClosureBlocked(ID, List.of(DELIVERY), null))
                    .when(new CloseProject())
                    .reading(unfinished)
                    .thenRefused(DELIVERY_UNFINISHED);
        }
        var both = new Unfinished(List.of("TRAINED"), List.of("no power"));
        var refused = (Decision.Refused<Event>)
                READY.when(new CloseProject()).reading(both).decision();
        assertThat(refused.detail()).isEqualTo("milestone TRAINED, issue no power");
        READY.when(new CloseProject())
                .reading(new Unfinished(List.of(), List.of()))
                .then(CLOSED);
        READY.when(new CloseProject()).then(CLOSED);
        OPENED.when(new CloseProject())
                .reading(MILESTONE)
                .thenRefusedOnRecord(ITEMS_OPEN, new ClosureBlocked(ID, List.of(ARCHIVE), null));
    }

    @Test
    @DisplayName(
            "R-184, G21: it is closed all the same with a waiver that says why and by whom, and that is not given in advance")
    void a_waiver_lets_it_go() {
        READY.when(WAIVE).byMember("quinn").thenRefused(NOTHING_TO_WAIVE);
        READY.when(new WaiveItem(DELIVERY, " ")).reading(MILESTONE).thenRefused(REASON_MISSING, "/reason");
        var waived = READY.when(WAIVE).reading(MILESTONE).byMember("quinn").then(WAIVED);
        waived.when(WAIVE).reading(MILESTONE).byMember("quinn").thenNothing();
        waived.when(new WaiveItem(DELIVERY, "another reason"))
                .reading(MILESTONE)
                .thenRefused(ITEM_ALREADY_WAIVED);
        assertThat(View.of(waived.state()).items())
                .contains(new ItemView(DELIVERY, "WAIVED", "the customer trains them", "quinn", null));
        assertThat(View.of(READY.state()).items()).hasSize(1);
        waived.when(new CloseProject()).reading(MILESTONE).then(CLOSED);
        READY.given(CLOSED).when(WAIVE).reading(MILESTONE).thenRefused(PROJECT_CLOSED);
    }
}
