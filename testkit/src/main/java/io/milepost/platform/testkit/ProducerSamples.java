package io.milepost.platform.testkit;

import io.milepost.platform.documents.JsonText;
import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What another service has approved as samples of its events, as a consumer meets them: full, minimal, every shape there ever was. */
public final class ProducerSamples {
    public static final UUID SUBJECT = UUID.fromString("01900000-0000-7000-8000-0000000000f1");

    private ProducerSamples() {}

    /** At least one, else the test fails: an event without samples is not published. */
    public static List<Inbound> of(String source, String aggregate, String type) {
        var file = Path.of(System.getProperty("contracts.dir"), source, aggregate + ".samples.ndjson");
        var samples = ContractFiles.read(file)
                .lines()
                .map(JsonText::read)
                .filter(sample -> sample.path("type").asString().equals(type))
                .map(sample -> event(source, type, sample.path("data").toString()))
                .toList();
        if (samples.isEmpty()) {
            throw new AssertionError("%s has no sample of %s".formatted(file, type));
        }
        return samples;
    }

    /** An event of another service as it comes off the topic. */
    public static Inbound event(String source, String type, String json) {
        return new Inbound(
                source,
                type,
                SUBJECT,
                UUID.fromString("01900000-0000-7000-8000-0000000000f2"),
                1,
                "epoch",
                Scenario.NOW,
                Scenario.NOW,
                "someone",
                "correlation",
                SUBJECT.toString(),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
