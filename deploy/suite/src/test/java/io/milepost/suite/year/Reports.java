package io.milepost.suite.year;

import static io.milepost.suite.year.Figure.How.AGE;
import static io.milepost.suite.year.Figure.How.SLIP;
import static io.milepost.suite.year.Figure.How.SPAN;
import static io.milepost.suite.year.Figure.Statistic.MAX;
import static io.milepost.suite.year.Figure.Statistic.MEDIAN;
import static io.milepost.suite.year.Figure.Statistic.P90;

import io.milepost.suite.year.Report.Only;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked, report by report. */
final class Reports {
    static final List<String> PLACED = List.of("owner", "team", "region");
    private static final List<String> DEAL =
            and(PLACED, "product", "template", "business_unit", "mode", "channel", "campaign");
    private static final List<String> STAGED = and(DEAL, "stage", "true_stage", "from_lead");
    private static final List<String> LEAD = and(PLACED, "channel", "campaign", "state");
    private static final List<String> INSTALMENT = and(PLACED, "number", "unpaid", "for_month", "for_quarter");
    private static final List<String> SALE = and(PLACED, "programme", "phase");
    private static final List<String> HANDOVER = and(PLACED, "was_returned");
    private static final List<String> CLOSURE = and(PLACED, "kind");

    private static final Only OPEN = new Only(
            row -> List.of("IDENTIFIED", "QUALIFIED").contains(row.told.get("stage")),
            "stage in ('IDENTIFIED', 'QUALIFIED')",
            "stage in ('IDENTIFIED','QUALIFIED')");

    private static final Only FROM_LEAD =
            new Only(row -> "true".equals(row.told.get("from_lead")), "from_lead", "from_lead eq true");

    static final List<Report> ALL = Stream.of(deals(), contracts(), launches(), deliveries(), GoalReports.ALL)
            .flatMap(List::stream)
            .toList();

    private Reports() {}

