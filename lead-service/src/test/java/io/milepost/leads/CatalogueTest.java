package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.lead.LeadCatalogue.DISPUTE_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.LeadCatalogue.OVERDUE_NOTICE;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
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
            SCORING_POLICY,
            ASSIGNMENT_POLICY,
            EXCHANGE_RATE,
            AUDIT_RECORD,
            NoticeCatalogue.of(OVERDUE_NOTICE, DISPUTE_NOTICE));

    /** What the examples of requests say where the name of a field is no good value. */
    private static final Samples EXAMPLES = Samples.choosing("""
            {
              "OpenAccount.foundedYear": 1996,
              "UpdateProfile.foundedYear": 1996,
              "AddContact.email": "bo@acme.example",
              "AddContact.phone": "+1 555 0100",
              "CaptureLead.email": "ann@acme.example",
              "CaptureLead.phone": "+1 201 555 0101",
              "CaptureLead.finding": "care visit 7",
              "CompleteLead.email": "ann@acme.example",
              "CompleteLead.phone": "+1 201 555 0102",
              "MoveTeamMember.from": "2026-06-30",
              "PublishScoringPolicy.criteria": [{"code": "size", "name": "size of the company", "weight": 3}],
              "ReviseScoringPolicy.criteria": [{"code": "budget", "name": "has a budget", "weight": 2}],
              "PublishAssignmentPolicy.lines": [{"region": "Ohio", "to": "MEMBER", "assignee": "KAP"}],
              "ReviseAssignmentPolicy.lines": [{"to": "TEAM", "assignee": "North"}],
              "StartMarketResearch.to": "2026-12-31",
              "RecordFinding.on": "2026-01-15",
              "RecordExchangeRate.from": "CHF",
              "RecordExchangeRate.to": "EUR",
              "RecordExchangeRate.on": "2026-01-15"
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
}
