package io.milepost.reporting.read.mart.operate;

import io.milepost.reporting.read.mart.operate.Acts.Act;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain of acts stands, as docs/audit.md says what its hashes are of. Whoever changes or takes away a row has to write anew all
 * that follow, which whoever has noted a later hash sees.
 *
 * @param number of the act, from 1
 */
record ActChain(long number, byte[] hash) {
    private static final ActChain NONE = new ActChain(0, new byte[32]);

    static ActChain last(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "select number, hash from %s where number is not null order by number desc limit 1"
                        .formatted(Acts.TABLE))) {
            var rows = select.executeQuery();
            return rows.next() ? new ActChain(rows.getLong(1), rows.getBytes(2)) : NONE;
        }
    }

    ActChain next(Act act) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            blob(out, hash);
            out.writeLong(number + 1);
            text(out, act.id().toString());
            out.writeLong(act.at().toEpochMilli());
            text(out, act.name());
            text(out, act.subject());
            text(out, act.by().actor());
            text(out, act.by().member());
            text(out, act.by().client());
            return new ActChain(number + 1, MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        blob(out, text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void blob(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
