package io.milepost.platform.testkit;

import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.inbox.Automations;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.notice.Notice.RaiseNotice;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.relay.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.server.RouterFunction;

/** A whole service against the parts of this JVM, as its main method starts it, on a free port. */
public final class RunningService implements AutoCloseable {
    private static final Pattern ROUTE = Pattern.compile("([A-Z]+) && (/[^)\\s]*)\\)");

    private final Class<?> application;
    private final String service;
    private final List<? extends Catalogue<?, ?, ?>> catalogues;
    private final SuiteParts parts;
    private final DescribedAnswers described;
    private ConfigurableApplicationContext context;
    private SuiteClient client;
    private boolean held;
    private long read;
    private long decided;
    private long quiet;

    private RunningService(
            SuiteParts parts, Class<?> application, String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        this.parts = parts;
        this.application = application;
        this.service = service;
        this.catalogues = catalogues;
        this.described = DescribedAnswers.of(service);
        this.context = SpringApplication.run(application, parts.arguments(service));
        this.client = newClient();
    }

    public static RunningService start(
            Class<?> application, String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        return start(SuiteParts.shared(), application, service, catalogues);
    }

    /** The same against parts of the caller's own, which the caller closes. */
    public static RunningService start(
            SuiteParts parts, Class<?> application, String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        return new RunningService(parts, application, service, catalogues);
    }

    public SuiteClient client() {
        return client;
    }

    /** Of what is decided: without the notes of the audit trail and the notices, which follow what they are about a moment later. */
    public synchronized long head() {
        var log = context.getBean(EventLog.class);
        for (var commits = log.read(read, 1_000).join();
                !commits.isEmpty();
                commits = log.read(read, 1_000).join()) {
            read = commits.getLast().last();
            commits.stream()
                    .filter(commit -> !isAnEcho(commit.events().getFirst().metadata()))
                    .forEach(commit -> decided = commit.last());
        }
        return decided;
    }

    private static boolean isAnEcho(Map<String, String> metadata) {
        return AUDIT_RECORD.aggregate().equals(metadata.get(Metadata.AGGREGATE))
                || RaiseNotice.class.getSimpleName().equals(metadata.get(Metadata.COMMAND));
    }

    /**
     * The head once the automations of this service have had everything that was said to them, by itself too: what follows by itself
     * has followed, but for what a timer does.
     */
    public long settledHead() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(this::isSettled);
        return head();
    }

    /** The settled head once nothing is due either: where a day has passed already, the timer follows a moment after whoever set it. */
    public long quietHead() {
        if (head() != quiet) {
            await().until(this::isQuiet);
        }
        return quiet;
    }

    private boolean isQuiet() {
        quiet = settledHead();
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        var due = client.get("/v1/due?pageSize=1&before=" + now);
        return "%s=%d".formatted(service, logHead()).equals(due.header("Milepost-Position"))
                && due.json().path("items").isEmpty()
                && head() == quiet;
    }

    /** The last position of the log, whatever is there. */
    public long logHead() {
        return context.getBean(EventLog.class).head();
    }

    /** A head that is published, that nobody is behind with, and that has not moved meanwhile. */
    private boolean isSettled() {
        long before = context.getBean(EventLog.class).head();
        if (context.getBean(Relay.class).publishedPosition().orElse(-1) != before) {
            return false;
        }
        var backlog = context.getBean(Backlog.class);
        boolean behind = context.getBean(Automations.class).all().stream()
                .map(automation -> automation.source())
                .distinct()
                .anyMatch(source -> !backlog.behind("%s-service.%s".formatted(service, source), source)
                        .isEmpty());
        return !behind && context.getBean(EventLog.class).head() == before;
    }

    /** From now on its end fails where anything, also before, was answered otherwise than its published document says. */
    void holdToDocument() {
        held = true;
    }

    /** The short one. */
    String name() {
        return service;
    }

    /** Method and path of every route that it has. */
    Set<String> routes() {
        return context.getBeansOfType(RouterFunction.class).values().stream()
                .flatMap(function -> ROUTE.matcher(function.toString()).results())
                .map(route -> route.group(1) + " " + route.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name of the last stored event; empty where there is none. */
    public String lastEvent() {
        var log = context.getBean(EventLog.class);
        return log.at(log.head())
                .join()
                .map(commit -> commit.events().getLast().name())
                .orElse("");
    }

    /** Every stored payload as text. */
    public List<String> stored() {
        return context.getBean(EventLog.class).read(0, 1_000_000).join().stream()
                .flatMap(commit -> commit.events().stream())
                .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What another service says, or what this one has said. */
    public Topics topics(String source) {
        return new Topics(parts.bootstrapServers(), source);
    }

    /** Stops and starts again on the same store and topics. */
    public void restart() {
        stop();
        context = SpringApplication.run(application, parts.arguments(service));
        client = newClient();
    }

    private SuiteClient newClient() {
        var port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        return new SuiteClient(URI.create("http://127.0.0.1:" + port), parts.issuer(), catalogues, described);
    }

    private void stop() {
        client.close();
        context.close();
    }

    @Override
    public void close() {
        stop();
        if (held && !described.faults().isEmpty()) {
            throw new AssertionError("answers are not as they are described:%n  %s"
                    .formatted(String.join(System.lineSeparator() + "  ", described.faults())));
        }
    }
}
