package io.milepost.opportunities;

import static io.milepost.opportunities.opportunity.OpportunityMessages.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListMessages.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationMessages.QUOTATION;

import io.milepost.opportunities.opportunity.domain.OpportunityCommand.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityRefusal;
import io.milepost.opportunities.opportunity.domain.OpportunityView;
import io.milepost.opportunities.opportunity.domain.StageCommand.AdvanceStage;
import io.milepost.opportunities.opportunity.domain.StageCommand.MeetCriterion;
import io.milepost.opportunities.opportunity.domain.StageCommand.ReachMilestone;
import io.milepost.opportunities.opportunity.domain.StageCommand.RecordCommitment;
import io.milepost.opportunities.opportunity.domain.StageCommand.RegressStage;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanceRejected;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.domain.StageEvent.WinProbabilityChanged;
import io.milepost.opportunities.opportunity.domain.StageRefusal;
import io.milepost.opportunities.opportunity.domain.salesprocess.Criterion;
import io.milepost.opportunities.opportunity.domain.salesprocess.Milestone;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcesses;
import io.milepost.opportunities.opportunity.domain.salesprocess.Stage;
import io.milepost.opportunities.pricelist.domain.PriceItem;
import io.milepost.opportunities.quotation.domain.OfferedLine;
import io.milepost.opportunities.quotation.domain.PaymentTerm;
import io.milepost.opportunities.quotation.domain.PaymentTrigger;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    private static final List<Catalogue<?, ?, ?>> CATALOGUES = List.of(PRICE_LIST, OPPORTUNITY, QUOTATION);
    private static final Stage FIRST = SalesProcesses.of("standard", 1).stage(1);

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("opportunity", CATALOGUES);
    }

    @Test
    void laws_of_the_price_list() {
        var item = new PriceItem("GTX Pro", "GTX Pro", Money.of("4821.00", "USD"), List.of("GTXPro"));
        Laws.of(PRICE_LIST).suggesting("items", List.of(item)).check();
    }

    @Test
    void laws_of_the_opportunity() {
        Laws.of(OPPORTUNITY)
                .suggesting("template", "standard", "strategic")
                .suggesting(
                        "milestone",
                        FIRST.milestones().stream().map(Milestone::code).toArray())
                .suggesting(
                        "criterion",
                        FIRST.criteria().stream().map(Criterion::code).toArray())
                .terminal("REJECTED", "LOST", "WITHDRAWN", "WON")
                // Most histories end before a stage succeeds; those that cannot end are tried below.
                .rare(OpportunityStageEntered.class)
                .rare(OpportunityStageSucceeded.class)
                .rare(WinProbabilityChanged.class)
                .rare(OpportunityStageAdvanced.class)
                .rare(OpportunityStageRegressed.class)
                .check();
    }

    @Test
    void laws_of_the_stages_of_a_deal_that_stays_open() {
        var open = Catalogue.of("opportunity", "opportunities", OPPORTUNITY.decider())
                .creates(IdentifyOpportunity.class)
                .command(ReachMilestone.class)
                .command(MeetCriterion.class)
                .command(RecordCommitment.class)
                .command(AdvanceStage.class)
                .command(RegressStage.class)
                .event(OpportunityMilestoneReached.class, "opportunity.milestone-reached", 1)
                .event(OpportunityStageEntered.class, "opportunity.stage-entered", 1)
                .event(OpportunityStageSucceeded.class, "opportunity.stage-succeeded", 1)
                .event(WinProbabilityChanged.class, "opportunity.win-probability-changed", 1)
                .event(OpportunityStageAdvanced.class, "opportunity.stage-advanced", 1)
                .event(OpportunityStageAdvanceRejected.class, "opportunity.stage-advance-rejected", 1)
                .event(OpportunityStageRegressed.class, "opportunity.stage-regressed", 1)
                .refusals(OpportunityRefusal.class)
                .refusals(StageRefusal.class)
                .view(OpportunityView.class, OpportunityView::of);
        Laws.of(open)
                .suggesting("template", "standard", "strategic")
                .suggesting(
                        "milestone",
                        FIRST.milestones().stream().map(Milestone::code).toArray())
                .suggesting(
                        "criterion",
                        FIRST.criteria().stream().map(Criterion::code).toArray())
                .check();
    }

    @Test
    void laws_of_the_quotation() {
        var line = new OfferedLine("GTX Pro", null, BigDecimal.TEN, Money.of("4821.00", "USD"), new BigDecimal("2.5"));
        var payment = new PaymentTerm("all", new BigDecimal("100"), PaymentTrigger.ACCEPTANCE, null, null, null);
        Laws.of(QUOTATION)
                .suggesting("lines", List.of(line), List.of(line, line))
                .suggesting("payments", List.of(), List.of(payment))
                .suggesting("validUntil", LocalDate.parse("2026-03-20"), LocalDate.parse("2026-04-20"))
                .terminal("ACCEPTED", "REJECTED", "EXPIRED")
                .check();
    }
}
