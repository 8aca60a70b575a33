package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A promise stands with the test that fails when it does not hold, and such a test there is. */
class SecurityPageTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
    private static final Pattern PROMISE = Pattern.compile("^\\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);

    @Test
    void every_test_that_a_page_of_promises_names_is_there() throws IOException {
        var tests = tests();
        for (var page : Set.of("docs/security.md", "docs/webhooks.md", "docs/reliability.md", "CONTRIBUTING.md")) {
            assertThat(named(Repository.text(page))).as(page).isNotEmpty().allMatch(tests::contains);
        }
        assertThat(named("`NoSuchTest` and `AccessIT`").stream().filter(test -> !tests.contains(test)))
                .as("control: one that is missing is seen")
                .containsExactly("NoSuchTest");
    }

    @Test
    void every_promise_of_security_has_a_proof() {
        var proofs = PROMISE.matcher(Repository.text("docs/security.md"))
                .results()
                .map(found -> found.group(1))
                .filter(proof -> !proof.equals("proof") && !proof.startsWith("---"))
                .toList();
        assertThat(proofs)
                .hasSizeGreaterThan(25)
                .allMatch(proof -> NAMED.matcher(proof).find()
                        || proof.startsWith("tests of each aggregate")
                        || proof.startsWith("none here: "));
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(Repository.ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
