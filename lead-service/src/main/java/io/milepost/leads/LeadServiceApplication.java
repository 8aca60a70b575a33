package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.lead.LeadCatalogue.DISPUTE_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.DORMANCY;
import static io.milepost.leads.lead.LeadCatalogue.FOLLOW_UP_OVERDUE;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.LeadCatalogue.OVERDUE_NOTICE;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;

import io.milepost.leads.automation.WhenAttributionRuledThenMergeLead;
import io.milepost.leads.automation.WhenContractSignedThenAccountBecomesCustomer;
import io.milepost.leads.automation.WhenCustomerClaimedThenDisputeAttribution;
import io.milepost.leads.kernel.PhoneNumber;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
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
            .decides(MARKET_RESEARCH, ACCOUNT, TEAM_MEMBER, LEAD, SCORING_POLICY, ASSIGNMENT_POLICY, EXCHANGE_RATE)
            .reacts(
                    WhenContractSignedThenAccountBecomesCustomer.AUTOMATION,
                    WhenAttributionRuledThenMergeLead.AUTOMATION,
                    WhenCustomerClaimedThenDisputeAttribution.AUTOMATION)
            .waits(FOLLOW_UP_OVERDUE, DORMANCY)
            .tells(OVERDUE_NOTICE, DISPUTE_NOTICE);

    /** What this service is. Phone numbers that are written without their country are of that region. */
    @Bean
    Service service(@Value("${milepost.lead.default-region}") String region) {
        PhoneNumber.writtenIn(region);
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(LeadServiceApplication.class, args);
    }
}
