package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.milepost.suite.Client.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done to a suite under load so that each alert fires, and undone so that it ends. */
final class Faults implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATOR = "OPERATOR";
    private static final String IMPORTER = "IMPORTER";

    private final RunningSuite suite;
    private final Client client;
    private final Prometheus prometheus;
    private final MartHand mart;
    private final LogHand logs;
    private final int debugPort = Prometheus.freePort();
    private final Path certificates;
    private final List<HttpServer> servers = new ArrayList<>();
    private @Nullable Debugger debugger;
    private @Nullable Process second;
    private int answer = 500;
    private UUID subject = UUID.randomUUID();

    Faults(RunningSuite suite, Client client, Prometheus prometheus) {
        this.suite = suite;
        this.client = client;
        this.prometheus = prometheus;
        this.mart = new MartHand(suite.martEnvironment());
        this.logs = new LogHand(suite);
        this.certificates = suite.folder().resolve("certificates");
    }

    /** In an order in which each finds a sound suite. */
    List<Fault> all() {
        return List.of(
                new Fault(
                        "kill -9 of contract-service",
                        Set.of("MilepostTargetDown"),
                        () -> suite.kill(Part.CONTRACT),
                        suite::superviseUntilReady),
                new Fault(
                        "kill -9 of database, broker and issuer",
                        Set.of(
                                "MilepostStoreUnavailable",
                                "MilepostConsumerNotPolling",
                                "MilepostDirectoryBehind",
                                "MilepostInstanceNotReady",
                                "MilepostRelayNotPublishing",
                                "MilepostUnavailable",
                                "MilepostCommandSuccessBurnFast",
                                "MilepostCommandSuccessBurnSlow",
                                "MilepostKeySetUnreadable"),
                        this::killServers,
                        suite::superviseUntilReady),
                new Fault(
                        "a database that hangs for longer than a commit may",
                        Set.of("MilepostLogNotAppending"),
                        () -> signal("STOP"),
                        () -> signal("CONT")),
                new Fault(
                        "a database that stops for most of each second",
                        Set.of("MilepostCommandLatencyBurnFast", "MilepostCommandLatencyBurnSlow"),
                        this::stutter,
                        () -> signal("CONT")),
                new Fault(
                        "a PostgreSQL that may only be read",
                        Set.of(
                                "MilepostReportFreshnessBurnFast",
                                "MilepostReportFreshnessBurnSlow",
                                "MilepostConsumerFailing",
                                "MilepostConsumerBehind"),
                        mart::close,
                        mart::open),
                new Fault(
                        "a row of the mart that somebody has changed",
                        Set.of("MilepostMartDiffers"),
                        () -> compare(mart::change),
                        () -> compare(mart::changeBack)),
                new Fault(
                        "no checkpoint of a log is taken",
                        Set.of("MilepostAuditCheckpointMissing"),
                        () -> {},
                        this::takeCheckpoints),
                new Fault(
                        "a contract whose opportunity nobody knows",
                        Set.of("MilepostRecordsParked"),
                        this::signForNobody,
                        this::identifyAndRedrive),
                new Fault(
                        "a receiver of webhooks that answers 500",
                        Set.of("MilepostWebhooksBehind"),
                        () -> receive(500),
                        () -> webhook("remove")),
                new Fault(
                        "a receiver of webhooks that answers 410",
                        Set.of("MilepostWebhookDisabled"),
                        () -> receive(410),
                        () -> webhook("remove")),
                new Fault(
                        "a certificate of two days",
                        Set.of("MilepostCertificateExpiring"),
                        () -> certify(2),
                        () -> certify(400)),
                new Fault(
                        "a thread of the lists that hangs",
                        Set.of("MilepostListsStuck"),
                        () -> debugged().hang("lists"),
                        () -> debugged().goOn("lists")),
                new Fault(
                        "a relay that hangs while another instance takes over",
                        Set.of("MilepostTwoPublishers"),
                        this::hangAsPublisher,
                        this::goOnAlone),
                new Fault(
                        "due dates while nothing can be stored",
                        Set.of("MilepostTimersOverdue"),
                        this::hangWriting,
                        () -> debugged().goOn("eventlog-flusher")),
                new Fault("a heap that fills", Set.of("MilepostHeapExhausted"), this::fillHeap, this::restartLead),
                new Fault(
                        "as many open files as are allowed",
                        Set.of("MilepostFilesExhausted"),
                        () -> limitFiles(1.15),
                        () -> limitFiles(100)),
                new Fault(
                        "the death of the thread that writes the log",
                        Set.of("MilepostThreadDead"),
                        () -> debugged().end("eventlog-flusher"),
                        this::restartLead),
                new Fault(
                        "an event of which nobody can make sense",
                        Set.of("MilepostEventsUnreadable", "MilepostServerErrors"),
                        this::spoil,
                        this::mendEvent),
                new Fault(
                        "a volume of a database that is nearly full",
                        Set.of("MilepostDatabaseDiskFilling"),
                        () -> tellVolume(5),
                        () -> tellVolume(50)),
                new Fault(
                        "a log that goes on in a new epoch after a restore",
                        Set.of("MilepostConsumerStopped"),
                        this::leaveEpoch,
                        this::acceptEpoch),
                new Fault(
                        "a record of a topic that is no event",
                        Set.of("MilepostSubjectsSetAside"),
                        this::publishNonsense,
                        this::acknowledge));
    }

    private void killServers() throws Exception {
        suite.kill(Part.LOCAL);
        for (int times = 0; times < 8; times++) {
            for (var part : Part.WRITING) {
                // A key that nobody knows makes the services ask the issuer, which is away.
                client.tryReadAsStranger(part, "/v1/due");
            }
            client.command(
                    Part.LEAD, "SALES_REP", "/v1/accounts", UUID.randomUUID(), Map.of("name", "Nobody stores it"));
            Thread.sleep(1_000);
        }
    }

    private void signal(String name) throws Exception {
        run("kill", "-" + name, Long.toString(suite.pid(Part.LOCAL)));
    }

    private void stutter() throws Exception {
        for (int times = 0; times < 15; times++) {
            signal("STOP");
            Thread.sleep(750);
            signal("CONT");
            Thread.sleep(150);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private void compare(Fault.Step before) throws Exception {
        before.take();
        client.read(Part.REPORTING, OPERATOR, "/v1/projections/mart/reconcile");
    }

    private void takeCheckpoints() {
        Part.WRITING.forEach(part -> client.read(part, OPERATOR, "/v1/log/checkpoint"));
    }

    private void signForNobody() {
        subject = UUID.randomUUID();
        var contract = UUID.randomUUID();
        done(client.command(
                Part.CONTRACT,
                IMPORTER,
                "/v1/batch",
                UUID.randomUUID(),
                Map.of(
                        "items",
                        List.of(new Desk.Item(
                                "DraftContract",
                                contract,
                                UUID.randomUUID(),
                                Map.of(
                                        "basis",
                                        "MIGRATED",
                                        "basisReason",
                                        "signed before",
                                        "opportunityId",
                                        subject,
                                        "accountId",
                                        UUID.randomUUID(),
                                        "owner",
                                        "Somebody",
                                        "value",
                                        Map.of("amount", "100.00", "currency", "EUR"),
                                        "lines",
                                        List.of()))))));
        for (var party : List.of("SELLER", "CUSTOMER")) {
            done(client.command(
                    Part.CONTRACT,
                    IMPORTER,
                    "/v1/contracts/%s/sign".formatted(contract),
                    UUID.randomUUID(),
                    Map.of("party", party, "signedOn", "2026-11-30")));
        }
    }

    private void identifyAndRedrive() {
        done(client.command(
                Part.OPPORTUNITY,
                IMPORTER,
                "/v1/batch",
                UUID.randomUUID(),
                Map.of(
                        "items",
                        List.of(
                                new Desk.Item(
                                        "IdentifyOpportunity", subject, UUID.randomUUID(), Map.of("owner", "Somebody")),
                                new Desk.Item("QualifyOpportunity", subject, UUID.randomUUID(), Map.of())))));
        await().atMost(PATIENCE).until(() -> {
            var items = client.read(Part.OPPORTUNITY, OPERATOR, "/v1/parked").path("items");
            for (var item : items) {
                client.command(
                        Part.OPPORTUNITY,
                        OPERATOR,
                        "/v1/parked/redrive",
                        UUID.randomUUID(),
                        Map.of("key", item.path("key").asString("")));
            }
            return items.isEmpty();
        });
    }

    private static void done(Reply reply) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.status())
                                .as("%s", answered.body())
                                .isLessThan(300));
    }

    /** Registers a receiver that answers so at contract-service, which is allowed to speak to this machine. */
    private void receive(int status) throws IOException {
        answer = status;
        if (servers.isEmpty()) {
            suite.equip(Part.CONTRACT, List.of(), List.of("--milepost.webhooks.allow-private=true"));
            suite.restart(Part.CONTRACT);
        }
        int port = serve("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        subject = UUID.randomUUID();
        done(client.command(
                Part.CONTRACT,
                OPERATOR,
                "/v1/webhooks",
                UUID.randomUUID(),
                Map.of("id", subject, "name", "Receiver " + status, "url", "http://127.0.0.1:%d/".formatted(port))));
    }

    private void webhook(String verb) {
        done(client.command(
                Part.CONTRACT,
                OPERATOR,
                "/v1/webhooks/%s/%s".formatted(subject, verb),
                UUID.randomUUID(),
                Map.of("reason", "it was for a test")));
    }

    private int serve(String path, com.sun.net.httpserver.HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, handler);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    /** Gives delivery-handover-service a certificate that lasts so long; it reads a new one in its place by itself. */
    private void certify(int days) throws Exception {
        boolean isFirst = !Files.exists(certificates);
        Files.createDirectories(certificates);
        var made = TlsFiles.make(certificates, days);
        Files.copy(made.key(), certificates.resolve("tls.key"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(made.certificate(), certificates.resolve("tls.crt"), StandardCopyOption.REPLACE_EXISTING);
        if (isFirst) {
            var bundle = "--spring.ssl.bundle.pem.partner.";
            suite.equip(
                    Part.DELIVERY,
                    List.of(),
                    List.of(
                            "--spring.ssl.bundle.watch.file.quiet-period=200ms",
                            bundle + "reload-on-update=true",
                            bundle + "keystore.certificate=" + certificates.resolve("tls.crt"),
                            bundle + "keystore.private-key=" + certificates.resolve("tls.key")));
            suite.restart(Part.DELIVERY);
        }
    }

    /** Of lead-service, which is started with one where it was not yet. */
    private Debugger debugged() {
        var open = debugger;
        if (open == null) {
            suite.equip(Part.LEAD, Debugger.listening(debugPort), List.of());
            suite.restart(Part.LEAD);
            open = Debugger.at(debugPort);
            debugger = open;
        }
        return open;
    }

    private void restartLead() {
        debugged().close();
        debugger = null;
        suite.equip(Part.LEAD, List.of(), List.of());
        suite.restart(Part.LEAD);
    }

    private void hangAsPublisher() {
        debugged();
        await().atMost(PATIENCE)
                .until(() -> prometheus.value("milepost_relay_state{service=\"lead\", state=\"publishing\"}") == 1);
        debugged().hang("relay");
        int port = Prometheus.freePort();
        suite.equip(Part.LEAD, List.of(), List.of());
        second = suite.another(Part.LEAD, port);
        suite.equip(Part.LEAD, Debugger.listening(debugPort), List.of());
        Prometheus.scrape(suite, List.of(port));
    }

    private void goOnAlone() {
        debugged().goOn("relay");
        var ending = second;
        if (ending != null) {
            ending.destroy();
            ending.onExit().join();
        }
        Prometheus.scrape(suite, List.of());
    }

    /** A lead whose next action was due long ago, and a log that takes nothing when it is found. */
    private void hangWriting() {
        subject = UUID.randomUUID();
        var owner = "Late " + subject;
        debugged().hang("timer");
        done(client.command(
                Part.LEAD,
                IMPORTER,
                "/v1/batch",
                UUID.randomUUID(),
                Map.of(
                        "items",
                        List.of(
                                new Desk.Item(
                                        "RegisterTeamMember",
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        Map.of("code", owner, "team", "Late", "region", "Test", "from", "2026-01-01")),
                                longAgo(
                                        "CaptureLead",
                                        Map.of(
                                                "channel", "WEB",
                                                "companyName", owner,
                                                "contactName", "Late",
                                                "email", subject + "@late.example",
                                                "need", "parts")),
                                longAgo("RegisterLead", Map.of()),
                                longAgo("AssignLead", Map.of("owner", owner))))));
        debugged().hang("eventlog-flusher");
        debugged().goOn("timer");
    }

    private Map<String, Object> longAgo(String command, Map<String, Object> body) {
        return Map.of(
                "command", command,
                "id", subject,
                "idempotencyKey", UUID.randomUUID(),
                "effectiveAt", "2026-09-01T08:00:00Z",
                "body", body);
    }

    private void fillHeap() throws Exception {
        debugged();
        for (double used = 0; !(used > 0.92); used = usedHeap()) {
            debugged().occupy(used < 0.7 ? 16 : 4);
            collect();
            // As long as a scrape takes to come.
            Thread.sleep(1_100);
        }
    }

    private double usedHeap() {
        return prometheus.value("max(jvm_memory_usage_after_gc{service=\"lead\", area=\"heap\"})");
    }

    private void collect() throws Exception {
        run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(suite.pid(Part.LEAD)),
                "GC.run");
    }

    /** The soft limit of opportunity-service, as a share of what it has open. */
    private void limitFiles(double share) throws Exception {
        var pid = suite.pid(Part.OPPORTUNITY);
        try (var open = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
            run("prlimit", "--pid", Long.toString(pid), "--nofile=%d:".formatted((long) (open.count() * share)));
        }
    }

    /** Not the last event of the log, which a start would not take. */
    private void spoil() {
        subject = openAccount();
        openAccount();
        suite.kill(Part.LEAD);
        logs.spoil(Part.LEAD, subject);
        suite.start(Part.LEAD);
        suite.awaitReady(Part.LEAD);
        assertThat(client.tryRead(Part.LEAD, OPERATOR, "/v1/accounts/" + subject))
                .isInstanceOf(Reply.Unknown.class);
    }

    private UUID openAccount() {
        var account = UUID.randomUUID();
        done(client.command(
                Part.LEAD,
                "SALES_REP",
                "/v1/accounts",
                UUID.randomUUID(),
                Map.of("id", account, "name", "Unreadable " + account)));
        return account;
    }

    private void mendEvent() {
        suite.kill(Part.LEAD);
        logs.mend(Part.LEAD);
        suite.start(Part.LEAD);
        suite.awaitReady(Part.LEAD);
    }

    /** As kubelet tells it. */
    private void tellVolume(int percent) throws IOException {
        int port = serve("/metrics", exchange -> {
            var text = """
                kubelet_volume_stats_available_bytes{persistentvolumeclaim="data-mongodb-0"} %d
                kubelet_volume_stats_capacity_bytes{persistentvolumeclaim="data-mongodb-0"} 100
                """.formatted(percent).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        Prometheus.others(List.of(port));
    }

    private void leaveEpoch() {
        await().atMost(PATIENCE).until(() -> prometheus.value("milepost_relay_lag_events{service=\"contract\"}") == 0);
        suite.kill(Part.CONTRACT);
        suite.equip(
                Part.CONTRACT,
                List.of(),
                List.of(
                        "--milepost.log.leave-epoch=" + logs.epoch(Part.CONTRACT),
                        "--milepost.relay.resume-after=" + logs.published(Part.CONTRACT)));
        suite.start(Part.CONTRACT);
        await().atMost(PATIENCE)
                .until(() -> client.tryRead(Part.CONTRACT, OPERATOR, "/v1/parked") instanceof Reply.Answered);
        signForNobody();
    }

    private void acceptEpoch() {
        var accept = List.of("--milepost.inbox.accept-epoch.contract=" + logs.epoch(Part.CONTRACT));
        for (var part : Part.SERVICES) {
            suite.equip(part, List.of(), accept);
            suite.restart(part);
        }
        identifyAndRedrive();
    }

    private void publishNonsense() {
        logs.publish(Part.DELIVERY, "no event".getBytes(StandardCharsets.UTF_8));
    }

    private void acknowledge() {
        for (var item : client.read(Part.REPORTING, OPERATOR, "/v1/projections/mart/set-aside")
                .path("items")) {
            done(client.command(
                    Part.REPORTING,
                    OPERATOR,
                    "/v1/projections/mart/set-aside/%s/acknowledge"
                            .formatted(item.path("subject").asString("")),
                    UUID.randomUUID(),
                    Map.of()));
        }
    }

    @Override
    public void close() {
        if (debugger != null) {
            debugger.close();
        }
        servers.forEach(server -> server.stop(0));
        logs.close();
    }
}
