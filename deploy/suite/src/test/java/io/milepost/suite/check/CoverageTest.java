package io.milepost.suite.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The steps of the guides against the catalogue and the reports. */
class CoverageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern GUIDE = Pattern.compile("^## (D\\d{2}) (.+)$", Pattern.MULTILINE);
    private static final Pattern STEP = Pattern.compile("^\\| ([^|-][^|]*) \\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Aggregates, commands and events of the catalogue. */
    private static final Pattern CATALOGUED = Pattern.compile(
            "^(?:### ([a-z-]+)|\\| ([A-Z]\\w*[a-z]\\w*) \\|.*|\\| ([a-z-]+\\.[a-z-]+\\.v\\d+) \\|.*)$",
            Pattern.MULTILINE);

    private static final Pattern REPORT = Pattern.compile("\"/v1/reports/([a-z-]+)\"");

    @Test
    @DisplayName(
            "every step of the 23 guides names the command, event, aggregate or report that does it, and there is such a one")
    void every_step_is_done_by_something() {
        assertThat(faults(read("docs/coverage.md"), names())).isEmpty();
    }

    @Test
    @DisplayName("a step that points to nothing is found, and so are a guide that is missing and a step without a name")
    void finds_faults() {
        var sound = IntStream.rangeClosed(1, 23)
                .mapToObj(
                        "## D%02d Guide\n\n| Step | Done by |\n| --- | --- |\n| Sign | `SignContract` |\n\n"::formatted)
                .collect(Collectors.joining());
        assertThat(faults(sound, names())).isEmpty();
        assertThat(faults(sound.replaceFirst("SignContract", "SignNothing"), names()))
                .containsExactly("D01: there is no SignNothing");
        assertThat(faults(sound.replaceFirst("`SignContract`", "somebody"), names()))
                .containsExactly("D01: nothing does Sign");
        assertThat(faults(sound.replace("## D07 Guide", "## D08 Guide"), names()))
                .containsExactly("the guides are not D01 to D23, each once and in order");
        assertThat(faults(sound.replaceFirst("\\| Sign \\|.*", ""), names())).containsExactly("D01 has no steps");
    }

    @Test
    @DisplayName("names are those of aggregates, commands, events and reports, and of nothing else")
    void knows_names() {
        assertThat(names())
                .contains("opportunity", "SignContract", "opportunity.won.v1", "funnel")
                .doesNotContain("Role", "CONTRACT_NOT_DRAFT", "contracts.v1");
    }

    private static List<String> faults(String document, Set<String> names) {
        var faults = new ArrayList<String>();
        var guides = GUIDE.matcher(document).results().toList();
        if (!guides.stream().map(guide -> guide.group(1)).toList().equals(numbers())) {
            faults.add("the guides are not D01 to D23, each once and in order");
        }
        for (int at = 0; at < guides.size(); at++) {
            int end = at + 1 < guides.size() ? guides.get(at + 1).start() : document.length();
            faults.addAll(faults(
                    guides.get(at).group(1),
                    steps(document.substring(guides.get(at).end(), end)),
                    names));
        }
        return faults;
    }

    private static List<String> faults(String guide, List<MatchResult> steps, Set<String> names) {
        if (steps.isEmpty()) {
            return List.of(guide + " has no steps");
        }
        return steps.stream()
                .flatMap(step -> {
                    var named = NAME.matcher(step.group(2)).results().toList();
                    return named.isEmpty()
                            ? Stream.of("%s: nothing does %s".formatted(guide, step.group(1)))
                            : named.stream()
                                    .map(name -> name.group(1))
                                    .filter(name -> !names.contains(name))
                                    .map(name -> "%s: there is no %s".formatted(guide, name));
                })
                .toList();
    }

    private static List<MatchResult> steps(String section) {
        return STEP.matcher(section)
                .results()
                .filter(step -> !step.group(1).equals("Step"))
                .toList();
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 23).mapToObj("D%02d"::formatted).toList();
    }

    private static Set<String> names() {
        return Stream.concat(
                        CATALOGUED.matcher(read("docs/catalogue.md")).results(),
                        REPORT.matcher(read("contracts/reporting/openapi.json")).results())
                .map(CoverageTest::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
