package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.competitor.CompetitorCatalogue.COMPETITOR;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_DAY;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.MISSED_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.NOT_APPROVED_NOTICE;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.PERIOD_START;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;

import io.milepost.leads.automation.WhenContractSignedThenAccountBecomesCustomer;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
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
                    EXCHANGE_RATE,
                    COMPETITOR,
                    SEGMENT,
                    SALES_STRATEGY,
                    SALES_TARGET,
                    SALES_PLAN,
                    DEVELOPMENT_PLAN)
            .reacts(WhenContractSignedThenAccountBecomesCustomer.AUTOMATION)
            .waits(PERIOD_START, DEVELOPMENT_DAY)
            .tells(NOT_APPROVED_NOTICE, MISSED_NOTICE);

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(LeadServiceApplication.class, args);
    }
}
