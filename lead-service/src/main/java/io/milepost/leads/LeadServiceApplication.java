package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.administration.bikey.BiKeyCatalogue.BI_KEY;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.leads.customersurvey.CustomerSurveyCatalogue.CUSTOMER_SURVEY;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.leads.receptionrecord.ReceptionRecordCatalogue.RECEPTION_RECORD;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;

import io.milepost.leads.account.AccountCatalogue;
import io.milepost.leads.automation.WhenAccountMergedThenSurvivorFollows;
import io.milepost.leads.automation.WhenContractSignedThenAccountBecomesCustomer;
import io.milepost.leads.automation.WhenReceptionRecordedThenBookAndAccountFollow;
import io.milepost.leads.receptionrecord.ReceptionRecordCatalogue;
import io.milepost.leads.registerbook.RegisterBookCatalogue;
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
            .decides(
                    MARKET_RESEARCH,
                    ACCOUNT,
                    TEAM_MEMBER,
                    LEAD,
                    EXCHANGE_RATE, BI_KEY,
                    RECEPTION_RECORD,
                    REGISTER_BOOK,
                    CUSTOMER_SURVEY)
            .reacts(
                    WhenContractSignedThenAccountBecomesCustomer.AUTOMATION,
                    WhenAccountMergedThenSurvivorFollows.MERGED,
                    WhenAccountMergedThenSurvivorFollows.UNMERGED,
                    WhenAccountMergedThenSurvivorFollows.CUSTOMER,
                    WhenAccountMergedThenSurvivorFollows.ACTIVE,
                    WhenAccountMergedThenSurvivorFollows.ABSORBING,
                    WhenAccountMergedThenSurvivorFollows.RELEASING,
                    WhenReceptionRecordedThenBookAndAccountFollow.AUTOMATION)
            .tells(
                    AccountCatalogue.FLAGGED_NOTICE,
                    ReceptionRecordCatalogue.ESCALATED_NOTICE,
                    ReceptionRecordCatalogue.RETURNED_NOTICE,
                    RegisterBookCatalogue.OVERDUE_NOTICE,
                    RegisterBookCatalogue.SHORT_NOTICE);

    /**
     * What the service consists of, with what a deployment says of it.
     *
     * @param dormantAfter days without any activity after which a customer is dormant
     */
    @Bean
    Service service(@Value("${milepost.account.dormant-after-days:730}") int dormantAfter) {
        return SERVICE.waits(AccountCatalogue.dormantAfter(dormantAfter), RegisterBookCatalogue.RECOVERY_DUE);
    }

    public static void main(String[] args) {
        SpringApplication.run(LeadServiceApplication.class, args);
    }
}
