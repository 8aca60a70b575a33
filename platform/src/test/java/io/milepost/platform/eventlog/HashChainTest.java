package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final Instant WHEN = Instant.parse("2017-03-01T10:15:30.123Z");

    @Test
    @DisplayName("I13: the hash of a content is the same for ever, whatever the program's version")
    void the_hash_of_a_content_is_the_same_for_ever() {
        var events = List.of(
                new StoredEvent(
                        7,
                        new UUID(1, 2),
                        "lead.captured",
                        1,
                        WHEN,
                        WHEN.minusSeconds(86_400),
                        "{\"name\":\"Żółć\"}".getBytes(StandardCharsets.UTF_8),
                        Map.of("subject", "s", "root", "r", "actor", "ä"),
                        Set.of("lead=1", "name=ж")),
                new StoredEvent(
                        8, new UUID(3, 4), "lead.scored", 2, WHEN, WHEN, new byte[70_000], Map.of(), Set.of("lead=1")));
        var commit = new StoredCommit(
                7, 8, "request", new byte[] {1, 2, 3}, "w:e", new byte[0], Set.of("name=ж", "lead=1"), events);

        assertThat(HexFormat.of().formatHex(HashChain.next(HashChain.START, commit)))
                .isEqualTo("560ae4fa2db702cd3e67b9e3a1260863eb95543ff86e50cd9f38b7c90b948b4c");
    }
}
