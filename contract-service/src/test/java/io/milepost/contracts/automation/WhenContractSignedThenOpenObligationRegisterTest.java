package io.milepost.contracts.automation;

import static io.milepost.contracts.automation.WhenContractSignedThenOpenObligationRegister.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.ContractEvent.ContractSigned;
import io.milepost.contracts.obligation.ObligationRegister.OpenObligationRegister;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Delivery;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenContractSignedThenOpenObligationRegisterTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final String OWED = """
            , "obligations": [{"code": "S-1", "debtor": "CUSTOMER", "title": "prepares the site", "daysAfterSigning": 30}]""";

    @Test
    @DisplayName("R-137, R-188: a contract under which something is owed has its register from the signature on")
    void opens_the_register() {
        var command = reaction(OWED).orElseThrow();
        assertThat(command.target()).isEqualTo(CONTRACT);
        assertThat(command.command()).isEqualTo(new OpenObligationRegister(CONTRACT, "kim"));
        assertThat(reaction(OWED)).as("told twice").contains(command);
    }

    @Test
    void nothing_follows_where_nothing_is_owed() {
        assertThat(reaction("")).isEmpty();
    }

    @Test
    @DisplayName("A register that somebody has opened before ends the story; a schedule that somebody planned does not")
    void is_settled_by_a_register_that_is_there() {
        assertThat(parked(AUTOMATION)).isNull();
        assertThat(parked(WhenContractSignedThenPlanPayments.AUTOMATION)).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void reads_every_sample_of_the_contract() {
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            assertThat(sample.as(ContractSigned.class).owner()).isNotBlank();
        }
    }

    private static @Nullable String parked(Automation<?> automation) {
        return Delivery.deliver(
                event(OWED), automation, _ -> CompletableFuture.completedFuture(new Outcome.AlreadyExists(CONTRACT)));
    }

    private static Optional<Reaction.Command> reaction(String obligations) {
        var event = event(obligations);
        return AUTOMATION.reaction().to(event, event.as(ContractSigned.class));
    }

    private static Inbound event(String obligations) {
        return ProducerSamples.event("contract", AUTOMATION.type(), """
                {"opportunityId": "01900000-0000-7000-8000-0000000000b1", "accountId": "01900000-0000-7000-8000-00000000000a",
                 "owner": "kim", "basis": "QUOTATION", "value": {"amount": "4514.00", "currency": "USD"},
                 "signedOn": "2026-03-01"%s}
                """.formatted(obligations));
    }
}
