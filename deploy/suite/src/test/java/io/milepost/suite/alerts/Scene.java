package io.milepost.suite.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.Client;
import io.milepost.suite.Client.Reply;
import io.milepost.suite.Desk;
import io.milepost.suite.Part;
import io.milepost.suite.RunningSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where faults are brought about: a suite under load, a client of it, and the Prometheus that looks at it. */
record Scene(RunningSuite suite, Client client, Prometheus prometheus) {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    static final String OPERATOR = "OPERATOR";

    /** A command that has to be done. */
    void command(Part part, String role, String path, Map<String, Object> body) {
        answered(client.command(part, role, path, UUID.randomUUID(), body));
    }

    /** Items of one batch, each of which has to be done. */
    void batch(Part part, Object... items) {
        var said = answered(
                client.command(part, "IMPORTER", "/v1/batch", UUID.randomUUID(), Map.of("items", List.of(items))));
        assertThat(said.body().path("items"))
                .hasSize(items.length)
                .allSatisfy(item ->
                        assertThat(item.path("status").asInt()).as("%s", item).isLessThan(300));
    }

    static Desk.Item item(String command, UUID id, Map<String, Object> body) {
        return new Desk.Item(command, id, UUID.randomUUID(), body);
    }

    private static Reply.Answered answered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        var answered = (Reply.Answered) reply;
        assertThat(answered.status()).as("%s", answered.body()).isLessThan(300);
        return answered;
    }

    /** A program of this machine, which has to succeed. */
    static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
