package io.milepost.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Audits the example under contracts/audit, as it stands and spoilt: commits of positions 1 to 2, 3 and 4, a checkpoint at 3. */
class AuditTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EXAMPLE = Path.of(System.getProperty("contracts.dir"), "audit");

    private final LogServer server = new LogServer();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    AuditTest() {
        server.commits = lines();
        server.checkpoint = example("checkpoint.json");
        server.keys = example("keys.json");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String example(String name) {
        try {
            return Files.readString(EXAMPLE.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines() {
        return new ArrayList<>(example("commits.ndjson").lines().toList());
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode checkpoint() {
        return (ObjectNode) JSON.readTree(example("checkpoint.json"));
    }

    /** Runs the command against the server; what it printed can be read afterwards. */
    private int audit(String... words) {
        return run(Arrays.asList(words), server.options());
    }

    private int run(List<String> words, List<String> options) {
        var all = new ArrayList<>(words);
        all.addAll(options);
        var command = new AuditCommand();
        out.reset();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return command.run(Arguments.parse(all, command.options(), command.flags()), stream, stream);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The line with this byte of its content changed. */
    private static String flipped(String line, int at) {
        var json = (ObjectNode) JSON.readTree(line);
        var content = Base64.getDecoder().decode(json.get("content").asString());
        content[at] ^= 1;
        return json.put("content", Base64.getEncoder().encodeToString(content)).toString();
    }

    @Test
    void a_log_that_nobody_touched_is_intact() {
        assertThat(audit("verify", "lead")).isZero();
        assertThat(said())
                .contains("lead: intact, 3 commits up to position 4", "checkpoint of 2026-03-31T12:00:01.500Z");
        assertThat(audit(
                        "verify",
                        "lead-service",
                        "--checkpoint",
                        EXAMPLE.resolve("checkpoint.json").toString()))
                .isZero();
    }

    /** What a trail tells of the example, if it is true. */
    private static List<String> trail() {
        var told = new ArrayList<String>();
        for (var line : lines()) {
            try {
                var content = Content.read(Base64.getDecoder()
                        .decode(JSON.readTree(line).get("content").asString()));
                long position = content.first();
                for (var event : content.events()) {
                    told.add(JSON.createObjectNode()
                            .put("position", position++)
                            .put("kind", "DONE")
                            .put("id", event.id())
                            .put("type", event.type())
                            .put("at", Instant.ofEpochMilli(event.recordedAt()).toString())
                            .put("actor", event.metadata().get("actor"))
                            .toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return told;
    }

    @Test
    @DisplayName("R-189: a trail that tells what the log says is intact, also where it has not come to its end")
    void a_true_trail() {
        server.trail = trail();
        assertThat(audit("verify", "lead", "--trail")).as(said()).isZero();
        assertThat(said()).contains("the trail tells the same up to position 4");
        server.trail = trail().subList(0, 2);
        assertThat(audit("verify", "lead", "--trail")).isZero();
        assertThat(said()).contains("up to position 2");
    }

    @Test
    @DisplayName("R-189: a line that was changed, taken out or put into the trail is found at its position")
    void a_false_trail() {
        for (var field : List.of("id", "type", "at", "actor")) {
            var changed = trail();
            changed.set(
                    2,
                    ((ObjectNode) JSON.readTree(changed.get(2)))
                            .put(field, "2026-01-01T00:00:00Z")
                            .toString());
            server.trail = changed;
            assertThat(audit("verify", "lead", "--trail")).as(field).isEqualTo(2);
            assertThat(said()).contains("of position 3").contains(field.equals("at") ? "time" : field);
        }
        var without = trail();
        without.remove(1);
        server.trail = without;
        assertThat(audit("verify", "lead", "--trail")).isEqualTo(2);
        assertThat(said()).contains("does not tell of position 2");
        var more = trail();
        more.add(((ObjectNode) JSON.readTree(more.getLast())).put("position", 5).toString());
        server.trail = more;
        assertThat(audit("verify", "lead", "--trail")).isEqualTo(2);
        assertThat(said()).contains("position 5, which the log does not have");
    }

    @Test
    @DisplayName("R-189: a trail that is still coming is not a false one, and one that ends before its promise is")
    void a_trail_on_its_way() {
        var without = trail();
        without.remove(1);
        server.trail = without;
        server.complete = "lead=1,opportunity=9";
        assertThat(audit("verify", "lead", "--trail")).as(said()).isZero();
        assertThat(said()).contains("up to position 1");
        server.complete = "lead=2,opportunity=9";
        assertThat(audit("verify", "lead", "--trail")).isEqualTo(2);
        assertThat(said()).contains("does not tell of position 2");
        server.trail = trail().subList(0, 3);
        server.complete = "lead=4";
        assertThat(audit("verify", "lead", "--trail")).isEqualTo(2);
        assertThat(said()).contains("does not tell of position 4");
        server.complete = "lead=3";
        assertThat(audit("verify", "lead", "--trail")).isZero();
    }

    @Test
    @DisplayName("R-189: acts of operators on the reports are a chain; one that was changed or taken out is found")
    void acts_are_chained() {
        // As OperatorActsIT has it of the service: number, id, time, what, to what, by whom.
        var acts = new ArrayList<>(example("acts.ndjson").lines().toList());
        server.trail = List.copyOf(acts);
        assertThat(audit("verify", "reporting")).as(said()).isZero();
        assertThat(said()).contains("reporting: intact, 3 acts of operators");
        for (var field : List.of("actor", "member", "id", "at")) {
            var changed = new ArrayList<>(acts);
            changed.set(
                    1,
                    ((ObjectNode) JSON.readTree(acts.get(1)))
                            .put(field, field.equals("at") ? "2026-01-01T00:00:00Z" : "else")
                            .toString());
            server.trail = changed;
            assertThat(audit("verify", "reporting")).as(field).isEqualTo(2);
            assertThat(said()).contains("reporting: at 2: the act was changed");
        }
        acts.remove(1);
        server.trail = acts;
        assertThat(audit("verify", "reporting")).isEqualTo(2);
        assertThat(said()).contains("at 2: there is no such act");
    }

    @Test
    void every_flipped_byte_of_a_copy_is_found_at_the_commit_that_it_is_of() {
        for (int line = 0; line < 3; line++) {
            var content = Base64.getDecoder()
                    .decode(JSON.readTree(lines().get(line)).get("content").asString());
            var position = List.of(1, 3, 4).get(line);
            for (int at = 0; at < content.length; at++) {
                var spoilt = lines();
                spoilt.set(line, flipped(spoilt.get(line), at));
                var copy = file("copy.ndjson", String.join("\n", spoilt));

                assertThat(run(List.of("verify", "lead", "--commits", copy), List.of()))
                        .isEqualTo(2);
                assertThat(said())
                        .as("byte %d of %s", at, spoilt.get(line))
                        .startsWith("lead: at position " + position + ":");
            }
        }
        var copy = file("copy.ndjson", example("commits.ndjson"));
        assertThat(run(List.of("verify", "lead", "--commits", copy), List.of())).isZero();
        assertThat(said()).contains("intact, 3 commits up to position 4");
    }

    @Test
    void a_commit_that_is_missing_or_unreadable_is_named() {
        server.commits = List.of(lines().get(0), lines().get(2));
        assertThat(audit("verify", "lead")).isEqualTo(2);
        assertThat(said()).contains("at position 3: there is no commit at 3; the next one is at 4");

        server.commits = List.of(lines().get(0), "{\"first\":3,\"fault\":\"the document cannot be read as a commit\"}");
        assertThat(audit("verify", "lead")).isEqualTo(2);
        assertThat(said()).contains("at position 3: the document cannot be read as a commit");

        server.commits =
                List.of(lines().get(0), lines().get(1).replace("\"first\":3,\"last\":3", "\"first\":3,\"last\":9"));
        assertThat(audit("verify", "lead")).isEqualTo(2);
        assertThat(said()).contains("at position 3: the commit is of other positions");
    }

    @Test
    void a_log_that_lost_its_end_is_not_the_one_of_the_checkpoint() {
        server.commits = List.of(lines().getFirst());

        assertThat(audit("verify", "lead")).isEqualTo(2);
        assertThat(said()).contains("the log ends at position 2, before the checkpoint's position 3");
    }

    @Test
    void a_history_that_was_written_anew_fits_together_but_not_to_the_checkpoint_of_before() throws Exception {
        // Whoever has the store can make all hashes anew.
        var forged = rewritten();
        var copy = file("forged.ndjson", forged);
        var kept = EXAMPLE.resolve("checkpoint.json").toString();
        var keys = EXAMPLE.resolve("keys.json").toString();

        assertThat(run(List.of("verify", "lead", "--commits", copy), List.of())).isZero();
        assertThat(run(List.of("verify", "lead", "--commits", copy, "--checkpoint", kept, "--keys", keys), List.of()))
                .isEqualTo(2);
        assertThat(said()).contains("at position 3: the history up to here is not the one of the checkpoint");
    }

    /** The example with another payload in its first commit and all hashes made anew. */
    private static String rewritten() throws GeneralSecurityException {
        var text = new StringBuilder();
        var hash = new byte[32];
        for (var line : lines()) {
            var json = (ObjectNode) JSON.readTree(line);
            var content = Base64.getDecoder().decode(json.get("content").asString());
            var score = new String(content, StandardCharsets.ISO_8859_1).indexOf("\"score\":7");
            if (score > 0) {
                content[score + 8] = '9';
            }
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(new byte[] {0, 0, 0, 32});
            sha.update(hash);
            hash = sha.digest(content);
            json.put("hash", HexFormat.of().formatHex(hash));
            text.append(json.put("content", Base64.getEncoder().encodeToString(content)))
                    .append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "epoch", "hash", "time", "position"})
    void a_checkpoint_that_was_changed_is_refused(String field) {
        var forged = checkpoint();
        switch (field) {
            case "position" -> forged.put(field, 2);
            case "hash" -> forged.put(field, "0".repeat(64));
            case "service" -> forged.put(field, "contract");
            default -> forged.put(field, "2026-04-01T00:00:00Z");
        }
        var file = file("forged.json", forged.toString());

        assertThat(audit("verify", "lead", "--checkpoint", file)).isEqualTo(2);
        assertThat(said()).contains("is not to be believed", "its signature is not of what it says");
        assertThat(audit(
                        "verify",
                        "lead",
                        "--checkpoint",
                        file("true.json", checkpoint().toString())))
                .isZero();
    }

    @Test
    void a_checkpoint_of_another_key_is_refused_even_if_it_names_the_right_one() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var forged = signed(checkpoint().put("position", 2), pair);
        assertThat(audit("verify", "lead", "--checkpoint", file("forged.json", forged.toString())))
                .isEqualTo(2);
        assertThat(said()).contains("its signature is not of what it says");

        var stranger = forged.deepCopy().put("keyId", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(audit("verify", "lead", "--checkpoint", file("stranger.json", stranger.toString())))
                .isEqualTo(2);
        assertThat(said()).contains("which is none of the service's");
    }

    @Test
    void a_service_that_changed_its_key_is_not_believed_by_the_keys_of_before() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var raw = pair.getPublic().getEncoded();
        var x = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(raw, 12, 44));
        server.keys = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}]}"
                .formatted(checkpoint().get("keyId").asString(), x);
        server.checkpoint = signed(checkpoint(), pair).toString();

        assertThat(audit("verify", "lead"))
                .as("the id that is stated is not the key's")
                .isEqualTo(2);
        assertThat(audit(
                        "verify", "lead", "--keys", EXAMPLE.resolve("keys.json").toString()))
                .isEqualTo(2);

        server.checkpoint = checkpoint().toString();
        assertThat(audit(
                        "verify", "lead", "--keys", EXAMPLE.resolve("keys.json").toString()))
                .isZero();
    }

    private static ObjectNode signed(ObjectNode checkpoint, KeyPair pair) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(Checkpoint.read(checkpoint.toString(), "test").signed().getBytes(StandardCharsets.UTF_8));
        return checkpoint.put(
                "signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
    }

    @Test
    void what_came_after_a_checkpoint_is_read_alone() {
        var kept = EXAMPLE.resolve("checkpoint.json").toString();

        assertThat(audit("verify", "lead", "--checkpoint", kept, "--since-checkpoint"))
                .isZero();
        assertThat(said()).contains("intact, 1 commits up to position 4");
        assertThat(server.asked().stream().filter(path -> path.contains("commits")))
                .containsExactly("/v1/log/commits?limit=500&after=3", "/v1/log/commits?limit=500&after=4");
        server.commits = IntStream.range(0, 3)
                .mapToObj(line -> line == 2 ? flipped(lines().get(2), 90) : lines().get(line))
                .toList();
        assertThat(audit("verify", "lead", "--checkpoint", kept, "--since-checkpoint"))
                .isEqualTo(2);
        assertThat(said()).contains("at position 4:");
    }

    @Test
    void a_checkpoint_is_written_as_it_was_answered() throws Exception {
        var file = folder.resolve("kept.json");

        assertThat(audit("checkpoint", "lead", "--out", file.toString())).isZero();
        assertThat(said()).isEmpty();
        assertThat(JSON.readTree(Files.readString(file))).isEqualTo(checkpoint());
        assertThat(audit("checkpoint", "lead")).isZero();
        assertThat(JSON.readTree(said())).isEqualTo(checkpoint());
    }

    @Test
    void a_call_that_means_nothing_says_so() {
        assertThatThrownBy(() -> audit("checkpoint", "reporting"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no service reporting");
        assertThatThrownBy(() -> audit("verify")).hasMessageContaining("expected verify or checkpoint");
        assertThatThrownBy(() -> audit("burn", "lead")).hasMessageContaining("not burn");
        assertThatThrownBy(() -> audit("verify", "lead", "--since-checkpoint"))
                .hasMessageContaining("needs --checkpoint");
        assertThatThrownBy(() -> audit("verify", "lead", "--checkpoint", file("x", "{}")))
                .hasMessageContaining("is not a checkpoint");
        assertThatThrownBy(() -> audit(
                        "verify", "lead", "--checkpoint", folder.resolve("no").toString()))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> audit("verify", "lead", "--keys", file("y", "{}")))
                .hasMessageContaining("no Ed25519 key");
    }
}
