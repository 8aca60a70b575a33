package io.milepost.reporting.read.mart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import io.milepost.platform.trail.Sender;
import io.milepost.reporting.read.mart.operate.Acts.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The chain of acts is that of the example under contracts/audit, by which others try their verifiers. */
class ActChainTest {

    @Test
    @DisplayName("R-189: each act's hash is of the act and of the hash before it, as the published example has it")
    void the_example() throws IOException {
        var lines = Files.readAllLines(Path.of(System.getProperty("contracts.dir"), "audit", "acts.ndjson"));
        var chain = new ActChain(0, new byte[32]);
        assertThat(lines).hasSize(3);
        for (var text : lines) {
            var line = Json.mapper().readTree(text);
            chain = chain.next(act(line));
            assertThat(chain.number()).isEqualTo(line.path("position").asLong());
            assertThat(HexFormat.of().formatHex(chain.hash()))
                    .isEqualTo(line.path("hash").asString());
        }
    }

    private static Act act(JsonNode line) {
        return new Act(
                UUID.fromString(line.path("id").asString()),
                Instant.parse(line.path("at").asString()),
                line.at("/detail/act").asString(),
                line.at("/detail/subject").asString(),
                new Sender(
                        line.path("actor").asString(),
                        line.path("member").asString(null),
                        line.path("client").asString(null)));
    }
}
