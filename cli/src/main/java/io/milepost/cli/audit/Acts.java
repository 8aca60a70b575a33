package io.milepost.cli.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;

/** The chain of what operators did to reporting-service, which keeps no log: recomputed from what the trail tells of it. */
final class Acts {
    private Acts() {}

    /** @param pages lines after a number, in order; none at the end */
    static Audit.Outcome walk(LongFunction<List<JsonNode>> pages) {
        var hash = new byte[32];
        long number = 0;
        for (var page = pages.apply(0); !page.isEmpty(); page = pages.apply(number)) {
            for (var line : page) {
                if (line.path("position").asLong(-1) != number + 1) {
                    return new Audit.Outcome.Broken("at %d: there is no such act; the next one is %d"
                            .formatted(number + 1, line.path("position").asLong(-1)));
                }
                hash = hashOf(hash, line);
                number++;
                if (!HexFormat.of().formatHex(hash).equals(line.path("hash").asString(""))) {
                    return new Audit.Outcome.Broken(
                            "at %d: the act was changed: what it says does not give its hash".formatted(number));
                }
            }
        }
        return new Audit.Outcome.Intact(number, number);
    }

    private static byte[] hashOf(byte[] before, JsonNode line) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            blob(out, before);
            out.writeLong(line.path("position").asLong());
            text(out, line.path("id"));
            out.writeLong(Instant.parse(line.path("at").asString("")).toEpochMilli());
            text(out, line.at("/detail/act"));
            text(out, line.at("/detail/subject"));
            text(out, line.path("actor"));
            text(out, line.path("member"));
            text(out, line.path("client"));
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (DateTimeException noTime) {
            return new byte[0];
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void text(DataOutputStream out, JsonNode text) throws IOException {
        blob(out, text.asString("").getBytes(StandardCharsets.UTF_8));
    }

    private static void blob(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
