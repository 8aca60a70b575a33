package io.milepost.suite.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gates in docs/requirements.md against the code: each is decided by commands that there are, and a test names it. */
class GatesTest {
    private static final Pattern GATE = Pattern.compile("^\\| (G\\d{2}) \\|[^|]+\\|([^|]+)\\|", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");
    private static final Pattern RECORD = Pattern.compile("\\brecord ([A-Z]\\w+)\\(");
    private static final Pattern NAMED = Pattern.compile("\\bG\\d{2}\\b");
    private static final List<String> GATES =
            IntStream.rangeClosed(1, 22).mapToObj("G%02d"::formatted).toList();

    @Test
    void every_gate_is_decided_by_commands_that_there_are_and_named_by_a_test() {
        assertThat(faults(RequirementsTest.requirements(), commands(), gatesNamedByTests()))
                .isEmpty();
    }

    @Test
    void a_gate_that_nothing_decides_or_no_test_names_is_found() {
        var sound = GATES.stream()
                .map("| %s | whether | `deal`: Decide, Reopen | R-001 |\n"::formatted)
                .collect(Collectors.joining());
        var commands = Set.of("Decide", "Reopen");
        var named = Set.copyOf(GATES);
        assertThat(faults(sound, commands, named)).isEmpty();

        assertThat(faults(sound, Set.of("Decide"), named)).contains("G01 is decided by Reopen, which is no command");
        assertThat(faults(
                        sound.replace("| G05 | whether | `deal`: Decide, Reopen |", "| G05 | whether | a talk |"),
                        commands,
                        named))
                .containsExactly("G05 is decided by nothing");
        assertThat(faults(sound, commands, Set.copyOf(GATES.subList(1, 22)))).containsExactly("no test names G01");
        assertThat(faults(sound.replace("| G22 |", "| G21 |"), commands, named))
                .contains("the gates are not G01 to G22, each once");
    }

    private static List<String> faults(String document, Set<String> commands, Set<String> named) {
        var faults = new ArrayList<String>();
        var deciding = new LinkedHashMap<String, List<String>>();
        var gates = GATE.matcher(document).results().toList();
        if (!gates.stream().map(gate -> gate.group(1)).toList().equals(GATES)) {
            faults.add("the gates are not G01 to G22, each once");
        }
        gates.forEach(gate -> deciding.put(
                gate.group(1),
                COMMAND.matcher(gate.group(2)).results().map(MatchResult::group).toList()));
        deciding.forEach((gate, decided) -> {
            if (decided.isEmpty()) {
                faults.add(gate + " is decided by nothing");
            }
            decided.stream()
                    .filter(command -> !commands.contains(command))
                    .forEach(
                            command -> faults.add("%s is decided by %s, which is no command".formatted(gate, command)));
            if (!named.contains(gate)) {
                faults.add("no test names " + gate);
            }
        });
        return faults;
    }

    private static Set<String> commands() {
        return RequirementsTest.sources("src/main/java")
                .flatMap(source -> RECORD.matcher(source).results())
                .map(command -> command.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> gatesNamedByTests() {
        return RequirementsTest.sources("src/test/java")
                .flatMap(RequirementsTest::displayNames)
                .flatMap(name -> NAMED.matcher(name).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
