package io.milepost.leads.account;

import io.milepost.leads.account.domain.Account;
import io.milepost.leads.account.domain.AccountCommand;
import io.milepost.leads.account.domain.AccountEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the account to the platform. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

    @Bean
    Catalogue<Account, AccountCommand, AccountEvent> account() {
        return AccountMessages.ACCOUNT;
    }
}
