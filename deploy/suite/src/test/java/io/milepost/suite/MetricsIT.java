package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import io.milepost.cli.suite.Http;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a suite exposes that has walked a deal and was asked for every operation of its documents. After the classes that look at the
 * deal of the demo, since it walks another one.
 */
@Order(Integer.MAX_VALUE - 1)
public class MetricsIT {
    private static final int MOST_SERIES = 3_000;
    private static final int MOST_BYTES = 500_000;

    private static final Path ROOT = Path.of(System.getProperty("milepost.root", "../.."));
    private static final Path TABLE = ROOT.resolve("deploy/prometheus/metrics.md");
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Part, String> SCRAPES = new EnumMap<>(Part.class);

    @BeforeAll
    static void everything_is_asked_for_and_scraped() {
        var suite = RunningSuite.shared();
        try (var client = new Client(suite);
                var http = Http.client()) {
            walk(suite);
            for (var part : Part.SERVICES) {
                askForEverything(suite.uri(part), part, client, http);
            }
            for (var part : Part.SERVICES) {
                SCRAPES.put(
                        part,
                        send(http, HttpRequest.newBuilder(URI.create(suite.uri(part) + "/actuator/prometheus")))
                                .body());
            }
        }
    }

    @AfterAll
    static void forget() {
        SCRAPES.clear();
    }

    /** Lets the demo walk its deals. */
    public static void walk(RunningSuite suite) {
        var demo = new DemoCommand();
        var addresses = Stream.of(
                        Map.entry("lead", Part.LEAD),
                        Map.entry("opportunity", Part.OPPORTUNITY),
                        Map.entry("contract", Part.CONTRACT),
                        Map.entry("delivery", Part.DELIVERY),
                        Map.entry("issuer", Part.LOCAL))
                .flatMap(of -> Stream.of(
                        "--" + of.getKey() + "-url", suite.uri(of.getValue()).toString()))
                .toList();
        try (var print = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(addresses, demo.options(), Set.of()), print, print))
                    .isZero();
        }
    }

    private static void askForEverything(URI service, Part part, Client client, HttpClient http) {
        var paths = JSON.readTree(ROOT.resolve("contracts/%s/openapi.json".formatted(part.shortName()))
                        .toFile())
                .path("paths");
        for (var path : paths.properties()) {
            var address =
                    path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            for (var role : List.of("OPERATOR", "SALES_MANAGER")) {
                for (var method : path.getValue().propertyNames()) {
                    send(
                            http,
                            HttpRequest.newBuilder(URI.create(service + address))
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Authorization", "Bearer " + client.tokenOf(role))
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method.toUpperCase(Locale.ROOT),
                                            BodyPublishers.ofString(method.equals("get") ? "" : "{}")));
                }
            }
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void a_service_has_fewer_than_three_thousand_series_whatever_it_was_asked() {
        SCRAPES.forEach((part, scrape) -> {
            long series = scrape.lines().filter(line -> !line.startsWith("#")).count();
            System.out.printf("%s: %d series, %d bytes%n", part, series, scrape.length());
            assertThat(series).as("series of %s", part).isBetween(200L, (long) MOST_SERIES);
            assertThat(scrape.length()).as("bytes of %s", part).isLessThan(MOST_BYTES);
        });
    }

    @Test
    void metrics_of_ours_are_those_of_the_table_which_rules_and_dashboards_are_held_against() {
        var found = new TreeMap<String, Exposed>();
        SCRAPES.forEach((part, scrape) -> Exposed.collect(part.shortName(), scrape, found));
        var table = Exposed.table(found.values());
        if (Boolean.getBoolean("contracts.approve")) {
            write(table);
        }
        var approved = read();
        assertThat(ours(approved))
                .as("deploy/prometheus/metrics.md; -Dcontracts.approve=true approves a change")
                .containsExactlyElementsOf(ours(table));
        assertThat(found.keySet())
                .as("what others expose and rules may use is there")
                .containsAll(names(approved));
    }

    @Test
    void a_first_start_while_nothing_is_there_yet_says_no_error() {
        var suite = RunningSuite.shared();
        for (var part : Part.SERVICES) {
            assertThat(LogFiles.ofFirstStart(suite, part, "INFO"))
                    .as("control: what %s says of its start", part)
                    .anyMatch(line -> line.contains("Started "));
            assertThat(LogFiles.ofFirstStart(suite, part, "ERROR"))
                    .as("errors of %s", part)
                    .isEmpty();
        }
    }

    private static List<String> ours(String table) {
        return table.lines().filter(line -> line.startsWith("| `milepost_")).toList();
    }

    private static Set<String> names(String table) {
        var names = new TreeSet<String>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> names.add(line.substring(3, line.indexOf('`', 3))));
        return names;
    }

    private static String read() {
        try {
            return Files.readString(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String table) {
        try {
            Files.writeString(TABLE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
