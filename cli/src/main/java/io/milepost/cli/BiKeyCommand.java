package io.milepost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Desk;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import java.io.PrintStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;

/** Issues the key of a BI tool. The secret is drawn here and only its hash is sent. */
final class BiKeyCommand implements SubCommand {
    private static final int SECRET_BYTES = 32;

    @Override
    public String help() {
        return """
                issue a key by which a BI tool reads reports
                Usage: milepost bi-key NAME [--member CODE [--access OWN|TEAM|SUBTREE|ALL]] [--last-day 2027-12-31]
                   [--lead-url http://localhost:8081] [--issuer-url http://localhost:8090]
                Prints the id and the secret, which the tool sends as user name and password (HTTP Basic). The secret is shown this
                once and is stored nowhere. The key sees what the member owns, or as much more as --access says, and everything without --member; it reads reports and
                datasets, and nothing else. Another secret, or the end of a key: the commands replace-secret and revoke-bi-key of
                lead-service.""";
    }

    @Override
    public Set<String> options() {
        return Set.of("member", "access", "last-day", "lead-url", "issuer-url");
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        var secret = secret();
        var body = new LinkedHashMap<String, String>();
        body.put("id", UUID.randomUUID().toString());
        body.put("name", arguments.onlyWord("name of the tool"));
        body.put("secretHash", hash(secret));
        arguments.option("member").ifPresent(member -> body.put("member", member));
        arguments.option("access").ifPresent(access -> body.put("access", access));
        arguments.option("last-day").ifPresent(day -> body.put("lastDay", day));
        var lead = arguments.address("lead-url", "http://localhost:8081");
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        var patience = Patience.of(Duration.ofSeconds(10), why -> err.println("waiting: " + why));
        try (var http = Http.client()) {
            var answer = new Desk(http, issuer, patience).command("OPERATOR", URI.create(lead + "/v1/bi-keys"), body);
            if (answer.status() != 201) {
                throw new Failure("the key is not issued: "
                        + answer.body().path("detail").asString(answer.body().toString()));
            }
        }
        out.println("user name: " + body.get("id"));
        out.println("password:  " + secret);
        return 0;
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
