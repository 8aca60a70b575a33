package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.platform.decision.Checklist.No.ITEMS_OPEN;

import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who closes a sales project of which nothing is open any more. */
class ClosingDutyTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Appointed TEAM = new Appointed(Set.of("pia"), Set.of("fox"), Set.of("quinn"));
    private static final List<SalesItem> ITEMS =
            List.of(SalesItem.PROJECT_REVIEW, SalesItem.SUMMARY_REPORT, SalesItem.LESSONS, SalesItem.ARCHIVE);
    private static final SalesProjectClosed CLOSED = new SalesProjectClosed(ID, Outcome.LOST, null, TODAY);
    private static final Scenario<SalesClosure, Command, Event> OPENED = Scenario.of(SALES_CLOSURE)
            .reading(new Papers(true))
            .given(new SalesClosureOpened(ID, Outcome.LOST, null, "strategic", 1, ITEMS, List.of()));
    private static final Scenario<SalesClosure, Command, Event> DONE = OPENED.given(
            new SalesReviewHeld(ID, TODAY, "minutes 9"),
            new SalesReportSubmitted(ID, "SR-3", new DocumentVersion(new UUID(7, 7), "SR-3", 2)),
            new SalesLessonRecorded(ID, Experience.FAILURE, "meet the board sooner"),
            new SalesTeamReleased(ID, List.of("kim", "ann"), TODAY),
            new SalesFinanceEvaluated(
                    ID, usd("0.00"), usd("900.00"), usd("-900.00"), usd("5000.00"), usd("6000.00"), usd("1000.00")),
            new SalesQualityEvaluated(ID, "all gates were held"),
            new SalesArchiveDone(ID));

    @Test
    @DisplayName("R-064, G21: the director closes the sales project, and nobody else in the team or outside of it")
    void closing_is_the_directors() {
        for (var closure : List.of(OPENED, DONE)) {
            for (var other : List.of("quinn", "fox", "kim")) {
                closure.when(new CloseSalesProject())
                        .reading(TEAM)
                        .byMember(other)
                        .thenNotYourDuty();
            }
        }
        DONE.when(new CloseSalesProject()).reading(TEAM).byMember("pia").then(CLOSED);
    }

    @Test
    @DisplayName("G21, domain 3.8: a sales project that cannot be closed is announced once, with its director")
    void is_announced_once() {
        OPENED.when(new CloseSalesProject())
                .reading(TEAM)
                .byMember("pia")
                .thenRefusedOnRecord(ITEMS_OPEN, new SalesClosureBlocked(ID, ITEMS, "pia"))
                .when(new CloseSalesProject())
                .reading(TEAM)
                .byMember("pia")
                .thenRefused(ITEMS_OPEN)
                .given(new SalesArchiveDone(ID))
                .when(new CloseSalesProject())
                .thenRefusedOnRecord(ITEMS_OPEN, new SalesClosureBlocked(ID, ITEMS.subList(0, 3), null));
    }

    @Test
    @DisplayName("R-064: where nobody was appointed, as in a deal that was rejected, whoever has the role closes it")
    void without_a_director_the_role_closes() {
        DONE.when(new CloseSalesProject()).byMember("kim").then(CLOSED);
        DONE.when(new CloseSalesProject())
                .reading(new Appointed(Set.of(), Set.of("fox"), Set.of()))
                .byMember("kim")
                .then(CLOSED);
        DONE.when(new CloseSalesProject()).reading(TEAM).unbound().then(CLOSED);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
