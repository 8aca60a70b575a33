package io.milepost.cli.audit;

import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import io.milepost.cli.SubCommand;
import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Reads;
import io.milepost.cli.suite.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Verifies the log of a service, and takes checkpoints of it. */
public final class AuditCommand implements SubCommand {

    @Override
    public String help() {
        return """
            verify a service's log against its hash chain and signed checkpoints
            Usage: milepost audit checkpoint SERVICE [--out FILE]
                   milepost audit verify SERVICE [--checkpoint FILE] [--since-checkpoint] [--keys FILE]
                   milepost audit verify SERVICE --trail
                   milepost audit verify reporting
                   milepost audit verify SERVICE --commits FILE [--checkpoint FILE --keys FILE]
            SERVICE is lead, opportunity, contract or delivery. A checkpoint says where the chain ended; keep it where
            the service cannot reach it. verify recomputes every hash from the stored bytes and names the first
            position that does not fit. Without files it can show that what is there fits together; with a checkpoint
            of before, that it is still the history of then. With --trail, GET /v1/audit of reporting-service has to tell of
            each event what the log says. reporting is what operators did to reporting-service, a chain of its own.
              --checkpoint FILE     the log must still hold what this checkpoint was taken of
              --since-checkpoint    read only what came after it
              --keys FILE           keys to believe, as GET /v1/log/keys answered once; default: the service's now
              --commits FILE        a copy of what GET /v1/log/commits answered, instead of the service
              --out FILE            where to write the checkpoint; default: standard output
              --trail               hold the trail of all services against the log
              --lead-url URL and so on, --issuer-url URL, --client ID (operator), --secret TEXT or the environment's
              MILEPOST_CLIENT_SECRET
            Exit codes: 0 intact; 2 changed, incomplete or not the checkpoint's; 1 could not be finished.\
            """;
    }

    @Override
    public Set<String> options() {
        var options = new HashSet<>(Site.options());
        options.addAll(Set.of("checkpoint", "keys", "commits", "out", "issuer-url", "client", "secret"));
        return options;
    }

    @Override
    public Set<String> flags() {
        return Set.of("since-checkpoint", "trail");
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        if (arguments.words().size() != 2) {
            throw new Failure("expected verify or checkpoint, and a service");
        }
        if (arguments.words().equals(List.of("verify", "reporting"))) {
            return reading(arguments, err, reads -> verifyActs(arguments, reads, out));
        }
        var name = Site.named(arguments.words().getLast());
        return switch (arguments.words().getFirst()) {
            case "verify" ->
                arguments.option("commits").isPresent()
                        ? verifyCopy(arguments, name, out)
                        : atSite(arguments, name, err, site -> verify(arguments, site, out));
            case "checkpoint" ->
                atSite(arguments, name, err, site -> {
                    write(site.checkpoint(), arguments.option("out").orElse(null), out);
                    return 0;
                });
            default ->
                throw new Failure("audit knows verify and checkpoint, not "
                        + arguments.words().getFirst());
        };
    }

    private interface Work {
        int at(Site site);
    }

    private static int atSite(Arguments arguments, String name, PrintStream err, Work work) {
        return reading(arguments, err, reads -> work.at(new Site(name, Site.addressOf(name, arguments), reads)));
    }

    private static int reading(Arguments arguments, PrintStream err, ToIntFunction<Reads> work) {
        var patience = Patience.of(Duration.ofSeconds(60), why -> err.println("waiting: " + why));
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        try (var http = Http.client()) {
            var tokens = new Tokens(http, issuer, credentials(arguments), patience, InstantSource.system());
            return work.applyAsInt(new Reads(http, tokens, patience));
        }
    }

    private static Credentials credentials(Arguments arguments) {
        var client = arguments.option("client").orElse("operator");
        return arguments
                .option("secret")
                .or(() -> Optional.ofNullable(System.getenv("MILEPOST_CLIENT_SECRET")))
                .map(secret -> new Credentials(client, secret))
                .orElseGet(() -> Credentials.local(client));
    }

