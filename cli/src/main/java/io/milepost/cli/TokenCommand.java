package io.milepost.cli;

import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Tokens;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Prints an access token of the local issuer, for trying the API by hand. */
final class TokenCommand implements SubCommand {

    @Override
    public String help() {
        return """
                print an access token for a role
                Usage: milepost token ROLE [--issuer-url http://localhost:8090]
                ROLE is a role of the suite, such as SALES_REP or OPERATOR. The local issuer has one client per role:
                its id is the role in lower case, its secret local-<id>. Only the token goes to stdout:
                  curl -H "Authorization: Bearer $(./milepost token SALES_REP)" http://localhost:8082/v1/opportunities""";
    }

    @Override
    public Set<String> options() {
        return Set.of("issuer-url");
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        var client = arguments.onlyWord("role").toLowerCase(Locale.ROOT);
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        var patience = Patience.of(Duration.ofSeconds(10), why -> err.println("waiting: " + why));
        try (var http = Http.client()) {
            out.println(
                    new Tokens(http, issuer, Credentials.local(client), patience, InstantSource.system()).current());
        }
        return 0;
    }
}
