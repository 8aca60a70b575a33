package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.eventlog.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** docs/configuration.md is made of what the classes say that bind the settings. */
class ConfigurationTest {
    private static final Path PAGE = Repository.file("docs/configuration.md");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(milepost\\.[a-z.-]+):");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{(milepost\\.[a-z.-]+):([^}\"]+)}");
    private static final Pattern SECTION = Pattern.compile("milepost\\.([a-z-]+)\\..*");

    @Test
    void the_page_is_what_the_classes_say() {
        assertThat(Repository.approved(PAGE, page()))
                .as("docs/configuration.md; -Dcontracts.approve=true approves a change")
                .isEqualTo(page());
    }

    @Test
    void every_setting_says_what_it_means() {
        assertThat(Settings.all())
                .hasSizeGreaterThan(40)
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.name()).isNotBlank());
    }

    @Test
    void a_setting_that_is_read_outside_of_a_class_of_settings_is_known_with_its_default() {
        var names = Settings.all().stream().map(Settings::name).toList();
        var read = new TreeSet<String>();
        sources().forEach(source -> {
            PLACEHOLDER.matcher(source).results().forEach(found -> read.add(found.group(1)));
            DEFAULT.matcher(source)
                    .results()
                    .filter(found -> !found.group(2).startsWith("#"))
                    .forEach(found -> assertThat(Settings.all())
                            .filteredOn(setting -> setting.name().equals(found.group(1)))
                            .singleElement()
                            .extracting(Settings::otherwise)
                            .as(found.group(1))
                            .isEqualTo(found.group(2)));
        });
        assertThat(read).hasSizeGreaterThan(4);
        assertThat(names).containsAll(read);
        assertThat(Settings.all())
                .filteredOn(setting -> setting.name().equals("milepost.log.recent-commits"))
                .extracting(Settings::otherwise)
                .containsExactly(String.valueOf(EventLog.RECENT_COMMITS));
    }

    @Test
    void both_ways_to_write_an_environment_variable_set_what_the_chart_sets() {
        var said = Map.<String, Object>of(
                "MILEPOST_SERVICE", "lead",
                "MILEPOST_SECURITY_ISSUER", "https://issuer.example",
                "MILEPOST_SECURITY_JWK_SET_URI", "https://issuer.example/certs",
                "MILEPOST_SECURITY_MEMBERCLAIM", "code",
                "MILEPOST_SECURITY_KEY_FILE", "/keys/lead.keys");
        var sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", said));
        var bound = new Binder(ConfigurationPropertySources.from(sources))
                .bind("milepost", MilepostProperties.class)
                .get();
        assertThat(bound.security().jwkSetUri()).isEqualTo("https://issuer.example/certs");
        assertThat(bound.security().memberClaim()).isEqualTo("code");
        assertThat(bound.security().keyFile()).isEqualTo(Path.of("/keys/lead.keys"));
    }

    @Test
    void what_the_chart_sets_are_settings_of_the_services() {
        var set = Pattern.compile("name: (MILEPOST_[A-Z_]+)")
                .matcher(Repository.text("deploy/helm/milepost/templates/deployment.yaml"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(set).hasSizeGreaterThan(6).isSubsetOf(Settings.environmentNames());
    }

    private static Stream<String> sources() {
        return Stream.of("platform", "reporting-service").flatMap(module -> {
            try (var files = Files.walk(Repository.file(module + "/src/main/java"))) {
                return files.filter(file -> file.toString().endsWith(".java")).map(Repository::text).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String page() {
        var settings = Settings.all();
        var sections = settings.stream()
                .map(ConfigurationTest::sectionOf)
                .distinct()
                .sorted()
                .toList();
        return Repository.text(ConfigurationTest.class.getResource("/configuration-head.md"))
                + sections.stream()
                        .map(section -> "\n### " + (section.isEmpty() ? "milepost" : "milepost." + section)
                                + "\n\n" + introduction(section)
                                + "| setting | type | otherwise | meaning |\n| --- | --- | --- | --- |\n"
                                + rows(settings, section))
                        .collect(Collectors.joining());
    }

    /** What the classes of a section say of themselves; its settings are named by what follows on that. */
    private static String introduction(String section) {
        var said =
                Settings.classes()
                        .getOrDefault(section.isEmpty() ? "milepost" : "milepost." + section, Set.of())
                        .stream()
                        .map(ConfigurationTest::said)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
        return said.isEmpty() ? "" : said + "\n\n";
    }

    private static String said(String type) {
        var simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        var comment =
                Pattern.compile("/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:@ConfigurationProperties\\([^)]*\\)\\s*)?"
                        + "(?:public )?record " + simple + "\\(");
        return sources()
                .map(comment::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1)
                        .replaceAll("(?m)^\\s*\\*", "")
                        .replaceAll("@param[\\s\\S]*", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .findFirst()
                .orElse("");
    }

    private static String rows(List<Settings> settings, String section) {
        return settings.stream()
                .filter(setting -> sectionOf(setting).equals(section))
                .map(setting -> "| `%s`<br>`%s` | %s | %s | %s%s |%n"
                        .formatted(
                                setting.name(),
                                setting.variable(),
                                setting.type(),
                                setting.otherwise() == null ? "" : "`%s`".formatted(setting.otherwise()),
                                setting.of().equals("all") ? "" : setting.of() + ": ",
                                setting.meaning()
                                        .replace("{@code ", "`")
                                        .replace("}", "`")
                                        .replace("|", "\\|")))
                .collect(Collectors.joining());
    }

    /** Those of one class stand together; what stands directly below milepost comes first. */
    private static String sectionOf(Settings setting) {
        var section = SECTION.matcher(setting.name());
        return section.matches() ? section.group(1) : "";
    }
}
