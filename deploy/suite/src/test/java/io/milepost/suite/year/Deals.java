package io.milepost.suite.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opportunities, from what is said of them. */
final class Deals {
    private static final String PREFIX = "opportunity.";
    private static final int STUCK = 30;

    private Deals() {}

    static List<Line> lines(List<Fact> facts) {
        var deals = told(facts);
        return deals.lines(deal -> List.of(row(deal, deals.dayOf(deal.id))));
    }

    static List<Line> stays(List<Fact> facts) {
        return told(facts).lines(Stays::rows);
    }

    static List<Line> moves(List<Fact> facts) {
        return told(facts).lines(Moves::rows);
    }

    private static Chronicle<Deal> told(List<Fact> facts) {
        var deals = new Chronicle<Deal>();
        for (var fact : facts) {
            if (fact.name().startsWith(PREFIX)) {
                take(deals, fact, fact.name().substring(PREFIX.length()));
            }
        }
        return deals;
    }

    private static void take(Chronicle<Deal> deals, Fact fact, String what) {
        if (what.equals("identified")) {
            var identified = identified(fact);
            Moves.go(null, identified, fact.day());
            deals.becomes(fact.subject(), fact.day(), identified);
            return;
        }
        var before = deals.state(fact.subject());
        if (before == null) {
            return;
        }
        var deal = before.copy();
        var day = fact.day();
        switch (what) {
            case "qualified" -> {
                deal.status = "QUALIFIED";
                deal.qualified = true;
                deal.template = fact.text("template") == null ? deal.template : fact.text("template");
            }
            case "authorized" -> {
                deal.status = "QUALIFIED";
                deal.qualified = true;
            }
            case "rejected" -> end(deal, "REJECTED", fact, null);
            case "value-updated" -> deal.value = fact.money("expectedValue");
            case "lost", "withdrawn" -> {
                day = fact.stated("closedOn");
                end(deal, what.equals("lost") ? "LOST" : "WITHDRAWN", fact, day);
            }
            case "won" -> {
                day = fact.stated("closedOn");
                deal.value = fact.money("value");
                deal.status = "WON";
                deal.closedOn = day;
            }
            case "reopened" -> {
                deal.status = deal.qualified ? "QUALIFIED" : "IDENTIFIED";
                deal.reason = null;
                deal.cause = null;
                deal.closedOn = null;
            }
            case "stage-entered" -> {
                day = fact.stated("on");
                deal.stage = fact.number("stage");
                deal.entered = true;
            }
            case "stage-advanced", "stage-regressed" -> {
                deal.stage = fact.number("to");
                deal.entered = false;
            }
            case "win-probability-changed" -> {
                if (deal.atTheEnd()) {
                    day = LocalDate.MIN;
                } else {
                    deal.probability = fact.number("probability");
                }
            }
            case "stage-succeeded" -> {
                // The last one succeeds by the signature, of which another event states the day.
                if (deal.atTheEnd()) {
                    return;
                }
            }
            case "owner-changed" -> deal.owner = fact.said("owner");
            case "product-changed" -> deal.product = fact.text("product");
            case "close-expected" -> deal.expectedCloseOn = fact.dayOf("expectedCloseOn");
            case "stage-advance-rejected", "account-assigned" -> {}
            default -> {
                return;
            }
        }
        var known = deals.dayOf(fact.subject());
        var on = day.isAfter(known) ? day : known;
        Stays.go(before, deal, fact, what, on);
        Moves.go(before, deal, on);
        deals.becomes(fact.subject(), on, deal);
    }

    private static Deal identified(Fact fact) {
        var deal = new Deal();
        deal.id = fact.subject();
        deal.owner = fact.said("owner");
        deal.value = fact.money("expectedValue");
        var stages = fact.data().path("stages");
        deal.stages = stages.isArray() ? stages.size() : Deal.USUAL_STAGES;
        deal.product = fact.text("product");
        deal.template = fact.text("template");
        deal.channel = fact.text("/source/channel");
        deal.campaign = fact.text("/source/campaign");
        deal.lead = fact.text("leadId");
        deal.identifiedOn = fact.day();
        deal.standsSince = fact.day();
        deal.expectedCloseOn = fact.dayOf("expectedCloseOn");
        return deal;
    }

    private static void end(Deal deal, String status, Fact fact, @Nullable LocalDate on) {
        deal.status = status;
        deal.reason = fact.text("reason");
        deal.cause = fact.text("cause");
        deal.closedOn = on;
    }

    /** @param last day on which anything was known of the deal */
    private static Row row(Deal deal, LocalDate last) {
        var value = deal.value == null ? null : deal.value.amount();
        return new Row()
                .of(deal.value)
                .told("owner", deal.owner)
                .told("product", deal.product)
                .told("template", deal.template)
                .told("channel", deal.channel)
                .told("campaign", deal.campaign)
                .told("stage", deal.status)
                .told("true_stage", deal.proven())
                .told("from_lead", deal.lead != null)
                .told("loss_reason", deal.reason)
                .told("loss_cause", deal.cause)
                .told("closed_on", deal.closedOn)
                .told("deal_id", deal.id)
                .toldPeriods(deal.closing())
                .counts("opportunities", true)
                .counts("open", deal.open())
                .counts("identified", deal.is("IDENTIFIED"))
                .counts("qualified", deal.is("QUALIFIED"))
                .counts("won", deal.is("WON"))
                .counts("lost", deal.is("LOST"))
                .counts("withdrawn", deal.is("WITHDRAWN"))
                .counts("rejected", deal.is("REJECTED"))
                .adds("open_value", value, deal.open(), null)
                .unsure("weighted", weighted(deal), deal.open(), deal.proven() > 0)
                .adds("won_value_to_date", value, deal.is("WON"), null)
                .counts("reached_qualified", deal.qualified || deal.is("WON"))
                .counts("skipped_qualified", deal.is("WON") && !deal.qualified)
                .happens("won_deals", deal.is("WON"), deal.closedOn)
                .addsOn("won_value", value, deal.is("WON"), deal.closedOn)
                .happens("lost_deals", deal.is("LOST"), deal.closedOn)
                .addsOn("lost_value", value, deal.is("LOST"), deal.closedOn)
                .happens("withdrawn_deals", deal.is("WITHDRAWN"), deal.closedOn)
                .happens("rejected_deals", deal.is("REJECTED"), last)
                .adds("stuck", BigDecimal.ONE, deal.open(), stuckSince(deal))
                .adds("stuck_value", value, deal.open(), stuckSince(deal))
                .lasts("days_in_stage", deal.open() ? deal.standsSince : null, null)
                .adds("closing_late", BigDecimal.ONE, deal.open() && deal.expectedCloseOn != null, lateFrom(deal))
                .happens("new_deals", true, deal.identifiedOn)
                .happens("won_of_new", deal.is("WON"), deal.identifiedOn);
    }

    private static LocalDate stuckSince(Deal deal) {
        return deal.standsSince.plusDays(STUCK + 1L);
    }

    private static @Nullable LocalDate lateFrom(Deal deal) {
        return deal.expectedCloseOn == null ? null : deal.expectedCloseOn.plusDays(1);
    }

    private static @Nullable BigDecimal weighted(Deal deal) {
        return deal.value == null
                ? null
                : deal.value
                        .amount()
                        .multiply(BigDecimal.valueOf(deal.probability, 2))
                        .setScale(deal.value.amount().scale(), RoundingMode.HALF_UP);
    }
}
