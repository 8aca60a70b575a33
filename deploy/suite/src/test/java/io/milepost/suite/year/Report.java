package io.milepost.suite.year;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as its readers know it: what its figures are, and what they are told apart by.
 *
 * @param dataset whose rows it counts, which is also its name in SQL
 * @param period whether it is of a period, and not of a day
 * @param needed what a row has to tell to count at all; null where all do
 */
public record Report(
        String name,
        String dataset,
        Function<List<Fact>, List<Line>> fold,
        boolean period,
        @Nullable String needed,
        Map<String, Figure> figures,
        List<String> by) {

    /** What a figure is made of. */
    sealed interface Figure {
        record Stock(boolean money) implements Figure {}

        record Flow(boolean money) implements Figure {}

        record Rate(String part, List<String> whole) implements Figure {}

        record Net(List<String> plus, List<String> minus) implements Figure {}
    }

    /** Sums that figures are made of, and which are not shown themselves. */
    static final Map<String, Figure> BEHIND = Map.of(
            "won_of_new", new Figure.Flow(false),
            "contracts_of_subscriptions", new Figure.Flow(false),
            "open_due", new Figure.Stock(true),
            "overdue_over_30", new Figure.Stock(true),
            "overdue_over_60", new Figure.Stock(true),
            "overdue_over_90", new Figure.Stock(true));

    /** Looked up by what a row tells, as on the last day that is asked about. */
    static final Set<String> LOOKED_UP = Set.of("team", "region", "business_unit", "mode");

    private static final List<String> DEAL =
            List.of("owner", "team", "region", "product", "template", "business_unit", "mode", "channel", "campaign");
    private static final List<String> STAGED = Stream.concat(
                    DEAL.stream(), Stream.of("stage", "true_stage", "from_lead"))
            .toList();
    private static final List<String> PLACED = List.of("owner", "team", "region");

    /** Whether its rows are of one currency each. */
    public boolean isMoney() {
        return figures.values().stream().anyMatch(figure -> switch (figure) {
            case Figure.Stock(var money) -> money;
            case Figure.Flow(var money) -> money;
            case Figure.Net _ -> true;
            case Figure.Rate _ -> false;
        });
    }

    /** Those that are sums of rows, and so stand in SQL under their names. */
    public List<String> summed() {
        return figures.entrySet().stream()
                .filter(one -> one.getValue() instanceof Figure.Stock || one.getValue() instanceof Figure.Flow)
                .map(Map.Entry::getKey)
                .toList();
    }

    public static List<Report> all() {
        return List.of(
                deals("funnel", false, STAGED)
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
                deals("proven-stages", false, STAGED).stocks("open").amounts("open_value", "weighted"),
                deals("conversion", false, STAGED)
                        .stocks("opportunities", "reached_qualified", "skipped_qualified", "won")
                        .rate("qualified_rate", "reached_qualified", "opportunities")
                        .rate("won_rate", "won", "reached_qualified"),
                deals("won", true, DEAL)
                        .flows("won_deals", "lost_deals")
                        .sums("won_value", "lost_value")
                        .rate("win_rate", "won_deals", "won_deals", "lost_deals"),
                deals("loss-reasons", true, and(DEAL, "loss_reason", "loss_cause"))
                        .needs("loss_reason")
                        .flows("lost_deals")
                        .sums("lost_value"),
                deals("loss-causes", true, and(DEAL, "loss_reason", "loss_cause"))
                        .needs("loss_cause")
                        .flows("lost_deals", "withdrawn_deals", "rejected_deals")
                        .sums("lost_value"),
                deals("process-success", true, DEAL)
                        .flows("won_deals", "lost_deals", "withdrawn_deals", "rejected_deals")
                        .rate("win_rate", "won_deals", "won_deals", "lost_deals")
                        .rate(
                                "success_rate",
                                "won_deals",
                                "won_deals",
                                "lost_deals",
                                "withdrawn_deals",
                                "rejected_deals"),
                deals("channel-sales", true, and(DEAL, "from_lead"))
                        .flows("new_deals", "won_deals")
                        .sums("won_value")
                        .rate("contract_rate", "won_of_new", "new_deals"),
                deals("win-rates", true, DEAL)
                        .flows("won_deals", "lost_deals")
                        .rate("win_rate", "won_deals", "won_deals", "lost_deals"),
                of("lead-sources", "lead", Prospects::lines, true, and(PLACED, "channel", "campaign", "state"))
                        .flows("new_leads", "qualified_leads", "converted_leads")
                        .rate("conversion_rate", "converted_leads", "new_leads"),
                of("lead-values", "lead", Prospects::lines, true, and(PLACED, "channel", "campaign", "state"))
                        .flows("converted_leads")
                        .sums("converted_value"),
                of("contracts", "contract", Signed::contracts, false, and(PLACED, "state"))
                        .stocks("drafted", "signed", "effective")
                        .amounts("signed_value"),
                of("signings", "contract", Signed::contracts, true, and(PLACED, "state"))
                        .flows("newly_signed")
                        .sums("newly_signed_value"),
                of("collections", "instalment", Money::instalments, false, and(PLACED, "number", "unpaid"))
                        .amounts("due", "received", "collected", "overdue")
                        .net("surplus", List.of("received"), List.of("collected"))
                        .rate("rate", "collected", "due"),
                of("receivables-ageing", "instalment", Money::instalments, false, and(PLACED, "number", "unpaid"))
                        .amounts("overdue", "overdue_over_90")
                        .net("not_overdue", List.of("open_due"), List.of("overdue"))
                        .net("overdue_1_30", List.of("overdue"), List.of("overdue_over_30"))
                        .net("overdue_31_60", List.of("overdue_over_30"), List.of("overdue_over_60"))
                        .net("overdue_61_90", List.of("overdue_over_60"), List.of("overdue_over_90")),
                of("receipts", "receipt", Cash::receipts, true, and(PLACED, "kind"))
                        .sums("came_in", "reversed", "advances", "refunded", "moved")
                        .net("collected_net", List.of("came_in", "refunded"), List.of("reversed")),
                of("unit-inventory", "unit", Flats::units, false, List.of("programme", "phase", "state", "reason"))
                        .stocks("units", "available", "held", "taken", "sold", "unsold")
                        .amounts("unsold_price")
                        .rate("sold_rate", "sold", "units"),
                of("deposit-backlog", "unit_sale", Flats::deposits, false, and(PLACED, "programme", "phase", "state"))
                        .stocks("to_top_up", "top_up_late", "to_subscribe", "to_sign", "sign_late")
                        .amounts("open", "kept", "refund_due", "forfeited", "converted"),
                of("subscription-conversion", "unit_sale", Flats::deposits, true, and(PLACED, "programme", "phase"))
                        .flows("subscriptions", "contracts_of_subscriptions")
                        .rate("subscription_rate", "contracts_of_subscriptions", "subscriptions"),
                of("handovers", "handover", Signed::handovers, false, and(PLACED, "was_returned"))
                        .stocks("initiated", "accepted", "returned", "waiting"),
                of("waiting-handovers", "handover", Signed::handovers, false, and(PLACED, "was_returned"))
                        .stocks("waiting")
                        .amounts("waiting_value"),
                of("undelivered", "handover", Signed::handovers, false, and(PLACED, "was_returned"))
                        .stocks("undelivered")
                        .amounts("undelivered_value"));
    }

    private static Report deals(String name, boolean period, List<String> by) {
        return of(name, "opportunity", Deals::lines, period, by);
    }

    private static Report of(
            String name, String dataset, Function<List<Fact>, List<Line>> fold, boolean period, List<String> by) {
        return new Report(name, dataset, fold, period, null, Map.of(), by);
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    private Report needs(String told) {
        return new Report(name, dataset, fold, period, told, figures, by);
    }

    private Report stocks(String... names) {
        return with(new Figure.Stock(false), names);
    }

    private Report amounts(String... names) {
        return with(new Figure.Stock(true), names);
    }

    private Report flows(String... names) {
        return with(new Figure.Flow(false), names);
    }

    private Report sums(String... names) {
        return with(new Figure.Flow(true), names);
    }

    private Report rate(String named, String part, String... whole) {
        return with(new Figure.Rate(part, List.of(whole)), named);
    }

    private Report net(String named, List<String> plus, List<String> minus) {
        return with(new Figure.Net(plus, minus), named);
    }

    private Report with(Figure figure, String... names) {
        var more = new LinkedHashMap<>(figures);
        for (var one : names) {
            more.put(one, figure);
        }
        return new Report(name, dataset, fold, period, needed, more, by);
    }
}
