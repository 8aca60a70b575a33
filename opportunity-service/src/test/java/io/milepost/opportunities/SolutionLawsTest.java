package io.milepost.opportunities;

import static io.milepost.opportunities.CatalogueTest.askedBySomebodyElse;
import static io.milepost.opportunities.bid.BidCatalogue.BID;
import static io.milepost.opportunities.configuration.ConfigurationCatalogue.CONFIGURATION;
import static io.milepost.opportunities.promotion.PromotionCatalogue.PROMOTION;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.SOLUTION_PACKAGE;

import io.milepost.opportunities.bid.Bid.BidParts;
import io.milepost.opportunities.configuration.Configuration.Position;
import io.milepost.opportunities.promotion.Promotion.ApprovePromotion;
import io.milepost.opportunities.promotion.Promotion.Eligibility;
import io.milepost.opportunities.promotion.Promotion.PromotionKind;
import io.milepost.opportunities.promotion.Promotion.PromotionScheme;
import io.milepost.opportunities.requirement.Requirement.DecideRequirementReview;
import io.milepost.opportunities.requirement.Requirement.RequirementItem;
import io.milepost.opportunities.requirement.Requirement.Weight;
import io.milepost.opportunities.solution.Solution.EvaluateSolution;
import io.milepost.opportunities.solution.Solution.PlannedProduct;
import io.milepost.opportunities.solution.Solution.SolutionContent;
import io.milepost.opportunities.solution.Solution.SolutionKind;
import io.milepost.opportunities.solution.SolutionEvent.SolutionDeviationApproved;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds of requirements, solutions, bills, bids and promotions, whatever their deals are like. */
class SolutionLawsTest {
    private static final UUID DEAL = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    @Test
    void laws_of_the_requirement() {
        var items = List.of(new RequirementItem("R1", "quiet", Weight.MUST, List.of()));
        var more = List.of(items.getFirst(), new RequirementItem("R2", "fast", Weight.COULD, List.of()));
        Laws.of(askedBySomebodyElse(REQUIREMENT, DecideRequirementReview.class))
                .suggesting("open", true)
                .suggesting("owner", "kim")
                .suggesting("code", "O-1", "O-2")
                .suggesting("scope", "alpha", "beta")
                .suggesting("items", items, more)
                .suggesting("support", List.of())
                .suggesting("analysis", "alpha", "beta")
                .suggesting("by", "Ann")
                .suggesting("passed", true, true, false)
                .check();
    }

    @Test
    void laws_of_the_solution_package() {
        Laws.of(SOLUTION_PACKAGE)
                .suggesting("products", List.of("GTX Pro"), List.of("GTX Pro", "Training"))
                .suggesting("name", "alpha", "beta")
                .suggesting("reason", "alpha", "beta")
                .terminal("RETIRED")
                .check();
    }

    @Test
    void laws_of_the_solution() {
        var press = new PlannedProduct("GTX Pro", List.of("presses"));
        var training = new PlannedProduct("Training", List.of());
        Laws.of(askedBySomebodyElse(SOLUTION, EvaluateSolution.class))
                .suggesting("open", true)
                .suggesting("inForce", true)
                .suggesting("opportunityId", DEAL)
                .suggesting("owner", "kim")
                .suggesting("BuiltOn.products", List.of("GTX Pro"))
                .suggesting(
                        "content",
                        content("a sketch", List.of(press)),
                        content("another", List.of(press)),
                        content("off", List.of(press, training)))
                .suggesting("feasible", true, true, false)
                .suggesting("cost", Money.of("3000.00", "USD"))
                .rare(SolutionDeviationApproved.class)
                .check();
    }

    private static SolutionContent content(String summary, List<PlannedProduct> products) {
        return new SolutionContent(SolutionKind.PRELIMINARY, summary, products, null, new UUID(1, 3));
    }

    @Test
    void laws_of_bills_and_forecasts() {
        Laws.of(CONFIGURATION)
                .suggesting("open", true)
                .suggesting("confirmed", true)
                .suggesting("opportunityId", DEAL)
                .suggesting("solutionId", new UUID(1, 4))
                .suggesting("owner", "kim")
                .suggesting("positions", List.of(position("1")), List.of(position("1"), position("2")))
                .check();
    }

    private static Position position(String number) {
        return new Position(number, "GTX Pro", null, BigDecimal.TEN, "piece", DAY);
    }

    @Test
    void laws_of_the_bid() {
        Laws.of(BID)
                .suggesting("open", true)
                .suggesting("ready", true)
                .suggesting("opportunityId", DEAL)
                .suggesting("owner", "kim")
                .suggesting("dueOn", LocalDate.parse("2028-01-31"))
                .suggesting("parts", parts("in two steps"), parts("in one step"))
                .suggesting("evidence", "alpha", "beta")
                .terminal("AWARDED", "NOT_AWARDED")
                .check();
    }

    private static BidParts parts(String delivery) {
        return new BidParts(new UUID(1, 5), new UUID(1, 6), delivery, null, null, null);
    }

    @Test
    void laws_of_the_promotion() {
        var anybody = new Eligibility(List.of(), List.of(), null);
        var until = LocalDate.parse("2028-01-31");
        Laws.of(askedBySomebodyElse(PROMOTION, ApprovePromotion.class))
                .suggesting("owner", "kim")
                .suggesting(
                        "scheme",
                        new PromotionScheme(PromotionKind.DISCOUNT, BigDecimal.TEN, null, DAY, until, anybody),
                        new PromotionScheme(PromotionKind.GIFT, null, "a day", DAY, until, anybody))
                .suggesting("reason", "alpha", "beta")
                .terminal("ENDED")
                .check();
    }
}
