package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class SuitePartsTest {

    @Test
    void run_and_leave_nothing_behind() throws Exception {
        Path keys;
        try (var parts = SuiteParts.start();
                var http = HttpClient.newHttpClient()) {
            var properties = parts.properties("lead");
            assertThat(properties)
                    .containsEntry("spring.mongodb.uri", parts.mongoUri())
                    .containsEntry("server.port", "0");
            assertThat(parts.arguments("lead"))
                    .contains("--spring.kafka.bootstrap-servers=" + parts.bootstrapServers());
            keys = Path.of(properties.get("milepost.security.key-file").toString());
            Files.writeString(keys, "as a service would");

            try (var admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
            var jwks = http.send(
                    HttpRequest.newBuilder(URI.create(properties
                                    .get("milepost.security.jwk-set-uri")
                                    .toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(jwks.body()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":");
        }
        assertThat(keys).doesNotExist();
        assertThat(keys.getParent()).doesNotExist();
    }

    @Test
    void are_started_once_for_all_who_share_them() {
        assertThat(SuiteParts.shared()).isSameAs(SuiteParts.shared());
    }
}
