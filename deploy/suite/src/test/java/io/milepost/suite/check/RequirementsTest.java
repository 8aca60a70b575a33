package io.milepost.suite.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of the requirements against the code: every row has a state, and none works without a test that names it. */
class RequirementsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern ROW =
            Pattern.compile("^\\| (R-\\d{3}) \\|[^|]+\\|[^|]+\\|[^|]+\\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern STATE = Pattern.compile("works|not yet|partly: \\S.*");
    private static final Pattern COUNT = Pattern.compile("^\\| ([a-z ]+) \\|[^|]+\\| (\\d+) \\|$", Pattern.MULTILINE);
    private static final Pattern DISPLAY_NAME =
            Pattern.compile("@DisplayName\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*+\"[\\s+]*+)+)\\)");
    private static final Pattern NAMED_ROWS = Pattern.compile("R-(\\d{3})(?: to R-(\\d{3}))?");
    private static final Pattern NAMED_DECISIONS = Pattern.compile("[Dd]ecisions? (\\d+(?:(?:,| and) \\d+)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAMED_INVARIANT = Pattern.compile("\\bI\\d{1,2}\\b");
    private static final Pattern EXPLAINED = Pattern.compile("^\\| (I?\\d+) \\| [^|\\s]", Pattern.MULTILINE);
    private static final Set<String> ROWS =
            IntStream.rangeClosed(1, 208).mapToObj("R-%03d"::formatted).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_row_stands_once_with_its_state_and_works_only_with_a_test_that_names_it() {
        assertThat(faults(requirements(), rowsNamedByTests())).isEmpty();
    }

    @Test
    void every_decision_and_invariant_that_the_code_names_is_explained() {
        var code = Stream.concat(sources("src/main/java"), sources("src/test/java"))
                .collect(Collectors.joining("\n"));
        assertThat(explainedIn(read(DOCS.resolve("decisions.md"))))
                .containsExactlyElementsOf(numbers("", 45))
                .containsAll(decisionsNamedIn(code));
        assertThat(decisionsNamedIn(code)).contains("24", "45");
        assertThat(explainedIn(read(DOCS.resolve("invariants.md"))))
                .containsExactlyElementsOf(numbers("I", 14))
                .containsAll(invariantsNamedIn(code));
        assertThat(invariantsNamedIn(code)).contains("I1", "I14");
    }

    @Test
    void a_row_that_works_without_a_test_is_found_and_so_is_every_other_fault() {
        var sound = document();
        var named = Set.of("R-001");
        assertThat(faults(sound, named)).isEmpty();

        assertThat(faults(sound, Set.of("R-002"))).containsExactly("R-001 works, and no test names it");
        assertThat(faults(sound.replace(row(7, "partly: half of it"), ""), named))
                .contains("R-007 is missing");
        assertThat(faults(sound + row(7, "partly: half of it"), named)).contains("R-007 stands here twice");
        assertThat(faults(sound + row(209, "not yet"), named)).contains("R-209 is no row");
        for (var state : List.of("done", "partly", "partly:", "Works", "not yet, but soon")) {
            assertThat(faults(sound.replace(row(7, "partly: half of it"), row(7, state)), named))
                    .contains("R-007 has no state: " + state);
        }
        assertThat(faults(sound.replace("| works | all of it | 1 |", "| works | all of it | 2 |"), named))
                .containsExactly("1 rows are works, and 2 are said to be");
        assertThat(faults(sound.replace("| R-008 | something |", "| R-008 |"), named))
                .contains("R-008 is missing");
    }

    @Test
    void rows_are_named_in_display_names_alone_in_lists_and_in_ranges() {
        var source = "// R-010\n@DisplayName(\"R-001, G02: one \\\"quoted\\\"\")\n"
                + "@DisplayName(\n \"R-003, R-004 to\"\n + \" R-006: many\")\nvar text = \"R-011\";";
        assertThat(rowsNamedIn(source)).containsExactly("R-001", "R-003", "R-004", "R-005", "R-006");
        assertThat(decisionsNamedIn("Decision 4, 43: x; decision 6). decisions 7 and 8, R-009; 12 decisions"))
                .containsExactly("4", "43", "6", "7", "8");
        assertThat(invariantsNamedIn("I1, I14 and (I6); not I123, HI3 or I-5")).containsExactly("I1", "I14", "I6");
        assertThat(explainedIn("| Decision | What |\n| --- | --- |\n| 4 | x |\n| 5 | |\n| I14 | y |\n"))
                .containsExactly("4", "I14");
    }

    /** What is wrong with a document of the requirements; nothing when it is sound. */
    static List<String> faults(String document, Set<String> namedByTests) {
        var faults = new ArrayList<String>();
        Map<String, String> states = new LinkedHashMap<>();
        ROW.matcher(document).results().forEach(row -> {
            if (states.put(row.group(1), row.group(2)) != null) {
                faults.add(row.group(1) + " stands here twice");
            }
        });
        for (var row : ROWS) {
            if (!states.containsKey(row)) {
                faults.add(row + " is missing");
            }
        }
        states.forEach((row, state) -> {
            if (!ROWS.contains(row)) {
                faults.add(row + " is no row");
            }
            if (!STATE.matcher(state).matches()) {
                faults.add("%s has no state: %s".formatted(row, state));
            }
            if (state.equals("works") && !namedByTests.contains(row)) {
                faults.add(row + " works, and no test names it");
            }
        });
        faults.addAll(miscounted(document, states));
        return faults;
    }

    private static List<String> miscounted(String document, Map<String, String> states) {
        Map<String, Long> rows = states.values().stream()
                .collect(Collectors.groupingBy(
                        state -> state.replaceFirst(":.*", ""), TreeMap::new, Collectors.counting()));
        Map<String, Long> told = new TreeMap<>();
        COUNT.matcher(document).results().forEach(count -> told.put(count.group(1), Long.valueOf(count.group(2))));
        var kinds = new TreeSet<>(rows.keySet());
        kinds.addAll(told.keySet());
        return kinds.stream()
                .filter(kind -> !rows.getOrDefault(kind, 0L).equals(told.getOrDefault(kind, 0L)))
                .map(kind -> "%d rows are %s, and %d are said to be"
                        .formatted(rows.getOrDefault(kind, 0L), kind, told.getOrDefault(kind, 0L)))
                .toList();
    }

    private static Set<String> rowsNamedByTests() {
        return sources("src/test/java")
                .flatMap(source -> rowsNamedIn(source).stream())
                .collect(Collectors.toSet());
    }

    static String requirements() {
        return read(DOCS.resolve("requirements.md"));
    }

    static Stream<String> displayNames(String source) {
        return DISPLAY_NAME.matcher(source).results().map(name -> name.group(1).replaceAll("\"\\s*\\+\\s*\"", ""));
    }

    private static Set<String> rowsNamedIn(String source) {
        return displayNames(source)
                .flatMap(name -> NAMED_ROWS.matcher(name).results())
                .flatMap(RequirementsTest::range)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> range(MatchResult rows) {
        int first = Integer.parseInt(rows.group(1));
        int last = rows.group(2) == null ? first : Integer.parseInt(rows.group(2));
        return IntStream.rangeClosed(first, last).mapToObj("R-%03d"::formatted);
    }

    private static Set<String> decisionsNamedIn(String code) {
        return NAMED_DECISIONS
                .matcher(code)
                .results()
                .flatMap(named -> NUMBER.matcher(named.group(1)).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> invariantsNamedIn(String code) {
        return NAMED_INVARIANT
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> numbers(String prefix, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> prefix + number)
                .toList();
    }

    private static List<String> explainedIn(String document) {
        return EXPLAINED.matcher(document).results().map(row -> row.group(1)).toList();
    }

    /** The text of every source file below this folder of any module, but for this file, which names what does not exist. */
    static Stream<String> sources(String folder) {
        var modules = new HashSet<Path>();
        for (var parent : List.of(ROOT, ROOT.resolve("bench"), ROOT.resolve("deploy"))) {
            modules.addAll(list(parent));
        }
        return modules.stream()
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(RequirementsTest::javaFiles)
                .map(RequirementsTest::read);
    }

    private static List<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("RequirementsTest.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row works, one is there in part, all others are not. */
    private static String document() {
        var head = "| works | all of it | 1 |\n| partly | some of it | 1 |\n| not yet | nothing | 206 |\n";
        return IntStream.rangeClosed(1, 208)
                .mapToObj(number -> switch (number) {
                    case 1 -> row(number, "works");
                    case 7 -> row(number, "partly: half of it");
                    default -> row(number, "not yet");
                })
                .collect(Collectors.joining("", head, ""));
    }

    private static String row(int number, String state) {
        return "| R-%03d | something | lead | `lead` | %s |\n".formatted(number, state);
    }
}
