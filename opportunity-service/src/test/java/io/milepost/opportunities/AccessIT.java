package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.quote;
import static io.milepost.opportunities.SalesProjectSituations.APPOINT;
import static io.milepost.opportunities.SalesProjectSituations.APPROVE;
import static io.milepost.opportunities.SalesProjectSituations.awaitProject;
import static io.milepost.opportunities.SalesProjectSituations.completeAll;
import static io.milepost.opportunities.SalesProjectSituations.proposed;
import static io.milepost.opportunities.bid.BidCatalogue.BID;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CHECKLIST_RUN;
import static io.milepost.opportunities.configuration.ConfigurationCatalogue.CONFIGURATION;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.PROJECT_PLAN;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.SOLUTION_PACKAGE;
import static io.milepost.opportunities.stakeholder.StakeholderCatalogue.STAKEHOLDER;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.managementplan.ManagementPlan.BeginManagementPlan;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.RecordCommitment;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.BeginStrategy;
import io.milepost.opportunities.quotation.Quotation.DraftQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.salesproject.SalesProjectCommand.CompletePreparation;
import io.milepost.opportunities.salesproject.SalesProjectCommand.HoldKickoff;
import io.milepost.opportunities.salesproject.SalesProjectCommand.SubmitForAti;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.controlled.Document.Classification;
import io.milepost.platform.controlled.Document.Content;
import io.milepost.platform.controlled.Document.DraftDocument;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.AccessWalk;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.PermissionWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know of which deal, and whose duty is what in one that is a sales project. */
class AccessIT {
    private static SuiteParts parts;
    private static RunningService service;
    private static SuiteClient client;
    private static Topics lead;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        lead = new Topics(parts.bootstrapServers(), "lead").create();
        service = RunningService.start(
                parts,
                OpportunityServiceApplication.class,
                "opportunity",
                List.of(
                        SALES_PROCESS,
                        PRICE_LIST,
                        OPPORTUNITY,
                        SALES_PROJECT,
                        PROJECT_BUDGET,
                        WEEKLY_REPORTING,
                        RISK,
                        STAKEHOLDER,
                        PROJECT_STRATEGY,
                        PROJECT_PLAN,
                        MANAGEMENT_PLAN,
                        CHECKLIST_RUN,
                        QUOTATION,
                        REQUIREMENT,
                        SOLUTION_PACKAGE,
                        SOLUTION,
                        CONFIGURATION,
                        BID,
                        DOCUMENT_KIND,
                        DOCUMENT));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        lead.close();
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-189: every operation is answered to every role as docs/permissions.md says, and to nobody without a"
            + " token")
    void the_matrix() {
        var walk = new PermissionWalk(client, PermissionMatrix.of("opportunity", CatalogueTest.CATALOGUES));
        assertThat(walk.faults()).isEmpty();
    }

    @TestFactory
    @DisplayName(
            "R-189: deals, sales projects and quotations are known to whom docs/access.md says, for every way to them")
    Stream<DynamicTest> the_table() {
        return new AccessWalk(client, AccessWalk.announcing(lead))
                .with(OPPORTUNITY, AccessIT::strategic)
                .with(SALES_PROJECT, AccessIT::project)
                .with(PROJECT_BUDGET, AccessIT::budget)
                .with(WEEKLY_REPORTING, AccessIT::reporting)
                .with(RISK, AccessIT::risk)
                .with(STAKEHOLDER, owner -> ofProject(owner, ProjectRegisterSituations::stakeholder))
                .with(PROJECT_STRATEGY, owner -> ofProject(owner, BeginStrategy::new))
                .with(
                        PROJECT_PLAN,
                        owner -> ofProject(
                                owner, project -> ProjectPlanSituations.draft(project, Objects.requireNonNull(owner))))
                .with(MANAGEMENT_PLAN, owner -> ofProject(owner, BeginManagementPlan::new))
                .with(CHECKLIST_RUN, owner -> owner == null ? null : ChecklistRunSituations.run(client, owner))
                .with(QUOTATION, AccessIT::quotation)
                .with(REQUIREMENT, owner -> owner == null ? null : SolutionSituations.requirementOf(client, owner))
                .with(SOLUTION, owner -> owner == null ? null : SolutionSituations.solutionOf(client, owner))
                .with(CONFIGURATION, owner -> owner == null ? null : SolutionSituations.forecastOf(client, owner))
                .with(BID, owner -> owner == null ? null : SolutionSituations.bidOf(client, owner))
                .with(DOCUMENT, AccessIT::document)
                .tests();
    }

    @Test
    @DisplayName(
            "R-060, R-065: what is another member's duty is refused, and on record like who decides on what they submitted")
    void duties_and_not_the_same_person() {
        var deal = proposed(client);
        submit(deal);
        assertThat(client.send(deal, APPROVE, as("else", "ann", Role.ATI_BOARD))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("DECIDER_IS_SUBMITTER");
        client.accept(deal, APPROVE);
        await().until(() -> status(deal).equals("AUTHORIZED"));
        var quotation = client.create(quote(client, deal, far()));
        var commitment = new RecordCommitment("Bo", "a visit", null, null);
        assertThat(client.send(deal, commitment, as("zoe", "ZOE", Role.SALES_REP))
                        .status())
                .as("nobody is appointed yet")
                .isEqualTo(200);
        client.accept(deal, APPOINT);

        for (var refused : List.of(
                client.send(quotation, new IssueQuotation(), as("zoe", "ZOE", Role.SALES_REP)),
                client.send(deal, new RecordCommitment("Bo", "more", null, null), as("zoe", "ZOE", Role.SALES_REP)))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").asString()).isEqualTo("NOT_YOUR_DUTY");
        }
        assertThat(client.send(quotation, new IssueQuotation(), as("ar", "MEMBER ar", Role.SALES_REP))
                        .status())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(refusals("zoe"))
                .containsExactlyInAnyOrder("IssueQuotation NOT_YOUR_DUTY", "RecordCommitment NOT_YOUR_DUTY"));
        assertThat(refusals("else")).containsExactly("DecideAti DECIDER_IS_SUBMITTER");
    }

    private static List<String> refusals(String actor) {
        return client.getAs(Role.OPERATOR, "/v1/audit-records?actor=eq:" + actor)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("refusal"))
                .map(refusal -> refusal.path("command").asString() + " "
                        + refusal.path("code").asString())
                .toList();
    }

    private static Map<String, String> as(String subject, String member, Role role) {
        return Map.of("Authorization", "Bearer " + parts.issuer().tokenSaying(subject, Map.of("member", member), role));
    }

    private static String status(UUID deal) {
        return client.read("opportunities", deal).path("status").asString();
    }

    private static @Nullable UUID strategic(@Nullable String owner) {
        return owner == null
                ? null
                : client.create(new IdentifyOpportunity(
                        "Plant", null, owner, "GTX Pro", null, null, null, null, "strategic", null, null));
    }

    private static @Nullable UUID project(@Nullable String owner) {
        var deal = strategic(owner);
        if (deal != null) {
            client.accept(deal, new QualifyOpportunity(null));
            awaitProject(client, deal);
        }
        return deal;
    }

    private static @Nullable UUID budget(@Nullable String owner) {
        return owner == null ? null : client.create(ProjectBudgetSituations.release(authorized(owner)));
    }

    private static @Nullable UUID reporting(@Nullable String owner) {
        if (owner == null) {
            return null;
        }
        var deal = authorized(owner);
        client.accept(deal, APPOINT);
        client.accept(deal, new HoldKickoff(null, List.of(owner), "file 9"));
        await().until(() -> client.get("/v1/weekly-reportings/" + deal).status() == 200);
        return deal;
    }

    private static @Nullable UUID risk(@Nullable String owner) {
        return ofProject(owner, ProjectRegisterSituations::risk);
    }

    private static @Nullable UUID ofProject(@Nullable String owner, Function<UUID, Record> creating) {
        var deal = project(owner);
        return deal == null ? null : client.create(creating.apply(deal));
    }

    private static UUID authorized(String owner) {
        var deal = Objects.requireNonNull(project(owner));
        submit(deal);
        client.accept(deal, APPROVE);
        return deal;
    }

    /** All that comes before the decision; Ann submits it. */
    private static void submit(UUID deal) {
        completeAll(client, deal);
        client.accept(deal, new CompletePreparation());
        assertThat(client.send(deal, new SubmitForAti(), as("ann", "ANN", Role.SALES_REP))
                        .status())
                .isEqualTo(200);
    }

    /** A confidential document is its author's. */
    private static @Nullable UUID document(@Nullable String author) {
        if (author == null) {
            return null;
        }
        var draft = new DraftDocument(
                SalesProjectSituations.CHARTER_KIND,
                "D " + UUID.randomUUID(),
                null,
                new Content("Plans", Classification.CONFIDENTIAL, "file 7", List.of()));
        return UUID.fromString(client.send(null, draft, as("writer", author, Role.SALES_REP))
                .json()
                .path("id")
                .asString());
    }

    private static @Nullable UUID quotation(@Nullable String owner) {
        var deal = strategic(owner);
        if (owner == null || deal == null) {
            return null;
        }
        var quote = quote(client, deal, far());
        return client.create(new DraftQuotation(
                deal,
                quote.accountId(),
                owner,
                quote.priceListId(),
                quote.lines(),
                quote.validUntil(),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }
}