    private static int verify(Arguments arguments, Site site, PrintStream out) {
        var keys = arguments.option("keys").map(AuditCommand::keys).orElseGet(site::keys);
        var kept = arguments.option("checkpoint").map(AuditCommand::checkpoint).orElse(null);
        // Where the service says that the log ends now: it must not hold less.
        var now = Checkpoint.read(site.checkpoint(), "the service's answer");
        var checkpoints = new ArrayList<>(List.of(now));
        if (kept != null) {
            checkpoints.add(kept);
        }
        var audit = new Audit(keys, site.name());
        if (!arguments.flag("trail")) {
            return told(site.name(), audit, checkpoints, start(arguments, kept), site::commits, out);
        }
        var reporting = Site.reporting(arguments);
        var trail = new Trail(after -> Site.trail(site.reads(), reporting, site.name(), after));
        LongFunction<List<JsonNode>> pages = after -> {
            var commits = site.commits(after);
            if (commits.isEmpty() && trail.goesOn(after)) {
                // It may tell of what has come since: asked after it, the log has it too.
                commits = site.commits(after);
            }
            trail.compare(after, commits);
            return commits;
        };
        int whole = told(site.name(), audit, checkpoints, start(arguments, kept), pages, out);
        if (trail.fault() != null) {
            out.println("the trail of %s: %s".formatted(site.name(), trail.fault()));
            return 2;
        }
        out.println("  the trail tells the same up to position " + trail.position());
        return whole;
    }

    private static int verifyActs(Arguments arguments, Reads reads, PrintStream out) {
        var from = Site.reporting(arguments);
        return switch (Acts.walk(
                after -> Site.trail(reads, from, "reporting", after).lines())) {
            case Audit.Outcome.Intact(long acts, long number) -> {
                out.printf("reporting: intact, %d acts of operators%n", acts);
                yield 0;
            }
            case Audit.Outcome.Broken(String what) -> {
                out.println("reporting: " + what);
                yield 2;
            }
        };
    }

    private static int verifyCopy(Arguments arguments, String name, PrintStream out) {
        var file = arguments.option("commits").orElseThrow();
        var kept = arguments.option("checkpoint").map(AuditCommand::checkpoint).orElse(null);
        if (kept != null && arguments.option("keys").isEmpty()) {
            throw new Failure("a checkpoint is worth nothing without --keys to believe it by");
        }
        var keys = arguments.option("keys").map(AuditCommand::keys).orElseGet(PublicKeys::none);
        try (var lines = Files.newBufferedReader(Path.of(file))) {
            return told(
                    name,
                    new Audit(keys, name),
                    kept == null ? List.of() : List.of(kept),
                    start(arguments, kept),
                    _ -> Lines.next(lines, file),
                    out);
        } catch (IOException unreadable) {
            throw new Failure("%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static Chain start(Arguments arguments, @Nullable Checkpoint kept) {
        if (!arguments.flag("since-checkpoint")) {
            return Chain.start();
        }
        if (kept == null) {
            throw new Failure("--since-checkpoint needs --checkpoint FILE");
        }
        return Chain.after(kept);
    }

    private static int told(
            String name,
            Audit audit,
            List<Checkpoint> checkpoints,
            Chain chain,
            LongFunction<List<JsonNode>> pages,
            PrintStream out) {
        for (var checkpoint : checkpoints) {
            var doubts = audit.doubts(checkpoint);
            if (!doubts.isEmpty()) {
                out.printf(
                        "%s: the checkpoint of %s at position %d is not to be believed: %s%n",
                        name, checkpoint.time(), checkpoint.position(), String.join(", and ", doubts));
                return 2;
            }
        }
        return switch (audit.walk(chain, checkpoints, pages)) {
            case Audit.Outcome.Intact(long commits, long position) -> {
                out.printf("%s: intact, %d commits up to position %d%n", name, commits, position);
                checkpoints.forEach(checkpoint -> out.printf(
                        "  holds the checkpoint of %s at position %d%n", checkpoint.time(), checkpoint.position()));
                yield 0;
            }
            case Audit.Outcome.Broken(String what) -> {
                out.println(name + ": " + what);
                yield 2;
            }
        };
    }

    private static Checkpoint checkpoint(String file) {
        return Checkpoint.read(read(file), file);
    }

    private static PublicKeys keys(String file) {
        return PublicKeys.read(read(file), file);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new Failure("%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static void write(String checkpoint, @Nullable String file, PrintStream out) {
        if (file == null) {
            out.println(checkpoint);
            return;
        }
        try {
            Files.writeString(Path.of(file), checkpoint + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new Failure("%s cannot be written: %s".formatted(file, unwritable.getMessage()), unwritable);
        }
    }
}
