package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.ProducerSamples;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What reports know of a contract that was given up. */
class WithdrawnContractTest {

    @Test
    @DisplayName(
            "R-100: a contract that was given up before anybody signed it is in preparation no more, and not signed")
    void it_is_in_preparation_no_more() {
        var drafted = told(null, "contract.drafted.v1", """
                {"owner": "kim", "value": {"amount": "10.00", "currency": "USD"}}""");
        assertThat(drafted.drafted()).isTrue();
        var withdrawn = told(drafted, "contract.withdrawn.v1", "{}");
        assertThat(withdrawn.drafted()).isFalse();
        assertThat(withdrawn.signed()).isFalse();
        assertThat(withdrawn.trend()).isEmpty();
    }

    private static Contract told(@Nullable Contract before, String type, String json) {
        var fold = new Contract.Folding(ZoneOffset.UTC);
        assertThat(fold.types()).contains(type);
        return fold.apply(before, ProducerSamples.event("contract", type, json));
    }
}
