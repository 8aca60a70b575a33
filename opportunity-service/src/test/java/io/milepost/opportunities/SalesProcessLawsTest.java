package io.milepost.opportunities;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.AfterSales.CaseKind;
import io.milepost.opportunities.kernel.AfterSales.Promise;
import io.milepost.opportunities.kernel.AfterSales.Urgency;
import io.milepost.opportunities.kernel.AfterSales.VisitRules;
import io.milepost.opportunities.kernel.ContractRules;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every history of a sales process. */
class SalesProcessLawsTest {

    @Test
    void laws_of_the_sales_process() {
        var owing = Templates.owing(Templates.SHORT, Templates.OBLIGATIONS);
        var contracted = Templates.contracted(Templates.SHORT, Templates.CONTRACTS);
        Laws.of(SALES_PROCESS)
                .suggesting("name", "north", "standard")
                .suggesting("template", Templates.SHORT, Templates.STANDARD, Templates.STRATEGIC, owing, contracted)
                .suggesting("stages", Templates.stages(50, 100), Templates.STANDARD.stages())
                .suggesting("discountLimits", Templates.STANDARD.discountLimits(), List.of())
                .suggesting("reviews", Templates.STANDARD.reviews(), List.of())
                .suggesting("handoverDays", 14, 20)
                .suggesting("closure", Templates.STANDARD.closure(), Templates.STRATEGIC.closure())
                .suggesting("obligations", Templates.OBLIGATIONS, List.of())
                .suggesting("contracts", Templates.CONTRACTS, new ContractRules(null, null))
                .suggesting(
                        "afterSales",
                        new AfterSales(List.of(14, 60), null, null, null, null),
                        new AfterSales(
                                null,
                                List.of(new Promise(CaseKind.PROBLEM, Urgency.HIGH, 0, 1)),
                                5,
                                null,
                                new VisitRules(3, 10, 2)))
                .suggesting("version", 1, 2)
                .check();
    }
}
