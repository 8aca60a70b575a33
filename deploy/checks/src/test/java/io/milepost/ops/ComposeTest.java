package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compose file, as far as that can be said without a Docker engine. */
class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final Pattern TAG = Pattern.compile(".+:(v?\\d+\\.\\d+(\\.\\d+)?|\\$\\{VERSION})");

    private final String text = Repository.text("deploy/compose/compose.yaml");
    private final Map<String, Object> services =
            Repository.map(Repository.document(text).get("services"));

    @Test
    void every_image_has_a_pinned_tag_and_every_port_is_bound_to_loopback() {
        assertThat(services).hasSize(14).allSatisfy((name, service) -> {
            assertThat(Repository.map(service).get("image").toString()).as(name).matches(TAG);
            if (Repository.map(service).get("ports") instanceof Iterable<?> ports) {
                assertThat(ports).allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
            }
        });
        assertThat("mongo:latest").doesNotMatch(TAG);
    }

    @Test
    void every_variable_stands_in_the_example_and_every_line_of_it_is_used() {
        var used = VARIABLE.matcher(text)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var named = Repository.text("deploy/compose/.env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.+"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsExactlyElementsOf(used);
    }

    @Test
    void what_a_service_waits_for_and_what_it_mounts_is_there() {
        services.forEach((name, service) -> {
            if (Repository.map(service).get("depends_on") != null) {
                assertThat(services.keySet())
                        .as(name)
                        .containsAll(Repository.map(Repository.map(service).get("depends_on"))
                                .keySet());
            }
            if (Repository.map(service).get("volumes") instanceof Iterable<?> volumes) {
                for (var volume : volumes) {
                    var source =
                            volume.toString().substring(0, volume.toString().indexOf(':'));
                    if (source.startsWith("./secrets/")) {
                        assertThat(Repository.text("deploy/compose/start")).contains(source.substring(2));
                    } else if (source.startsWith(".")) {
                        assertThat(Repository.file("deploy/compose").resolve(source))
                                .as(name)
                                .exists();
                    } else {
                        assertThat(Repository.map(Repository.document(text).get("volumes")))
                                .containsKey(source);
                    }
                }
            }
        });
    }

    @Test
    void settings_are_those_that_the_services_have() {
        var known = Settings.environmentNames();
        var said = new ArrayList<String>();
        services.forEach((name, service) -> {
            if (name.endsWith("-service")) {
                var environment = Repository.map(Repository.map(service).get("environment"));
                assertThat(environment)
                        .as(name)
                        .containsKeys(
                                name.equals("reporting-service") ? "MILEPOST_MART_URI" : "SPRING_MONGODB_URI",
                                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                                "MILEPOST_SECURITY_ISSUER");
                environment.keySet().stream()
                        .filter(variable -> variable.startsWith("MILEPOST_"))
                        .forEach(said::add);
            }
        });
        assertThat(said).hasSizeGreaterThan(15).isSubsetOf(known);
        assertThat("MILEPOST_SECURITY_ISSUERS").isNotIn(known);
    }

    @Test
    void prometheus_scrapes_the_five_services_under_their_names_and_ports() {
        var scrape = Repository.yaml(Repository.file("deploy/prometheus/prometheus.yaml"));
        var targets = Repository.maps(scrape.get("scrape_configs"))
                .getFirst()
                .get("static_configs")
                .toString();
        var names = services.keySet().stream()
                .filter(name -> name.endsWith("-service"))
                .toList();
        assertThat(names).hasSize(5).allSatisfy(name -> assertThat(targets).contains(name + ":8080"));
    }

    @Test
    void the_realm_has_every_role_and_gives_them_in_the_claim_that_the_services_read() {
        var realm = Repository.yaml(Repository.file("deploy/compose/keycloak/milepost-realm.json"));
        var roles = Repository.maps(Repository.map(realm.get("roles")).get("realm")).stream()
                .map(role -> role.get("name").toString())
                .toList();
        assertThat(roles)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Role.ALL.stream().map(Enum::name), Stream.of("METRICS"))
                                .toList());
        assertThat(Repository.maps(realm.get("users")))
                .as("who scrapes may do nothing else")
                .singleElement()
                .satisfies(scraper -> assertThat(scraper.get("realmRoles")).isEqualTo(List.of("METRICS")));
        assertThat(realm.toString()).contains("claim.name=roles").contains("included.custom.audience=milepost");
    }
}
