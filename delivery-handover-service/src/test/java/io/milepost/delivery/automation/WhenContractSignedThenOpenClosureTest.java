package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenContractSignedThenOpenClosure.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenContractSignedThenOpenClosureTest {
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000b2");
    private static final Scenario<Closure, Closure.Command, Closure.Event> NOTHING =
            Scenario.of(ClosureCatalogue.CLOSURE);

    @Test
    @DisplayName("R-184: the signed contract opens its closure under its own id, whatever it rests on")
    void opens_the_closure_of_the_contract() {
        assertThat(reaction().target()).isEqualTo(ProducerSamples.SUBJECT);
        assertThat(reaction().command()).isEqualTo(new OpenClosure(OPPORTUNITY, ACCOUNT, null, null));
    }

    @Test
    void the_same_contract_twice_is_one_closure() {
        var opened = NOTHING.when(command()).decision().events().getFirst();
        assertThat(reaction()).isEqualTo(reaction());
        NOTHING.given(opened).when(command()).thenTaken();
    }

    @Test
    @DisplayName("Domain 3.5: nothing settles it but the closure; whatever is in the way is parked")
    void no_refusal_ends_the_story() {
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            var open = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(ContractSigned.class))
                    .orElseThrow();
            assertThat(NOTHING.when(open.command()).decision()).isInstanceOf(Decision.Accepted.class);
        }
    }

    private static Record command() {
        return reaction().command();
    }

    private static Reaction.Command reaction() {
        var json = """
                {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "basis": "A_BASIS_OF_LATER",
                 "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "2026-03-01"}
                """.formatted(OPPORTUNITY, ACCOUNT);
        var event = ProducerSamples.event("contract", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(ContractSigned.class)).orElseThrow();
    }
}