    private static List<Report> deals() {
        return List.of(
                deal("funnel", false, STAGED)
                        .stocks(
                                "opportunities",
                                "open",
                                "identified",
                                "qualified",
                                "won",
                                "lost",
                                "withdrawn",
                                "rejected")
                        .amounts("open_value", "weighted", "won_value_to_date")
                        .rate("win_rate_to_date", "won", "won", "lost"),
                deal("proven-stages", false, STAGED)
                        .stocks("open")
                        .amounts("open_value", "weighted")
                        .days("days_in_stage", AGE, MEDIAN, P90),
                deal("conversion", false, STAGED)
                        .stocks("opportunities", "reached_qualified", "skipped_qualified", "won")
                        .rate("qualified_rate", "reached_qualified", "opportunities")
                        .rate("won_rate", "won", "reached_qualified"),
                decided("won"),
                decided("segment-win-rates"),
                deal("loss-reasons", true, and(DEAL, "loss_reason", "loss_cause"), Only.telling("loss_reason"))
                        .flows("lost_deals")
                        .sums("lost_value"),
                deal("loss-causes", true, and(DEAL, "loss_reason", "loss_cause"), Only.telling("loss_cause"))
                        .flows("lost_deals", "withdrawn_deals", "rejected_deals")
                        .sums("lost_value"),
                deal("process-success", true, DEAL)
                        .flows("won_deals", "lost_deals", "withdrawn_deals", "rejected_deals")
                        .rate("win_rate", "won_deals", "won_deals", "lost_deals")
                        .rate(
                                "success_rate",
                                "won_deals",
                                "won_deals",
                                "lost_deals",
                                "withdrawn_deals",
                                "rejected_deals"),
                deal("channel-sales", true, and(DEAL, "from_lead"))
                        .flows("new_deals", "won_deals")
                        .sums("won_value")
                        .rate("contract_rate", "won_of_new", "new_deals"),
                deal("win-rates", true, DEAL)
                        .flows("won_deals", "lost_deals")
                        .rate("win_rate", "won_deals", "won_deals", "lost_deals"),
                deal("stuck-deals", false, STAGED).stocks("stuck").amounts("stuck_value"),
                deal("late-closings", false, STAGED, OPEN).stocks("closing_late"),
                of("stages", true, and(PLACED, "product", "stage"))
                        .rowsOf("stay", Deals::stays, null)
                        .stocks("reached", "skipped", "standing")
                        .once("entered", "re_entered", "succeeded")
                        .rate("conversion", "succeeded", "entered")
                        .days("ageing", AGE, MEDIAN, P90)
                        .flows("left_stage")
                        .days("days_in_stage", SPAN, MEDIAN, P90),
                of("calibration", true, and(PLACED, "product", "stage"))
                        .rowsOf("stay", Deals::stays, null)
                        .flows("forecasts", "expected_wins", "actual_wins")
                        .rate("forecast_rate", "expected_wins", "forecasts")
                        .rate("outcome_rate", "actual_wins", "forecasts")
                        .rate("calibration", "actual_wins", "expected_wins"),
                of("movement", true, and(PLACED, "product", "kind", "reason"))
                        .rowsOf("movement", Deals::moves, null)
                        .opening("opening_value", "closing_value", true)
                        .sums(
                                "new_value",
                                "increased_value",
                                "decreased_value",
                                "won_value",
                                "lost_value",
                                "withdrawn_value",
                                "rejected_value",
                                "reopened_value",
                                "transferred_value",
                                "handed_over_value")
                        .amounts("closing_value")
                        .opening("opening_deals", "closing_deals", false)
                        .flows("net_deals")
                        .stocks("closing_deals"),
                of("lead-sources", true, LEAD)
                        .rowsOf("lead", Prospects::lines, null)
                        .flows("new_leads", "qualified_leads", "converted_leads")
                        .rate("conversion_rate", "converted_leads", "new_leads"),
                of("lead-values", true, LEAD)
                        .rowsOf("lead", Prospects::lines, null)
                        .flows("converted_leads")
                        .sums("converted_value"),
                of("lead-to-contract", true, and(PLACED, "channel", "campaign"))
                        .rowsOf("lead", Prospects::lines, null)
                        .flows("new_leads", "converted_of_new")
                        .rate("lead_rate", "converted_of_new", "new_leads")
                        .rowsOf("opportunity", Deals::lines, FROM_LEAD)
                        .flows("new_deals", "won_of_new")
                        .rate("contract_rate", "won_of_new", "new_deals"));
    }

    private static Report decided(String name) {
        return deal(name, true, DEAL)
                .flows("won_deals", "lost_deals")
                .sums("won_value", "lost_value")
                .rate("win_rate", "won_deals", "won_deals", "lost_deals");
    }

    private static List<Report> contracts() {
        return List.of(
                of("contracts", false, and(PLACED, "state"))
                        .rowsOf("contract", Signed::contracts, null)
                        .stocks("drafted", "signed", "effective")
                        .amounts("signed_value"),
                of("signings", true, and(PLACED, "state"))
                        .rowsOf("contract", Signed::contracts, null)
                        .flows("newly_signed")
                        .sums("newly_signed_value"),
                of("collections", false, INSTALMENT)
                        .rowsOf("instalment", Money::instalments, null)
                        .amounts("due", "received", "collected", "overdue")
                        .net("surplus", List.of("received"), List.of("collected"))
                        .rate("rate", "collected", "due"),
                of("collection-rates", true, PLACED)
                        .rowsOf("instalment", Money::instalments, null)
                        .sums("fell_due")
                        .amounts("due")
                        .rowsOf("receipt", Cash::receipts, null)
                        .net("collected_net", List.of("came_in", "refunded"), List.of("reversed"))
                        .amounts("received_to_date")
                        .share("period_rate", List.of("collected_net"), List.of("fell_due"))
                        .share("cumulative_rate", List.of("received_to_date"), List.of("due")),
                of("receivables-ageing", false, INSTALMENT)
                        .rowsOf("instalment", Money::instalments, null)
                        .amounts("overdue", "overdue_over_90")
                        .net("not_overdue", List.of("open_due"), List.of("overdue"))
                        .net("overdue_1_30", List.of("overdue"), List.of("overdue_over_30"))
                        .net("overdue_31_60", List.of("overdue_over_30"), List.of("overdue_over_60"))
                        .net("overdue_61_90", List.of("overdue_over_60"), List.of("overdue_over_90"))
                        .days("days_overdue", SLIP, MEDIAN, MAX),
                of("overdue-list", false, INSTALMENT)
                        .rowsOf(
                                "instalment",
                                Money::instalments,
                                new Only(row -> "true".equals(row.told.get("unpaid")), "unpaid", "unpaid eq true"))
                        .amounts("overdue")
                        .days("days_overdue", SLIP, MEDIAN, MAX),
                of("receipts", true, and(PLACED, "kind"))
                        .rowsOf("receipt", Cash::receipts, null)
                        .sums("came_in", "reversed", "advances", "refunded", "moved")
                        .net("collected_net", List.of("came_in", "refunded"), List.of("reversed")));
    }

