package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart: documented, fed from the same rules and dashboards, and rendered by Helm into objects without a field too many. */
class ChartTest {
    private static final Path CHART = Repository.file("deploy/helm/milepost");
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z0-9]+):");
    private static final Pattern COPIED = Pattern.compile("cat /secret/(\\S+)");
    private static final Pattern USED = Pattern.compile("\\.Values\\.([A-Za-z0-9.]+)");

    @Test
    void every_value_that_a_template_uses_stands_in_the_values_and_every_value_is_used() {
        var values = Repository.yaml(CHART.resolve("values.yaml"));
        var used = new TreeSet<String>();
        for (var template : templates()) {
            USED.matcher(Repository.text(template)).results().forEach(use -> used.add(use.group(1)));
        }
        assertThat(used)
                .allSatisfy(path -> assertThat(at(values, path)).as(path).isTrue());
        assertThat(values.keySet())
                .allSatisfy(
                        name -> assertThat(used).anyMatch(path -> path.equals(name) || path.startsWith(name + ".")));
        assertThat(at(values, "services.lead.replicas")).isTrue();
        assertThat(at(values, "services.lead.replica")).isFalse();
    }

    @Test
    void every_value_says_what_it_means() {
        var said = new TreeSet<String>();
        var path = new ArrayList<String>();
        var before = "";
        for (var line : Repository.text(CHART.resolve("values.yaml")).lines().toList()) {
            var key = KEY.matcher(line);
            if (key.find()) {
                int depth = key.group(1).length() / 2;
                path.subList(Math.min(depth, path.size()), path.size()).clear();
                path.add(key.group(2));
                if (before.strip().startsWith("# -- ")) {
                    said.add(String.join(".", path));
                }
            }
            before = line;
        }
        var values = Repository.yaml(CHART.resolve("values.yaml"));
        // What is said of lead holds for the others.
        Repository.map(values.get("services")).keySet().retainAll(List.of("lead"));
        var leaves = new ArrayList<String>();
        leaves("", values, said, leaves);
        assertThat(leaves).hasSizeGreaterThan(45);
        assertThat(said).containsAll(leaves);
    }

    /** Paths that hold no further values, or whose text speaks for all below. */
    private static void leaves(String path, Object value, Set<String> said, List<String> into) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && !said.contains(path)) {
            map.forEach(
                    (name, below) -> leaves(path.isEmpty() ? name.toString() : path + "." + name, below, said, into));
        } else {
            into.add(path);
        }
    }

    @Test
    void rules_and_dashboards_of_the_chart_are_those_of_deploy_prometheus_and_deploy_grafana() {
        for (var source : Map.of("deploy/prometheus/rules", "rules", "deploy/grafana/dashboards", "dashboards")
                .entrySet()) {
            var folder = CHART.resolve("files").resolve(source.getValue());
            var sources = Repository.files(source.getKey(), source.getValue().equals("rules") ? ".yaml" : ".json");
            for (var file : sources) {
                var copy = folder.resolve(file.getFileName());
                assertThat(Repository.approved(copy, Repository.text(file)))
                        .as("%s; -Dcontracts.approve=true copies it", copy)
                        .isEqualTo(Repository.text(file));
            }
            assertThat(folder.toFile().list()).hasSameSizeAs(sources);
        }
    }

    private static List<Path> templates() {
        var all = new ArrayList<>(Repository.files("deploy/helm/milepost/templates", ".yaml"));
        all.addAll(Repository.files("deploy/helm/milepost/templates", ".tpl"));
        all.addAll(Repository.files("deploy/helm/milepost/templates", ".txt"));
        return all;
    }

    private static boolean at(Map<String, Object> values, String path) {
        Object at = values;
        for (var name : path.split("\\.", -1)) {
            if (!(at instanceof Map<?, ?> map) || !map.containsKey(name)) {
                return false;
            }
            at = map.get(name);
        }
        return true;
    }

    /** What needs Helm's native library. */
    @Nested
    class Rendered {
        private static final Map<String, Class<?>> KINDS = Map.of(
                "Deployment", Deployment.class,
                "Service", Service.class,
                "ServiceAccount", ServiceAccount.class,
                "PodDisruptionBudget", PodDisruptionBudget.class,
                "NetworkPolicy", NetworkPolicy.class,
                "PersistentVolumeClaim", PersistentVolumeClaim.class,
                "ConfigMap", ConfigMap.class);

        @BeforeAll
        static void helmIsHere() {
            assumeTrue(
                    System.getProperty("os.name").equals("Linux")
                            && System.getProperty("os.arch").equals("amd64"),
                    "Helm's native library is for Linux on amd64");
        }

        private static Path values(String name) {
            return Repository.file("deploy/checks/src/test/resources/charts/%s.yaml".formatted(name));
        }

        private static TemplateCommand template() {
            return new Helm(CHART)
                    .template()
                    .withName("sales")
                    .withNamespace("sales")
                    .withKubeVersion("1.31.0");
        }

        private static List<Map<String, Object>> objects(String values) {
            var text = template().withValuesFile(values(values)).call();
            return StreamSupport.stream(Repository.parser().loadAll(text).spliterator(), false)
                    .filter(document -> document != null)
                    .map(Repository::map)
                    .toList();
        }

        private static Map<String, Object> one(List<Map<String, Object>> objects, String kind, String name) {
            return objects.stream()
                    .filter(object -> object.get("kind").equals(kind)
                            && Repository.map(object.get("metadata"))
                                    .get("name")
                                    .equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no %s %s".formatted(kind, name)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"least", "everything", "small", "closed"})
        void no_object_has_a_field_that_kubernetes_does_not_know(String values) {
            for (var object : objects(values)) {
                var type = KINDS.get(object.get("kind").toString());
                if (type == null) {
                    assertThat(object.get("apiVersion")).isEqualTo("monitoring.coreos.com/v1");
                } else {
                    assertThat(UnknownFields.of(object, type))
                            .as("%s", object.get("metadata"))
                            .isEmpty();
                }
            }
        }

        @Test
        void lint_finds_nothing() {
            var linted = new Helm(CHART).lint().strict().call();
            assertThat(linted.isFailed()).as("%s", linted.getMessages()).isFalse();
        }

        @Test
        void a_field_that_kubernetes_does_not_know_is_noticed() {
            var deployment = one(objects("least"), "Deployment", "sales-lead-service");
            Repository.map(Repository.map(Repository.map(deployment.get("spec")).get("template"))
                            .get("spec"))
                    .put("terminationGraceSeconds", 5);
            assertThat(UnknownFields.of(deployment, Deployment.class)).containsExactly("terminationGraceSeconds");
        }

        @Test
        void by_default_there_are_two_instances_of_each_service_with_a_budget_and_nothing_of_the_operator() {
            var objects = objects("least");
            var kinds = objects.stream()
                    .collect(Collectors.groupingBy(object -> object.get("kind"), Collectors.counting()));
            assertThat(kinds)
                    .containsOnly(
                            Map.entry("Deployment", 5L),
                            Map.entry("Service", 5L),
                            Map.entry("PodDisruptionBudget", 5L),
                            Map.entry("NetworkPolicy", 1L),
                            Map.entry("PersistentVolumeClaim", 1L),
                            Map.entry("ServiceAccount", 1L));
            assertThat(objects.toString()).doesNotContain("truststore");
        }

        @Test
        void what_is_secret_is_named_and_never_written() {
            var env = envOf("sales-reporting-service");
            for (var name :
                    List.of("MILEPOST_MART_PASSWORD", "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "TRUST_PASSWORD")) {
                assertThat(env)
                        .filteredOn(variable -> name.equals(variable.get("name")))
                        .singleElement()
                        .satisfies(variable ->
                                assertThat(variable).containsKey("valueFrom").doesNotContainKey("value"));
            }
            assertThat(env.indexOf(variable(env, "TRUST_PASSWORD")))
                    .as("a variable is put into another one only if it stands before it")
                    .isLessThan(env.indexOf(variable(env, "JAVA_OPTIONS")));
            assertThat(env).noneMatch(variable -> "SPRING_MONGODB_URI".equals(variable.get("name")));
            assertThat(envOf("sales-lead-service"))
                    .filteredOn(variable -> "SPRING_MONGODB_URI".equals(variable.get("name")))
                    .singleElement()
                    .satisfies(variable ->
                            assertThat(variable).containsKey("valueFrom").doesNotContainKey("value"));
            assertThat(variable(env, "MILEPOST_ZONE").get("value")).isEqualTo("Asia/Shanghai");
        }

        @Test
        void key_files_that_are_copied_are_those_of_the_secret_s_volume() {
            for (var object : objects("least")) {
                if (!object.get("kind").equals("Deployment")) {
                    continue;
                }
                var pod = podOf(object);
                var copies = Repository.maps(pod.get("initContainers")).getFirst();
                var read = COPIED.matcher(copies.get("command").toString())
                        .results()
                        .map(file -> file.group(1))
                        .toList();
                assertThat(volume(pod, "secret").toString()).contains("secretName=milepost-keys");
                assertThat(Repository.maps(Repository.map(volume(pod, "secret").get("secret"))
                                .get("items")))
                        .extracting(item -> item.get("path"))
                        .as("%s", object.get("metadata"))
                        .containsExactlyInAnyOrderElementsOf(read);
            }
        }

        @Test
        void each_log_has_its_erasure_register_on_a_volume_that_outlives_pods_and_release() {
            var objects = objects("least");
            var claim = one(objects, "PersistentVolumeClaim", "sales-erasure-register");
            assertThat(claim.toString())
                    .contains("helm.sh/resource-policy=keep")
                    .contains("accessModes=[ReadWriteMany]")
                    .contains("storage=16Mi")
                    .doesNotContain("storageClassName");
            for (var service : List.of("lead", "opportunity", "contract", "delivery-handover")) {
                var pod = podOf(one(objects, "Deployment", "sales-%s-service".formatted(service)));
                assertThat(volume(pod, "register").toString()).contains("claimName=sales-erasure-register");
                var container = Repository.maps(pod.get("containers")).getFirst();
                assertThat(container.get("volumeMounts").toString()).contains("{name=register, mountPath=/register}");
                assertThat(variable(Repository.maps(container.get("env")), "MILEPOST_SECURITY_ERASUREREGISTER")
                                .get("value"))
                        .isEqualTo("/register/%s.erased".formatted(service.split("-", 2)[0]));
            }
            assertThat(podOf(one(objects, "Deployment", "sales-reporting-service"))
                            .toString())
                    .as("keeps no keys of persons")
                    .doesNotContain("register");

            var everything = objects("everything");
            assertThat(everything).noneMatch(object -> object.get("kind").equals("PersistentVolumeClaim"));
            assertThat(volume(podOf(one(everything, "Deployment", "sales-lead-service")), "register")
                            .toString())
                    .contains("claimName=register-of-ours");
            assertThat(one(objects("closed"), "PersistentVolumeClaim", "sales-erasure-register")
                            .toString())
                    .contains("storageClassName=shared")
                    .contains("storage=1Gi");
        }

        private static Map<String, Object> volume(Map<String, Object> pod, String name) {
            return Repository.maps(pod.get("volumes")).stream()
                    .filter(volume -> volume.get("name").equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<Map<String, Object>> envOf(String deployment) {
            var pod = podOf(one(objects("everything"), "Deployment", deployment));
            return Repository.maps(
                    Repository.maps(pod.get("containers")).getFirst().get("env"));
        }

        private static Map<String, Object> variable(List<Map<String, Object>> env, String name) {
            return env.stream()
                    .filter(variable -> name.equals(variable.get("name")))
                    .findFirst()
                    .orElseThrow();
        }

        private static Map<String, Object> podOf(Map<String, Object> deployment) {
            return Repository.map(
                    Repository.map(Repository.map(deployment.get("spec")).get("template"))
                            .get("spec"));
        }

        @Test
        void a_container_has_no_rights_that_it_does_not_need_and_probes_that_the_services_answer() {
            for (var object : objects("least")) {
                if (!object.get("kind").equals("Deployment")) {
                    continue;
                }
                var pod = podOf(object);
                assertThat(Repository.map(pod.get("securityContext"))).containsEntry("runAsNonRoot", true);
                assertThat(pod).containsEntry("automountServiceAccountToken", false);
                var container = Repository.maps(pod.get("containers")).getFirst();
                assertThat(Repository.map(container.get("securityContext")))
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false);
                assertThat(container.get("readinessProbe").toString()).contains("/actuator/health/readiness");
                assertThat(container.get("livenessProbe").toString()).contains("/actuator/health/liveness");
                assertThat((int) pod.get("terminationGracePeriodSeconds"))
                        .as("longer than the wait before and the 25 s that a service takes at most")
                        .isGreaterThanOrEqualTo(5 + 25);
            }
        }

        @Test
        void alerts_lead_to_the_runbooks_and_dashboards_of_the_deployment() {
            var rule = one(objects("everything"), "PrometheusRule", "sales-alerts");
            assertThat(rule.toString())
                    .contains("runbook_url=https://wiki.example/runbooks/thread-dead.md")
                    .contains("dashboard=https://grafana.example/d/milepost-relay")
                    .contains("{{ $labels.service }}");
            assertThat(Repository.maps(Repository.map(rule.get("spec")).get("groups")))
                    .hasSameSizeAs(
                            Repository.maps(Repository.yaml(Repository.file("deploy/prometheus/rules/alerts.yaml"))
                                    .get("groups")));
            var monitor = one(objects("everything"), "ServiceMonitor", "sales");
            assertThat(monitor.toString()).contains("honorLabels=true").contains("jobLabel=app.kubernetes.io/part-of");
            assertThat(Repository.map(one(objects("everything"), "ConfigMap", "sales-dashboards")
                            .get("data")))
                    .hasSize(6)
                    .allSatisfy((name, text) ->
                            assertThat(Repository.document(text.toString())).containsKey("panels"));
        }

        @Test
        void without_issuer_brokers_or_mart_and_with_a_value_that_does_not_exist_nothing_is_rendered()
                throws Exception {
            assertThatThrownBy(
                            () -> template().set("kafka.bootstrapServers", "k").call())
                    .hasMessageContaining("security.issuer");
            assertThatThrownBy(() ->
                            template().set("security.issuer", "https://issuer").call())
                    .hasMessageContaining("kafka.bootstrapServers");
            assertThatThrownBy(() -> template()
                            .set("security.issuer", "https://issuer")
                            .set("kafka.bootstrapServers", "k")
                            .call())
                    .hasMessageContaining("postgresql.uri");
            var wrong = Files.createTempFile("values", ".yaml");
            Files.writeString(wrong, Repository.text(values("least")) + "replicas: 3\n");
            try {
                assertThatThrownBy(() -> template().withValuesFile(wrong).call())
                        .hasMessageContaining("replicas");
            } finally {
                Files.delete(wrong);
            }
        }
    }
}
