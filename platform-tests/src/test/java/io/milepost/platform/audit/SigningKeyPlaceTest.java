package io.milepost.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.web.Client;
import io.milepost.platform.web.ParcelService;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyPlaceTest {

    @Test
    @DisplayName(
            "operate.md 1.5: the signing key has a place of its own, so that the key file may be on a read-only mount")
    void checkpoints_are_signed_by_the_key_in_the_place_that_a_deployment_names(@TempDir Path folder) {
        var file = folder.resolve("own.signing");
        try (var service = ParcelService.with("--milepost.security.signing-key-file=" + file)) {
            assertThat(new Client(service.url(), null).get("/v1/log/keys").text())
                    .contains(SigningKey.open(file).x());
        }
    }
}
