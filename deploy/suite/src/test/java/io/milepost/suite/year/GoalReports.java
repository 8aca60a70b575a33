package io.milepost.suite.year;

import java.util.List;

/** What was to be reached, and what reaches it or may. */
final class GoalReports {
    private static final List<String> GOALS = Reports.and(Reports.PLACED, "for_quarter", "for_year");

    static final List<Report> ALL = List.of(
            reached("attainment", "seller_target", "seller_target_original"),
            reached("team-attainment", "department_target", "department_target_original", "manager_target"),
            reached("company-attainment", "company_target", "company_target_original"),
            Report.of("collection-attainment", false, Reports.and(GOALS, "for_month"))
                    .rowsOf("target", Goals::lines, null)
                    .amounts("seller_collection_target", "company_collection_target")
                    .rowsOf("receipt", Cash::receipts, null)
                    .amounts("received_to_date")
                    .share("attainment_rate", List.of("received_to_date"), List.of("seller_collection_target"))
                    .share(
                            "company_attainment_rate",
                            List.of("received_to_date"),
                            List.of("company_collection_target")),
            Report.of("quantity-attainment", false, Reports.and(GOALS, "for_month"))
                    .rowsOf("target", Goals::lines, null)
                    .stocks("seller_quantity_target", "company_quantity_target")
                    .rowsOf("contract_line", Sold::lines, null)
                    .stocks("sold_quantity")
                    .share("attainment_rate", List.of("sold_quantity"), List.of("seller_quantity_target"))
                    .share("company_attainment_rate", List.of("sold_quantity"), List.of("company_quantity_target")),
            Report.of("forecast", false, GOALS)
                    .rowsOf("target", Goals::lines, null)
                    .amounts("seller_target")
                    .rowsOf("contract", Signed::contracts, null)
                    .amounts("signed_value")
                    .rowsOf("opportunity", Deals::lines, null)
                    .amounts("open_value", "weighted")
                    .rowsOf("signing_trend", Signed::trend, null)
                    .amounts("trend")
                    .total("forecast", "signed_value", "weighted")
                    .share("forecast_rate", List.of("forecast"), List.of("seller_target"))
                    .share("trend_rate", List.of("trend"), List.of("seller_target"))
                    .share("coverage", List.of("signed_value", "open_value"), List.of("seller_target")));

    private GoalReports() {}

    private static Report reached(String name, String... targets) {
        return Report.of(name, false, Reports.and(GOALS, "for_month"))
                .rowsOf("target", Goals::lines, null)
                .amounts(targets)
                .rowsOf("contract", Signed::contracts, null)
                .amounts("signed_value")
                .share("attainment_rate", List.of("signed_value"), List.of(targets[0]));
    }
}
