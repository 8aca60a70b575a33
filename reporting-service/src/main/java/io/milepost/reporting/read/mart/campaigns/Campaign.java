package io.milepost.reporting.read.mart.campaigns;

import static io.milepost.reporting.inbound.lead.CampaignFacts.APPROVED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.BUDGET_CHANGED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.CANCELLED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.COMPLETED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.OUTCOME;
import static io.milepost.reporting.inbound.lead.CampaignFacts.PLANNED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.REVISED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.SPENDING_REVERSED;
import static io.milepost.reporting.inbound.lead.CampaignFacts.SPENT;
import static io.milepost.reporting.inbound.lead.CampaignFacts.STARTED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.lead.CampaignFacts;
import io.milepost.reporting.inbound.lead.CampaignFacts.Outcome;
import io.milepost.reporting.inbound.lead.CampaignFacts.Plan;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as reports know it.
 *
 * @param budget as it is now
 * @param spent by the numbers of receipts, without those that were reversed
 * @param outcome counted last
 */
record Campaign(
        String kind,
        String owner,
        Plan plan,
        Money budget,
        State state,
        Map<String, Money> spent,
        Outcome outcome,
        LocalDate day) {

    /** In the words of its status. */
    enum State {
        PLANNED,
        APPROVED,
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    Campaign {
        spent = new TreeMap<>(spent);
    }

    boolean known() {
        return true;
    }

    /** A plan that nobody has approved has no budget yet. */
    boolean isApproved() {
        return state != State.PLANNED && state != State.CANCELLED;
    }

    Money cost() {
        return spent.values().stream().reduce(Money.zero(budget.currency()), Money::plus);
    }

    long visitors() {
        return outcome.visitors();
    }

    long leads() {
        return outcome.leads();
    }

    long orders() {
        return outcome.orders();
    }

    private Campaign with(Plan planned, Money worth, Map<String, Money> paid, Outcome counted, LocalDate on) {
        return new Campaign(kind, owner, planned, worth, state, paid, counted, notBefore(on));
    }

    private Campaign becomes(State next, LocalDate on) {
        return new Campaign(kind, owner, plan, budget, next, spent, outcome, notBefore(on));
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** In the word and spelling that deals and leads have for it, beside which it stands. */
    String segment() {
        String code = plan.segment();
        return code == null ? "(unknown)" : Codes.canonical(code);
    }

    /** Campaign events to campaigns. */
    record Folding(ZoneId zone) implements Fold<Campaign> {
        @Override
        public String source() {
            return CampaignFacts.SOURCE;
        }

        @Override
        public Class<Campaign> view() {
            return Campaign.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(
                    PLANNED,
                    REVISED,
                    APPROVED,
                    STARTED,
                    SPENT,
                    SPENDING_REVERSED,
                    BUDGET_CHANGED,
                    OUTCOME,
                    COMPLETED,
                    CANCELLED);
        }

        @Override
        public LocalDate day(Campaign view) {
            return view.day();
        }

        @Override
        public String rules() {
            return "2";
        }

        @Override
        public Campaign apply(@Nullable Campaign before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(PLANNED)) {
                var planned = event.as(CampaignFacts.Planned.class);
                return new Campaign(
                        planned.kind(),
                        planned.owner(),
                        planned.plan(),
                        planned.plan().budget(),
                        State.PLANNED,
                        Map.of(),
                        new Outcome(0, 0, 0),
                        day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never planned");
            }
            return switch (event.type()) {
                case REVISED -> {
                    var plan = event.as(CampaignFacts.Revised.class).plan();
                    yield before.with(plan, plan.budget(), before.spent, before.outcome, day);
                }
                case BUDGET_CHANGED -> {
                    var budget = event.as(CampaignFacts.BudgetChanged.class).budget();
                    yield before.with(before.plan, budget, before.spent, before.outcome, day);
                }
                case SPENT -> {
                    var spent = event.as(CampaignFacts.Spent.class);
                    var paid = new TreeMap<>(before.spent);
                    paid.put(spent.receipt(), spent.amount());
                    yield before.with(before.plan, before.budget, paid, before.outcome, spent.spentOn());
                }
                case SPENDING_REVERSED -> {
                    var paid = new TreeMap<>(before.spent);
                    paid.remove(event.as(CampaignFacts.SpendingReversed.class).receipt());
                    yield before.with(before.plan, before.budget, paid, before.outcome, day);
                }
                case OUTCOME -> before.with(before.plan, before.budget, before.spent, event.as(Outcome.class), day);
                case APPROVED -> before.becomes(State.APPROVED, day);
                case STARTED -> before.becomes(State.RUNNING, day);
                case COMPLETED -> before.becomes(State.COMPLETED, day);
                case CANCELLED -> before.becomes(State.CANCELLED, day);
                default -> throw new IllegalArgumentException("not of a campaign: " + event.type());
            };
        }
    }
}