    private static List<Report> launches() {
        return List.of(
                of("unit-inventory", false, List.of("programme", "phase", "state", "reason"))
                        .rowsOf("unit", Flats::units, null)
                        .stocks("units", "available", "held", "taken", "sold", "unsold")
                        .amounts("unsold_price")
                        .rate("sold_rate", "sold", "units"),
                of("deposit-backlog", false, and(SALE, "state"))
                        .rowsOf("unit_sale", Flats::deposits, null)
                        .stocks("to_top_up", "top_up_late", "to_subscribe", "to_sign", "sign_late")
                        .amounts("open", "kept", "refund_due", "forfeited", "converted"),
                of("subscription-conversion", true, SALE)
                        .rowsOf("unit_sale", Flats::deposits, null)
                        .flows("subscriptions", "contracts_of_subscriptions")
                        .rate("subscription_rate", "contracts_of_subscriptions", "subscriptions"));
    }

    private static List<Report> deliveries() {
        return List.of(
                of("handovers", false, HANDOVER)
                        .rowsOf("handover", Signed::handovers, null)
                        .stocks("initiated", "accepted", "returned", "waiting"),
                of("waiting-handovers", false, HANDOVER)
                        .rowsOf("handover", Signed::handovers, null)
                        .stocks("waiting")
                        .amounts("waiting_value"),
                of("undelivered", false, HANDOVER)
                        .rowsOf("handover", Signed::handovers, null)
                        .stocks("undelivered")
                        .amounts("undelivered_value"),
                of("closures", false, CLOSURE)
                        .rowsOf("closure", Closings::closings, null)
                        .stocks("opened", "closed", "open", "blocked")
                        .rate("average_days", "days_to_close", "closed"),
                of("closings", true, CLOSURE)
                        .rowsOf("closure", Closings::closings, null)
                        .flows("newly_closed"),
                of("closing-items", false, and(CLOSURE, "item", "state"))
                        .rowsOf("closure_item", Closings::items, null)
                        .stocks("required", "done", "waived", "waiting"),
                answers("satisfaction"),
                answers("project-feedback"));
    }

    private static Report answers(String name) {
        return of(name, false, and(PLACED, "occasion", "for_month", "for_quarter", "for_year"))
                .rowsOf("satisfaction", Answers::lines, null)
                .stocks("answers", "dissatisfied")
                .rate("satisfaction_average", "points", "answers")
                .rate("dissatisfied_rate", "dissatisfied", "answers");
    }

    private static Report deal(String name, boolean period, List<String> by) {
        return deal(name, period, by, null);
    }

    private static Report deal(String name, boolean period, List<String> by, @Nullable Only only) {
        return of(name, period, by).rowsOf("opportunity", Deals::lines, only);
    }

    private static Report of(String name, boolean period, List<String> by) {
        return Report.of(name, period, by);
    }

    static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }
}
