package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.kernel.ClosingRefusal.PAPERS_MISSING;
import static io.milepost.delivery.salesclosure.SalesClosure.SalesItem.ARCHIVE;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesPapersTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName(
            "R-183: a sales project is not closed while papers of its deal are in no record, which the refusal lists")
    void papers_that_are_missing_hold_the_closing_back() {
        var ready = Scenario.of(SALES_CLOSURE)
                .reading(new Papers(true))
                .given(
                        new SalesClosureOpened(ID, Outcome.LOST, null, "north", 4, List.of(ARCHIVE), List.of()),
                        new SalesArchiveDone(ID));
        var book = new Paper(new UUID(7, 7), "register-book", null, null);
        var charter = new Paper(new UUID(8, 8), "project-charter", "PC-1", 3);
        var attempt = ready.when(new CloseSalesProject()).reading(new Listed(List.of(), List.of(book, charter)));
        attempt.thenRefusedOnRecord(PAPERS_MISSING, new SalesClosureBlocked(ID, List.of(ARCHIVE), null));
        assertThat(((Decision.Refused<?>) attempt.decision()).detail())
                .isEqualTo("not filed: register-book " + book.id() + ", project-charter PC-1 version 3");

        var closed = new SalesProjectClosed(ID, Outcome.LOST, null, TODAY);
        ready.when(new CloseSalesProject())
                .reading(new Listed(List.of(book), List.of()))
                .then(closed);
        ready.when(new CloseSalesProject()).then(closed);
    }
}
