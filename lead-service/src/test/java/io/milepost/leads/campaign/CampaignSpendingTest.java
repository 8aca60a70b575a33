package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.Campaign.No.*;
import static io.milepost.leads.campaign.Campaigns.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignCatalogue.Figures;
import io.milepost.leads.campaign.CampaignCatalogue.View;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a campaign may spend, and has. */
class CampaignSpendingTest {
    static final List<Refusal> REFUSALS = List.of(
            RECEIPT_ALREADY_BOOKED,
            RECEIPT_UNKNOWN,
            SPENDING_FULL,
            SPENDING_NOT_POSITIVE,
            BUDGET_EXCEEDED,
            BUDGET_BELOW_SPENDING,
            BUDGET_CURRENCY_CHANGED,
            AMOUNT_NEGATIVE,
            DAY_IN_FUTURE,
            DAY_IMPLAUSIBLE,
            TEXT_MISSING,
            REASON_MISSING,
            CAMPAIGN_NOT_APPROVED,
            CAMPAIGN_REVIEWED,
            CAMPAIGN_CANCELLED);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final Scenario<Campaign, Command, CampaignEvent> NEW = NOTHING.recording(REACHED);
    private static final Scenario<Campaign, Command, CampaignEvent> SPENT =
            running(NEW).given(spent("T-1", "600.00"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-010: spending is recorded against the budget, and never more than is left of it")
    void is_never_overdrawn() {
        SPENT.when(spend("T-2", "400.01")).thenRefused(BUDGET_EXCEEDED, "/amount");
        var all = SPENT.when(spend("T-2", "400.00")).by("fin").then(spent("T-2", "400.00"));
        all.when(spend("T-3", "0.01")).thenRefused(BUDGET_EXCEEDED, "/amount");
        assertThat(View.of(all.state()).money())
                .isEqualTo(new Figures(BUDGET, Money.of("1000.00", "USD"), Money.of("0.00", "USD")));
    }

    @Test
    @DisplayName("R-010: spending is booked from the approval to the review")
    void is_booked_until_the_review() {
        for (var open : List.of(approved(NEW), ready(NEW), running(NEW), completed(NEW))) {
            open.when(spend("T-9", "1.00")).by("fin").then(spent("T-9", "1.00"));
        }
        planned(NEW).when(spend("T-9", "1.00")).thenRefused(CAMPAIGN_NOT_APPROVED);
        reviewed(NEW).when(spend("T-9", "1.00")).thenRefused(CAMPAIGN_REVIEWED);
        reviewed(NEW).when(new ChangeBudget(BUDGET, "x")).thenRefused(CAMPAIGN_REVIEWED);
        cancelled(NEW).when(spend("T-9", "1.00")).thenRefused(CAMPAIGN_CANCELLED);
    }

    @Test
    void a_receipt_is_booked_once_in_whatever_spelling() {
        SPENT.when(spend("T-1", "600.00")).thenNothing();
        SPENT.when(spend("t-1 ", "600.00")).thenRefused(RECEIPT_ALREADY_BOOKED, "/receipt");
        SPENT.when(spend("T-1", "599.00")).thenRefused(RECEIPT_ALREADY_BOOKED, "/receipt");
        var reversed =
                SPENT.when(new ReverseSpending("t-1", "double")).then(new CampaignSpendingReversed("t-1", "double"));
        reversed.when(new ReverseSpending("T-1", "double")).thenNothing();
        reversed.when(new ReverseSpending("T-1", "other")).thenRefused(RECEIPT_UNKNOWN, "/receipt");
        reversed.when(spend("T-1", "1000.00")).by("fin").then(spent("T-1", "1000.00"));
        SPENT.when(new ReverseSpending("T-1", " ")).thenRefused(REASON_MISSING, "/reason");
        SPENT.when(new ReverseSpending("T-7", "double")).thenRefused(RECEIPT_UNKNOWN, "/receipt");
    }

    @Test
    void refuses_what_is_no_spending() {
        SPENT.when(spend(" ", "1.00")).thenRefused(TEXT_MISSING, "/receipt");
        SPENT.when(spend("T-2", "0.00")).thenRefused(SPENDING_NOT_POSITIVE, "/amount");
        SPENT.when(spend("T-2", "-1.00")).thenRefused(SPENDING_NOT_POSITIVE, "/amount");
        SPENT.when(new RecordSpending("T-2", Money.of("1.00", "EUR"), TODAY, "p"))
                .thenRefused(BUDGET_CURRENCY_CHANGED, "/amount/currency");
        SPENT.when(on(TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/spentOn");
        SPENT.when(on(TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/spentOn");
        SPENT.when(new RecordSpending("T-2", Money.of("1.00", "USD"), TODAY, ""))
                .thenRefused(TEXT_MISSING, "/purpose");
        var full = running(NEW)
                .given(Stream.iterate(0, i -> i + 1)
                        .limit(Books.MOST_ENTRIES)
                        .map(i -> spent("N-" + i, "0.01"))
                        .toArray(CampaignEvent[]::new));
        full.when(spend("T-2", "1.00")).thenRefused(SPENDING_FULL);
    }

    @Test
    @DisplayName("R-010: a budget is changed with a reason, in its currency and never below what has been spent")
    void a_budget_is_changed() {
        var more = Money.of("2000.00", "USD");
        SPENT.when(new ChangeBudget(more, "second day"))
                .byMember("ANN")
                .then(new CampaignBudgetChanged(more, "second day", "ANN"))
                .when(new ChangeBudget(more, "second day"))
                .thenNothing()
                .when(spend("T-2", "1400.00"))
                .by("fin")
                .then(spent("T-2", "1400.00"));
        SPENT.when(new ChangeBudget(Money.of("600.00", "USD"), "less"))
                .byMember("ANN")
                .then(new CampaignBudgetChanged(Money.of("600.00", "USD"), "less", "ANN"));
        SPENT.when(new ChangeBudget(Money.of("599.99", "USD"), "less")).thenRefused(BUDGET_BELOW_SPENDING, "/budget");
        SPENT.when(new ChangeBudget(Money.of("-1.00", "USD"), "less")).thenRefused(AMOUNT_NEGATIVE, "/budget");
        SPENT.when(new ChangeBudget(Money.of("600.00", "EUR"), "less"))
                .thenRefused(BUDGET_CURRENCY_CHANGED, "/budget/currency");
        SPENT.when(new ChangeBudget(more, " ")).thenRefused(REASON_MISSING, "/reason");
    }

    private static RecordSpending spend(String receipt, String amount) {
        return new RecordSpending(receipt, Money.of(amount, "USD"), TODAY, "hall");
    }

    private static RecordSpending on(LocalDate day) {
        return new RecordSpending("T-2", Money.of("1.00", "USD"), day, "hall");
    }

    private static CampaignSpendingRecorded spent(String receipt, String amount) {
        return new CampaignSpendingRecorded(receipt, Money.of(amount, "USD"), TODAY, "hall", "fin");
    }
}
