package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.ProducerSamples;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What reports know of a contract that was given up, or signed by mistake. */
class WithdrawnContractTest {

    @Test
    @DisplayName(
            "R-100: a contract that was given up before anybody signed it is in preparation no more, and not signed")
    void it_is_in_preparation_no_more() {
        var drafted = told(null, "contract.drafted.v1", """
            {"owner": "kim", "value": {"amount": "10.00", "currency": "USD"}}\
            """);
        assertThat(drafted.drafted()).isTrue();
        var withdrawn = told(drafted, "contract.withdrawn.v1", "{}");
        assertThat(withdrawn.drafted()).isFalse();
        assertThat(withdrawn.signed()).isFalse();
        assertThat(withdrawn.trend()).isEmpty();
    }

    @Test
    @DisplayName(
            "Decision 44: a contract that was signed by mistake counts until it is void, and from then on for nothing")
    void a_void_contract_counts_for_nothing() {
        var signed = told(told(null, "contract.drafted.v1", """
            {"owner": "kim", "accountId": "01900000-0000-7000-8000-0000000000a3",
             "value": {"amount": "10.00", "currency": "USD"}}\
            """), "contract.signed.v1", """
            {"owner": "kim", "value": {"amount": "10.00", "currency": "USD"}, "signedOn": "2026-03-01"}\
            """);
        assertThat(signed.signed()).isTrue();
        assertThat(signed.trend()).isNotEmpty();
        assertThat(signed.signers()).isNotEmpty();
        var voided = told(signed, "contract.voided.v1", "{\"on\": \"2026-03-09\"}");
        assertThat(voided.signed()).isFalse();
        assertThat(voided.drafted()).isFalse();
        assertThat(voided.signedMonth()).isNull();
        assertThat(voided.trend()).isEmpty();
        assertThat(voided.signers()).isEmpty();
        assertThat(voided.day()).as("past days stay as they were").isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private static Contract told(@Nullable Contract before, String type, String json) {
        var fold = new Contract.Folding(ZoneOffset.UTC);
        assertThat(fold.types()).contains(type);
        return fold.apply(before, ProducerSamples.event("contract", type, json));
    }
}
