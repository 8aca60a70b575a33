package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.bikey.BiKeyCatalogue.BI_KEY;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.administration.person.PersonCatalogue.PERSON;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.REPORT_SCHEDULE;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.competitor.CompetitorCatalogue.COMPETITOR;
import static io.milepost.leads.customersurvey.CustomerSurveyCatalogue.CUSTOMER_SURVEY;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.MISSED_NOTICE;
import static io.milepost.leads.followuppolicy.FollowUpPolicyCatalogue.FOLLOW_UP_POLICY;
import static io.milepost.leads.lead.LeadCatalogue.DISPUTE_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.LeadCatalogue.OVERDUE_NOTICE;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.ACTION_OVERDUE_NOTICE;
import static io.milepost.leads.receptionrecord.ReceptionRecordCatalogue.RECEPTION_RECORD;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.NOT_APPROVED_NOTICE;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.leads.teammember.TeamMemberCatalogue.DEPARTURE;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static io.milepost.platform.privacy.ErasureCatalogue.ERASURE;
import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;

import io.milepost.leads.account.AccountCatalogue;
import io.milepost.leads.administration.person.Person;
import io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue;
import io.milepost.leads.receptionrecord.ReceptionRecordCatalogue;
import io.milepost.leads.registerbook.RegisterBookCatalogue;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    /** Those that people send commands to. */
    static final List<Catalogue<?, ?, ?>> COMMANDED = Stream.concat(
                    Stream.<Catalogue<?, ?, ?>>of(
                            MARKET_RESEARCH,
                            ACCOUNT,
                            TEAM_MEMBER,
                            LEAD,
                            SCORING_POLICY,
                            ASSIGNMENT_POLICY,
                            FOLLOW_UP_POLICY,
                            EXCHANGE_RATE,
                            BI_KEY,
                            REPORT_SCHEDULE,
                            RECEPTION_RECORD,
                            REGISTER_BOOK,
                            CUSTOMER_SURVEY,
                            COMPETITOR,
                            SEGMENT,
                            SALES_STRATEGY,
                            SALES_TARGET,
                            SALES_PLAN,
                            DEVELOPMENT_PLAN),
                    OrganisationLawsTest.ORGANISATION.stream())
            .toList();

    static final List<Catalogue<?, ?, ?>> CATALOGUES = Stream.concat(
                    COMMANDED.stream(),
                    Stream.<Catalogue<?, ?, ?>>of(
                            DOCUMENT,
                            DOCUMENT_KIND,
                            AUDIT_RECORD,
                            ERASURE,
                            PERSON,
                            WEBHOOK,
                            NoticeCatalogue.of(
                                    AccountCatalogue.FLAGGED_NOTICE,
                                    ReceptionRecordCatalogue.ESCALATED_NOTICE,
                                    ReceptionRecordCatalogue.RETURNED_NOTICE,
                                    RegisterBookCatalogue.OVERDUE_NOTICE,
                                    RegisterBookCatalogue.SHORT_NOTICE,
                                    ACTION_OVERDUE_NOTICE,
                                    NOT_APPROVED_NOTICE,
                                    MISSED_NOTICE,
                                    OVERDUE_NOTICE,
                                    ReportScheduleCatalogue.RUN_DUE_NOTICE,
                                    ReportScheduleCatalogue.ENDED_NOTICE,
                                    DISPUTE_NOTICE)))
            .toList();

    /** What the examples of requests say where the name of a field is no good value. */
    private static final Samples EXAMPLES = Samples.choosing("""
            {
              "OpenAccount.foundedYear": 1996,
              "UpdateProfile.foundedYear": 1996,
              "OpenAccount.country": "US",
              "UpdateProfile.country": "US",
              "NoteActivity.on": "2026-01-15",
              "RecordReception.on": "2026-01-15",
              "RecordReception.email": "ann@acme.example",
              "RecordReception.phone": "+1 555 0102",
              "CompleteEntry.email": "ann@acme.example",
              "CompleteEntry.phone": "+1 555 0102",
              "IssueBook.dueOn": "2027-01-15",
              "SetRecoveryDay.dueOn": "2027-02-15",
              "CheckBook.counted": 0,
              "RecordSurveyFinding.question": 1,
              "RecordSurveyFinding.on": "2026-01-15",
              "AddContact.email": "bo@acme.example",
              "AddContact.phone": "+1 555 0100",
              "CaptureLead.email": "ann@acme.example",
              "CaptureLead.phone": "+1 201 555 0101",
              "CaptureLead.finding": "care visit 7",
              "CaptureLead.identityNumber": "P 1234567",
              "CompleteLead.identityNumber": "P 1234567",
              "CompleteLead.email": "ann@acme.example",
              "CompleteLead.phone": "+1 201 555 0102",
              "MoveTeamMember.from": "2026-06-30",
              "PublishScoringPolicy.criteria": [{"code": "size", "name": "size of the company", "weight": 3}],
              "ReviseScoringPolicy.criteria": [{"code": "budget", "name": "has a budget", "weight": 2}],
              "PublishAssignmentPolicy.lines": [{"region": "Ohio", "to": "MEMBER", "assignee": "KAP"}],
              "PublishFollowUpPolicy.id": "a6140285-3885-3ecd-939a-61ea220674b6",
              "PublishFollowUpPolicy.businessUnit": "north",
              "PublishFollowUpPolicy.firstContactDays": 1,
              "PublishFollowUpPolicy.nextActionDays": 14,
              "PublishFollowUpPolicy.dormantAfterDays": 180,
              "ReviseFollowUpPolicy.firstContactDays": 2,
              "ReviseFollowUpPolicy.nextActionDays": 10,
              "ReviseFollowUpPolicy.dormantAfterDays": 120,
              "ReviseAssignmentPolicy.lines": [{"to": "TEAM", "assignee": "North"}],
              "StartMarketResearch.to": "2026-12-31",
              "RecordFinding.on": "2026-01-15",
              "RecordExchangeRate.from": "CHF",
              "RecordExchangeRate.to": "EUR",
              "RecordExchangeRate.on": "2026-01-15",
              "IssueBiKey.secretHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "ScheduleReport.report": "weekly-roll-up",
              "ScheduleReport.by": ["owner", "due_on"],
              "ScheduleReport.where": [{"column": "region", "value": "East"}],
              "ScheduleReport.recipient": "KAP",
              "ScheduleReport.day": 1,
              "ReplaceSecret.secretHash": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
              "PlanTraining.participants": ["KAP"],
              "ScheduleMeeting.invited": ["KAP"],
              "HoldTraining.on": "2026-01-15",
              "HoldMeeting.on": "2026-01-15",
              "RecordSupervisionNote.on": "2026-01-15",
              "Plan.staff": ["KAP"],
              "Plan.activities": [{"title": "stand", "on": "2026-03-31", "place": "hall 3", "staff": ["KAP"]}],
              "PhasePlan.activities": ["open days"],
              "PhasePlan.targets": {"customers": 500, "units": 40, "revenue": {"amount": "9000000.00", "currency": "CNY"}},
              "OpenAppraisal.period": "2025",
              "ScoreAppraisal.figures": [
                {"measure": "signed amount", "value": 12.5, "report": "sales-by-member", "day": "2026-01-31", "position": 4711}
              ],
              "ScoreAppraisal.score": 80,
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
              "DefineDocumentKind.approvers": ["SALES_MANAGER"],
              "ReviseDocumentKind.approvers": ["SALES_MANAGER"],
              "DraftDocument.kindId": "0190c000-0000-7000-8000-000000000042",
              "ApproveDocument.effectiveOn": "2026-12-31",
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
    @DisplayName("R-189: who may do what by each operation stands in docs/permissions.md as it is in the code")
    void what_each_role_may_do_is_published() {
        PermissionMatrix.of("lead", CATALOGUES).verify();
    }

    @Test
    void laws_of_the_market_research() {
        Laws.of(MARKET_RESEARCH).terminal("SUPERSEDED").check();
    }

    @Test
    void laws_of_the_account() {
        Laws.of(ACCOUNT)
                .suggesting("foundedYear", 1996, 2020)
                .suggesting("country", "CN", "DE")
                .suggesting("registrationNumber", "9131 0115-X", "HRB 4711")
                .suggesting("name", "Acme", "ACME.", "Bolt")
                .suggesting("reason", "alpha")
                .suggesting("Merged.into", Scenario.ID)
                .suggesting("Survivor.merged", false)
                .suggesting("DismissDuplicate.accountId", UUID.fromString("01900000-0000-7000-8000-00000000ffff"))
                .waits(AccountCatalogue.dormantAfter(30))
                .check();
    }

    @Test
    void laws_of_the_team_member() {
        Laws.of(TEAM_MEMBER)
                .suggesting("team", "A", "B")
                .suggesting("region", "East")
                .waits(DEPARTURE)
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
    void laws_of_the_report_schedule() {
        Laws.of(REPORT_SCHEDULE)
                .suggesting("report", "won", "weekly-roll-up")
                .suggesting("by", List.of(), List.of("owner"))
                .suggesting("where", List.of())
                .suggesting("ScheduleReport.day", 1, 7)
                .suggesting("reason", "alpha")
                .terminal("ENDED")
                .waits(ReportScheduleCatalogue.RUN_DUE)
                .check();
    }

    @Test
    void laws_of_the_bi_key() {
        Laws.of(BI_KEY)
                .suggesting("secretHash", "ab".repeat(32), "cd".repeat(32))
                .suggesting("reason", "alpha")
                .terminal("REVOKED")
                .check();
    }

    @Test
    void laws_of_what_was_decided_about_a_person() {
        Laws.of(PERSON)
                .suggesting("service", "lead", "opportunity", "contract", "delivery")
                .suggesting("round", 1, 2)
                .suggesting("reason", "alpha", "beta")
                // Four answers of one round in a row: PersonTest has them.
                .rare(Person.PersonErased.class)
                .rare(Person.PersonOpenedAgain.class)
                .check();
    }
}
