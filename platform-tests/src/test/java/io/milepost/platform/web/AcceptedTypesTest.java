package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AcceptedTypesTest {

    @BeforeAll
    static void start() {
        ParcelService.shared();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/v1/log/keys", "/problems/NOT_FOUND", "/v1/parcels", "/nowhere"})
    @DisplayName("operate.md 1.3: whoever accepts nonsense is refused, anonymous too, and fills no log")
    void nonsense_in_accept_is_no_fault_of_ours(String path, CapturedOutput output) {
        int before = output.getAll().length();

        var answer = new Client(ParcelService.shared().url(), null).get(path, "Accept", "x");

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(output.getAll().substring(before))
                .doesNotContain("\"level\":\"ERROR\"")
                .hasSizeLessThan(2_000);
    }
}
