package io.milepost.leads.automation;

import static io.milepost.leads.automation.WhenContractSignedThenAccountBecomesCustomer.AUTOMATION;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account;
import io.milepost.leads.account.Account.BecomeCustomer;
import io.milepost.leads.account.Account.Profile;
import io.milepost.leads.account.AccountCatalogue;
import io.milepost.leads.account.AccountEvent;
import io.milepost.leads.account.AccountEvent.AccountActivityNoted;
import io.milepost.leads.account.AccountEvent.AccountBecameCustomer;
import io.milepost.leads.account.AccountEvent.AccountOpened;
import io.milepost.leads.inbound.contract.ContractSigned;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenContractSignedThenAccountBecomesCustomerTest {
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final AccountOpened OPENED =
            new AccountOpened(new Profile("Acme", null, null, null, null, null, null, null, null), List.of());
    private static final Scenario<Account, Account.Command, AccountEvent> NOBODY =
            Scenario.of(AccountCatalogue.ACCOUNT);

    @Test
    @DisplayName("R-019: the account becomes a customer on the day of the signature, once however often it is told")
    void makes_a_customer_once() {
        var become = reaction();
        assertThat(become.target()).isEqualTo(ACCOUNT);
        NOBODY.given(OPENED)
                .when((BecomeCustomer) become.command())
                .then(new AccountBecameCustomer(CONTRACT, DAY, null))
                .when((BecomeCustomer) reaction().command())
                .thenNothing();
    }

    @Test
    @DisplayName("R-019: a later contract shows that the customer is active, an older one changes nothing")
    void a_later_contract_of_a_customer_is_activity() {
        NOBODY.given(OPENED, new AccountBecameCustomer(ACCOUNT, DAY.minusDays(1), null))
                .when((BecomeCustomer) reaction().command())
                .then(new AccountActivityNoted(DAY, null));
        NOBODY.given(OPENED, new AccountBecameCustomer(ACCOUNT, DAY.plusDays(1), null))
                .when((BecomeCustomer) reaction().command())
                .thenNothing();
    }

    @Test
    void an_account_that_is_not_kept_here_ends_the_story_and_no_refusal_does() {
        assertThat(AUTOMATION.settledBy()).containsExactly(UNKNOWN_TARGET);
        NOBODY.when((BecomeCustomer) reaction().command()).thenUnknown();
    }

    @Test
    void reads_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(ContractSigned.class)))
                    .isPresent();
        }
    }

    private static Reaction.Command reaction() {
        var json = """
                {"accountId": "%s", "signedOn": "%s", "basis": "a word of later", "more": {"than": "we read"}}
                """.formatted(ACCOUNT, DAY);
        var event = ProducerSamples.event("contract", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(ContractSigned.class)).orElseThrow();
    }
}
