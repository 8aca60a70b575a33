package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.inbox.Inbox;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.operate.Feeding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as it runs beside a broker and a database of its own, with the population published and counted. A class that
 * needs exact figures starts its own; the others share one, which ends with the JVM.
 */
final class RunningReports implements AutoCloseable {
    /** Reads numbers as they are written: a rate has four decimals. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static @Nullable RunningReports shared;

    final SuiteParts parts;
    final Population population;
    private ConfigurableApplicationContext service;

    private final List<String> more;

    /** @param more arguments of the service beside those that it has, or in their place */
    RunningReports(String... more) throws Exception {
        this.more = Stream.concat(
                        Stream.concat(
                                        mart(),
                                        Stream.of(
                                                "--milepost.projection.keep-retired=1s",
                                                "--milepost.projection.between-looks=100ms",
                                                // Tests ask without a pause.
                                                "--milepost.limits.reports=100000"))
                                .filter(one -> Stream.of(more)
                                        .noneMatch(other -> other.startsWith(one.substring(0, one.indexOf('=') + 1)))),
                        Stream.of(more))
                .toList();
        parts = SuiteParts.start();
        population = new Population(parts.bootstrapServers());
        service = run();
        population.publish();
        caughtUp();
    }

    /** One that nobody else has. */
    static Stream<String> mart() {
        return Stream.of(
                "--milepost.mart.uri=" + Postgres.uri(), "--milepost.mart.user=postgres", "--milepost.mart.password=x");
    }

    /** What all classes of this JVM share that ask no exact figures of it. */
    static synchronized RunningReports shared() throws Exception {
        if (shared == null) {
            var started = new RunningReports();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "close-running-reports"));
            shared = started;
        }
        return shared;
    }

    /** An instance with event loops of its own: those of the JVM would end with the first instance that does. */
    static ConfigurableApplicationContext run(String[] arguments) {
        var application = new SpringApplication(ReportingServiceApplication.class);
        var loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        loops.setShutdownQuietPeriod(Duration.ZERO);
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> loops));
        return application.run(arguments);
    }

    private ConfigurableApplicationContext run() {
        var arguments = Stream.concat(Stream.of(parts.arguments("reporting")), more.stream());
        return run(arguments.toArray(String[]::new));
    }

    /** Until every report has all that was published. */
    void caughtUp() {
        var opportunity = "opportunity=" + population.opportunities.position();
        var contract = "contract=" + population.contracts.position();
        var delivery = "delivery=" + population.deliveries.position();
        var lead = "lead=" + population.leads.position();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (var report : List.of("funnel", "collections", "closures")) {
                var answer = report(report);
                assertThat(answer.get("position").asString().split(",", -1))
                        .isSubsetOf(opportunity, contract, delivery, lead);
                assertThat(answer.get("state").asString()).isEqualTo("COMPLETE");
            }
            assertThat(fetch("/v1/trace/" + new UUID(9, 2), parts.token(Role.ANALYST))
                            .headers()
                            .firstValue("Milepost-Position"))
                    .contains(String.join(",", lead, opportunity, contract, delivery));
        });
    }

    void restart() {
        stop();
        start();
        caughtUp();
    }

    /** One more instance on the same broker and database, with a port of its own. */
    ConfigurableApplicationContext another() {
        return run();
    }

    void stop() {
        service.close();
    }

    /** As if the instance were dead: from one moment to the next nothing is written, however much of a batch is, and no offset. */
    void kill() {
        beans(HikariDataSource.class).forEach(HikariDataSource::close);
        service.close();
    }

    /** Lets all consumers go and begins with new ones, as a restart does. */
    void consumeAnew() {
        var inbox = service.getBean(Inbox.class);
        var reading = beans(Feeding.class);
        reading.forEach(SmartLifecycle::stop);
        inbox.stop();
        inbox.start();
        reading.forEach(SmartLifecycle::start);
    }

    void start() {
        service = run();
    }

    /** The groups begin at the first offset again; that they do is seen in the offsets that they had and lose. */
    void restartFromTheFirstEvent(Collection<String> groups) throws Exception {
        service.close();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", parts.bootstrapServers()))) {
            for (var group : groups) {
                assertThat(admin.listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .isNotEmpty();
            }
            admin.deleteConsumerGroups(groups).all().get();
        }
        service = run();
        caughtUp();
    }

    /** The consumer groups of the first generation. */
    List<String> groups() {
        return beans(Feeding.class).stream()
                .flatMap(feeding -> feeding.freshness().values().stream())
                .map(Freshness::group)
                .toList();
    }

    <T> Collection<T> beans(Class<T> type) {
        return service.getBeansOfType(type).values();
    }

    JsonNode report(String query) {
        try {
            var answer = get(query, parts.token(Role.ANALYST));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One measure of each row, behind what the row is told apart by. */
    String figures(String query, String key, String measure) {
        return report(query)
                .get("rows")
                .valueStream()
                .map(row -> row.get(key).asString() + ":" + row.get(measure).asString())
                .collect(Collectors.joining(" "));
    }

    /** Measures of the only row. */
    String totals(String query, String... measures) {
        var rows = report(query).get("rows");
        assertThat(rows).as(query).hasSize(1);
        return Stream.of(measures)
                .map(measure -> rows.get(0).get(measure).asString("null"))
                .collect(Collectors.joining(" "));
    }

    JsonNode steps(UUID id) throws IOException, InterruptedException {
        var answer = fetch("/v1/trace/" + id, parts.token(Role.ANALYST));
        return JSON.readTree(answer.body()).get("steps");
    }

    HttpResponse<String> get(String query, String token, String... headers) throws IOException, InterruptedException {
        return fetch("/v1/reports/" + query, token, headers);
    }

    HttpResponse<String> fetch(String path, String token, String... headers) throws IOException, InterruptedException {
        return fetch(at(path), token, headers);
    }

    HttpResponse<String> fetch(URI at, String token, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> fetchBytes(String path, String token, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String path, String token, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI at(String path) {
        return at(service, path);
    }

    static URI at(ConfigurableApplicationContext instance, String path) {
        var port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        service.close();
        population.close();
        parts.close();
    }
}
