package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.bikey.BiKeyCatalogue.BI_KEY;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.administration.person.PersonCatalogue.PERSON;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.REPORT_SCHEDULE;
import static io.milepost.leads.appraisal.AppraisalCatalogue.APPRAISAL;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;
import static io.milepost.leads.competitor.CompetitorCatalogue.COMPETITOR;
import static io.milepost.leads.customersurvey.CustomerSurveyCatalogue.CUSTOMER_SURVEY;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_DAY;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.MISSED_NOTICE;
import static io.milepost.leads.followuppolicy.FollowUpPolicyCatalogue.FOLLOW_UP_POLICY;
import static io.milepost.leads.guestlist.GuestListCatalogue.GUEST_LIST;
import static io.milepost.leads.launchprogramme.LaunchProgrammeCatalogue.LAUNCH_PROGRAMME;
import static io.milepost.leads.lead.LeadCatalogue.DISPUTE_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.DORMANCY;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.LeadCatalogue.OVERDUE_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.followUpOverdue;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.ACTION_OVERDUE;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.ACTION_OVERDUE_NOTICE;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.MEETING_ACTION;
import static io.milepost.leads.receptionrecord.ReceptionRecordCatalogue.RECEPTION_RECORD;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static io.milepost.leads.salesmeeting.SalesMeetingCatalogue.SALES_MEETING;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.NOT_APPROVED_NOTICE;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.PERIOD_START;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.leads.supervisionnote.SupervisionNoteCatalogue.SUPERVISION_NOTE;
import static io.milepost.leads.teammember.TeamMemberCatalogue.DEPARTURE;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static io.milepost.leads.training.TrainingCatalogue.TRAINING;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT_EFFECT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;

import io.milepost.leads.account.AccountCatalogue;
import io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue;
import io.milepost.leads.automation.WhenAccountMergedThenSurvivorFollows;
import io.milepost.leads.automation.WhenAttributionRuledThenMergeLead;
import io.milepost.leads.automation.WhenContractSignedThenAccountBecomesCustomer;
import io.milepost.leads.automation.WhenCustomerClaimedThenDisputeAttribution;
import io.milepost.leads.automation.WhenErasureCarriedOutThenNoteAnswer;
import io.milepost.leads.automation.WhenNeedFoundThenCaptureLead;
import io.milepost.leads.automation.WhenReceptionRecordedThenBookAndAccountFollow;
import io.milepost.leads.kernel.PhoneNumber;
import io.milepost.leads.receptionrecord.ReceptionRecordCatalogue;
import io.milepost.leads.registerbook.RegisterBookCatalogue;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.controlled.SeededKinds;
import io.milepost.platform.projection.Figure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts lead-service, and says what it consists of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(Platform.class)
public class LeadServiceApplication {
    private static final Service SERVICE = Service.of("lead")
            .decides(
                    MARKET_RESEARCH,
                    ACCOUNT,
                    TEAM_MEMBER,
                    LEAD,
                    SCORING_POLICY,
                    ASSIGNMENT_POLICY,
                    FOLLOW_UP_POLICY,
                    EXCHANGE_RATE,
                    BI_KEY,
                    PERSON,
                    REPORT_SCHEDULE,
                    RECEPTION_RECORD,
                    REGISTER_BOOK,
                    CUSTOMER_SURVEY,
                    TRAINING,
                    SALES_MEETING,
                    MEETING_ACTION,
                    SUPERVISION_NOTE,
                    CAMPAIGN,
                    GUEST_LIST,
                    LAUNCH_PROGRAMME,
                    APPRAISAL,
                    COMPETITOR,
                    SEGMENT,
                    SALES_STRATEGY,
                    SALES_TARGET,
                    SALES_PLAN,
                    DEVELOPMENT_PLAN,
                    DOCUMENT,
                    DOCUMENT_KIND)
            .reacts(
                    WhenContractSignedThenAccountBecomesCustomer.AUTOMATION,
                    WhenAccountMergedThenSurvivorFollows.MERGED,
                    WhenAccountMergedThenSurvivorFollows.UNMERGED,
                    WhenAccountMergedThenSurvivorFollows.CUSTOMER,
                    WhenAccountMergedThenSurvivorFollows.ACTIVE,
                    WhenAccountMergedThenSurvivorFollows.ABSORBING,
                    WhenAccountMergedThenSurvivorFollows.RELEASING,
                    WhenReceptionRecordedThenBookAndAccountFollow.AUTOMATION,
                    WhenAttributionRuledThenMergeLead.AUTOMATION,
                    WhenCustomerClaimedThenDisputeAttribution.AUTOMATION,
                    WhenNeedFoundThenCaptureLead.CASE,
                    WhenNeedFoundThenCaptureLead.VISIT,
                    WhenErasureCarriedOutThenNoteAnswer.LEAD,
                    WhenErasureCarriedOutThenNoteAnswer.OPPORTUNITY,
                    WhenErasureCarriedOutThenNoteAnswer.CONTRACT,
                    WhenErasureCarriedOutThenNoteAnswer.DELIVERY)
            .counts(
                    Figure.of("overdue.follow.ups", "Leads whose next action is overdue", LEAD, "overdue", "true"),
                    Figure.by(
                            "state",
                            "erasures",
                            "Persons whose erasure was asked for, by whether every service has answered",
                            PERSON,
                            "status",
                            "PARTLY",
                            "ERASED"))
            .tells(
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
                    DISPUTE_NOTICE)
            .seeds(SeededKinds.of(LeadServiceApplication.class));

    /**
     * What the service consists of, with what a deployment says of it.
     *
     * @param dormantAfter days without any activity after which a customer is dormant
     * @param region of phone numbers that are written without their country
     * @param poolKeeper code of the member who is told of leads that nobody took out of the pool in time and no member registered
     */
    @Bean
    Service service(
            @Value("${milepost.account.dormant-after-days:730}") int dormantAfter,
            @Value("${milepost.lead.default-region}") String region,
            @Value("${milepost.lead.pool-keeper:}") String poolKeeper) {
        PhoneNumber.writtenIn(region);
        return SERVICE.waits(
                AccountCatalogue.dormantAfter(dormantAfter),
                RegisterBookCatalogue.RECOVERY_DUE,
                DEPARTURE,
                ReportScheduleCatalogue.RUN_DUE,
                ACTION_OVERDUE,
                PERIOD_START,
                DEVELOPMENT_DAY,
                followUpOverdue(poolKeeper.isBlank() ? null : poolKeeper.strip()),
                DORMANCY,
                DOCUMENT_EFFECT);
    }

    public static void main(String[] args) {
        SpringApplication.run(LeadServiceApplication.class, args);
    }
}
