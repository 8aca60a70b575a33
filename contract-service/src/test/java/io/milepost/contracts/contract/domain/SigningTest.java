package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.*;
import static io.milepost.contracts.contract.domain.Contracts.*;
import static io.milepost.contracts.contract.domain.Party.CUSTOMER;
import static io.milepost.contracts.contract.domain.Party.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-131, G15: the second signature concludes the contract")
class SigningTest {

    @Test
    void is_signed_on_the_day_of_the_later_signature() {
        aContractSignedBy(SELLER, YESTERDAY)
                .when(new SignContract(CUSTOMER, "Ann", null))
                .then(new ContractPartySigned(CUSTOMER, "Ann", TODAY), signed(TODAY));
        aContractSignedBy(CUSTOMER, TODAY)
                .when(new SignContract(SELLER, "Kim", YESTERDAY))
                .then(new ContractPartySigned(SELLER, "Kim", YESTERDAY), signed(TODAY));
    }

    @Test
    void tells_the_revised_value() {
        var value = usd("4821.00");
        aDraft().given(new ContractRevised(VALUE, value, List.of(line("GTX Pro", "1", "4821.00")), TERMS, null, null))
                .given(by(SELLER, TODAY))
                .when(new SignContract(CUSTOMER, null, null))
                .then(
                        new ContractPartySigned(CUSTOMER, null, TODAY),
                        new ContractSigned(OPPORTUNITY, ACCOUNT, "kim", value, TODAY, Basis.QUOTATION, null));
    }

    @Test
    void an_agreed_day_counts_from_the_signature_on() {
        signedWithAgreedDay(TODAY, new ContractBecameEffective(TODAY));
        signedWithAgreedDay(YESTERDAY.minusDays(9), new ContractBecameEffective(TODAY));
        signedWithAgreedDay(TODAY.plusDays(1));
    }

    private void signedWithAgreedDay(LocalDate agreed, ContractEvent... effect) {
        var terms = new Terms("ISO 9001", TODAY, "30 days net", "delivery", "1 year", agreed);
        var events = nothing()
                .given(drafted(Basis.QUOTATION, LINES, terms), by(SELLER, YESTERDAY))
                .when(new SignContract(CUSTOMER, null, TODAY))
                .decision()
                .events();
        assertThat(events).startsWith(new ContractPartySigned(CUSTOMER, null, TODAY), signed(TODAY));
        assertThat(events.subList(2, events.size())).containsExactly(effect);
    }
}
