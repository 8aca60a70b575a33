package io.milepost.leads;

import io.milepost.leads.account.AccountConfiguration;
import io.milepost.leads.automation.AutomationConfiguration;
import io.milepost.leads.lead.LeadConfiguration;
import io.milepost.leads.teammember.TeamMemberConfiguration;
import io.milepost.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts lead-service; what it consists of is imported by name. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    Platform.class,
    AccountConfiguration.class,
    TeamMemberConfiguration.class,
    LeadConfiguration.class,
    AutomationConfiguration.class
})
public class LeadServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(LeadServiceApplication.class, args);
    }
}
