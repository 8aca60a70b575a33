package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.salesclosure.SalesClosure.No.CLOSURE_CALLED_OFF;
import static io.milepost.delivery.salesclosure.SalesClosure.SalesItem.ARCHIVE;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.automation.WhenOpportunityReopenedThenCallOffSalesClosure;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.delivery.salesclosure.SalesClosureCatalogue.View;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-054, R-177, decision 44: the closure of a sales project is called off where its deal is reopened")
class CalledOffTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final CallOffClosure CALL_OFF = new CallOffClosure();
    private static final SalesClosureCalledOff CALLED_OFF = new SalesClosureCalledOff(ID, TODAY);
    private static final Scenario<SalesClosure, Command, Event> NOTHING =
            Scenario.of(SalesClosureCatalogue.SALES_CLOSURE).reading(new Papers(true));
    private static final Scenario<SalesClosure, Command, Event> LOST = NOTHING.given(opened(Outcome.LOST));

    @Test
    @DisplayName("Nothing is closed until the deal ends again; what was done stays in the history")
    void nothing_is_closed() {
        var off = LOST.given(new SalesReviewHeld(ID, TODAY, "minutes 9"))
                .when(CALL_OFF)
                .then(CALLED_OFF)
                .when(CALL_OFF)
                .thenNothing();
        var view = View.of(off.state());
        assertThat(view.status()).isEqualTo("CALLED_OFF");
        assertThat(view.open()).isEmpty();
        for (var command : List.of(
                new CloseSalesProject(),
                new HoldReview(null, "minutes 10"),
                new RecordSalesLesson(Experience.FAILURE, "x"),
                new WaiveSalesItem(SalesItem.PROJECT_REVIEW, "x"),
                new ConfirmContract(ID))) {
            off.when(command).thenRefused(CLOSURE_CALLED_OFF);
        }
        NOTHING.when(CALL_OFF).thenUnknown();
    }

    @Test
    @DisplayName("The next end opens it anew, for that end, with everything to be done but the filing of what is filed")
    void the_next_end_opens_it_anew() {
        var off = LOST.given(new SalesReviewHeld(ID, TODAY, "minutes 9"), new SalesArchiveDone(ID), CALLED_OFF);
        var again = off.when(new OpenSalesClosure(Outcome.WITHDRAWN, null, null, null))
                .then(opened(Outcome.WITHDRAWN));
        var view = View.of(again.state());
        assertThat(view.status()).isEqualTo("ITEMS_OPEN");
        assertThat(view.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(view.open()).contains(SalesItem.PROJECT_REVIEW).doesNotContain(ARCHIVE);
        again.when(new HoldReview(null, "minutes 9")).then(new SalesReviewHeld(ID, TODAY, "minutes 9"));
        again.when(new OpenSalesClosure(Outcome.WITHDRAWN, null, null, null)).thenNothing();

        var filed = LOST.given(CALLED_OFF).when(new NoteArchive()).then(new SalesArchiveDone(ID));
        assertThat(View.of(filed.given(opened(Outcome.LOST)).state()).open()).doesNotContain(ARCHIVE);
        assertThat(View.of(LOST.given(CALLED_OFF, opened(Outcome.LOST)).state()).open())
                .contains(ARCHIVE);
    }

    @Test
    @DisplayName("Also one that was closed in the same moment, which is closed no more")
    void a_closed_one_is_called_off() {
        var closed = LOST.given(new SalesProjectClosed(ID, Outcome.LOST, null, TODAY));
        var off = closed.when(CALL_OFF).then(CALLED_OFF);
        assertThat(View.of(closed.state()).closedOn()).isEqualTo(TODAY);
        assertThat(View.of(off.state()).closedOn()).isNull();
        assertThat(View.of(off.given(opened(Outcome.LOST)).state()).closedOn()).isNull();
    }

    @Test
    @DisplayName("The reopening of a deal calls it off; a deal that never had one is nothing")
    void a_reopened_deal_calls_it_off() {
        var automation = WhenOpportunityReopenedThenCallOffSalesClosure.AUTOMATION;
        var samples = ProducerSamples.of("opportunity", "opportunity", automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var asked = automation
                    .reaction()
                    .to(sample, sample.as(automation.data()))
                    .orElseThrow();
            assertThat(asked.target()).isEqualTo(sample.subject());
            LOST.when(asked.command()).then(CALLED_OFF);
        }
        assertThat(automation.settledBy()).containsExactly(UNKNOWN_TARGET);
    }

    private static SalesClosureOpened opened(Outcome outcome) {
        var template = SalesTemplate.STRATEGIC;
        return new SalesClosureOpened(
                ID, outcome, null, template.name(), template.version(), template.items(), template.waivable());
    }
}
