package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.Campaign.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign may spend and has spent. It is never overdrawn.
 *
 * @param entries in the order in which they were booked, reversed ones among them
 */
public record Books(Money budget, List<Entry> entries) {
    /** How many receipts one campaign keeps, so that it can always be read as a whole. */
    static final int MOST_ENTRIES = 2000;

    public Books {
        entries = List.copyOf(entries);
    }

    /** What was spent, and why it was taken back where it was. */
    public record Entry(
            CampaignSpendingRecorded spent, @Nullable String reversal) {
        boolean stands(String receipt) {
            return reversal == null && Codes.same(spent.receipt(), receipt);
        }
    }

    public Money spent() {
        return entries.stream()
                .filter(entry -> entry.reversal() == null)
                .map(entry -> entry.spent().amount())
                .reduce(Money.zero(budget.currency()), Money::plus);
    }

    public Money left() {
        return budget.minus(spent());
    }

    Decision<CampaignEvent> book(RecordSpending spend, Occasion occasion) {
        var booked = standing(spend.receipt());
        if (booked.isPresent()) {
            return booked.get().equals(event(spend, booked.get().recordedBy()))
                    ? unchanged()
                    : refusedAt("/receipt", RECEIPT_ALREADY_BOOKED);
        }
        var amount = spend.amount();
        return check().text("/receipt", spend.receipt())
                .text("/purpose", spend.purpose())
                .notAfter("/spentOn", spend.spentOn(), occasion.today())
                .within(NEAR, "/spentOn", spend.spentOn(), occasion.today())
                .that(amount.isPositive(), "/amount", SPENDING_NOT_POSITIVE)
                .that(amount.currency().equals(budget.currency()), "/amount/currency", BUDGET_CURRENCY_CHANGED)
                .that(entries.size() < MOST_ENTRIES, SPENDING_FULL)
                .then(() -> amount.compareTo(left()) > 0
                        ? refusedAt("/amount", BUDGET_EXCEEDED, "%s is left of the budget".formatted(left()))
                        : accepted(event(spend, occasion.who().name())));
    }

    Decision<CampaignEvent> reverse(String receipt, String reason) {
        if (standing(receipt).isPresent()) {
            return check().reason("/reason", reason).accept(() -> new CampaignSpendingReversed(receipt, reason));
        }
        var reversed = entries.stream()
                .anyMatch(entry -> Codes.same(entry.spent().receipt(), receipt) && reason.equals(entry.reversal()));
        return reversed ? unchanged() : refusedAt("/receipt", RECEIPT_UNKNOWN);
    }

    Decision<CampaignEvent> change(Money next, String reason, String by) {
        if (next.equals(budget)) {
            return unchanged();
        }
        return check().notNegative("/budget", next)
                .that(next.currency().equals(budget.currency()), "/budget/currency", BUDGET_CURRENCY_CHANGED)
                .reason("/reason", reason)
                .then(() -> next.compareTo(spent()) < 0
                        ? refusedAt("/budget", BUDGET_BELOW_SPENDING, "%s has been spent".formatted(spent()))
                        : accepted(new CampaignBudgetChanged(next, reason, by)));
    }

    Books with(CampaignSpendingRecorded spent) {
        return new Books(
                budget,
                Stream.concat(entries.stream(), Stream.of(new Entry(spent, null)))
                        .toList());
    }

    Books without(String receipt, String reason) {
        return new Books(
                budget,
                entries.stream()
                        .map(entry -> entry.stands(receipt) ? new Entry(entry.spent(), reason) : entry)
                        .toList());
    }

    private Optional<CampaignSpendingRecorded> standing(String receipt) {
        return entries.stream()
                .filter(entry -> entry.stands(receipt))
                .map(Entry::spent)
                .findFirst();
    }

    private static CampaignSpendingRecorded event(RecordSpending spend, String by) {
        return new CampaignSpendingRecorded(spend.receipt(), spend.amount(), spend.spentOn(), spend.purpose(), by);
    }
}
