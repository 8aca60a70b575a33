package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.bikey.BiKeyCatalogue.BI_KEY;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
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
            .decides(MARKET_RESEARCH, ACCOUNT, TEAM_MEMBER, LEAD, EXCHANGE_RATE, BI_KEY)
            .reacts(WhenContractSignedThenAccountBecomesCustomer.AUTOMATION);

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(LeadServiceApplication.class, args);
    }
}
