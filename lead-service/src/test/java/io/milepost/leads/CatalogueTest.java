package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.competitor.CompetitorCatalogue.COMPETITOR;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.MISSED_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.NOT_APPROVED_NOTICE;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    private static final List<Catalogue<?, ?, ?>> CATALOGUES = List.of(
            MARKET_RESEARCH,
            ACCOUNT,
            TEAM_MEMBER,
            LEAD,
            EXCHANGE_RATE,
            COMPETITOR,
            SEGMENT,
            SALES_STRATEGY,
            SALES_TARGET,
            SALES_PLAN,
            DEVELOPMENT_PLAN,
            AUDIT_RECORD,
            NoticeCatalogue.of(NOT_APPROVED_NOTICE, MISSED_NOTICE));

    /** What the examples of requests say where the name of a field is no good value. */
    private static final Samples EXAMPLES = Samples.choosing("""
            {
              "OpenAccount.foundedYear": 1996,
              "UpdateProfile.foundedYear": 1996,
              "AddContact.email": "bo@acme.example",
              "AddContact.phone": "+1 555 0100",
              "CaptureLead.email": "ann@acme.example",
              "CaptureLead.phone": "+1 555 0101",
              "MoveTeamMember.from": "2026-06-30",
              "StartMarketResearch.to": "2026-12-31",
              "RecordFinding.on": "2026-01-15",
              "RecordExchangeRate.from": "CHF",
              "RecordExchangeRate.to": "EUR",
              "RecordExchangeRate.on": "2026-01-15",
              "RecordFact.subject": "PRICE_LEVEL",
              "RecordFact.on": "2026-01-15",
              "WithdrawFact.number": 1,
              "Content.channels": ["dealers", "fairs"],
              "KeyFigure.on": "2026-01-15",
              "AdoptSalesStrategy.version": 1,
              "Task.level": "DEPARTMENT",
              "Task.team": "East",
              "Task.figure": {"amount": {"amount": "600000.00", "currency": "USD"}},
              "Task.from": "2027-01-01",
              "Task.to": "2027-12-31",
              "Task.parentId": "0190c000-0000-7000-8000-00000000000a",
              "CascadeSalesTarget.parts": [
                {"level": "MANAGER", "accountable": "LEE", "figure": {"amount": {"amount": "350000.00", "currency": "USD"}}},
                {"level": "MANAGER", "accountable": "MAX", "figure": {"amount": {"amount": "250000.00", "currency": "USD"}}}
              ],
              "ReviseSalesTarget.figure": {"amount": {"amount": "550000.00", "currency": "USD"}},
              "Outline.channels": ["dealers"],
              "Outline.team": ["KIM", "LEE"],
              "Outline.activities": [{"name": "stand at the fair", "by": "2027-03-31", "member": "LEE", "channel": "dealers"}],
              "ApproveSalesPlan.version": 1,
              "Aim.by": "2027-06-30"
            }""");

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("lead", CATALOGUES, List.of(), EXAMPLES);
    }

    @Test
    void laws_of_the_market_research() {
        Laws.of(MARKET_RESEARCH).terminal("SUPERSEDED").check();
    }

    @Test
    void laws_of_the_account() {
        Laws.of(ACCOUNT)
                .suggesting("foundedYear", 1996, 2020)
                .terminal("CUSTOMER")
                .check();
    }

    @Test
    void laws_of_the_team_member() {
        Laws.of(TEAM_MEMBER)
                .suggesting("team", "A", "B")
                .suggesting("region", "East")
                .check();
    }

    @Test
    void laws_of_the_exchange_rate() {
        Laws.of(EXCHANGE_RATE)
                .suggesting("from", Currency.getInstance("USD"))
                .suggesting("to", Currency.getInstance("EUR"), Currency.getInstance("JPY"))
                .suggesting("rate", new BigDecimal("0.9137"), new BigDecimal("0.91370"), BigDecimal.TEN)
                .suggesting("reason", "alpha")
                .check();
    }

    @Test
    void laws_of_the_lead() {
        Laws.of(LEAD).terminal("DISQUALIFIED", "CONVERTED").check();
    }
}
