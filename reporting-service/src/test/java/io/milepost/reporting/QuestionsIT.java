package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The requests of docs/questions.md, sent as they stand there. */
class QuestionsIT {
    private static final Pattern ASKED =
            Pattern.compile("^\\| *\\d* *\\|[^|]*\\| `(/v1/[^`]+)` \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern COLUMN = Pattern.compile("`([a-z0-9_]+)`");

    /** Of which the population of these tests has nothing to tell; their figures are tested where they are declared. */
    private static final Set<String> EMPTY =
            Set.of("late-closings", "delivery-milestones", "closing-items", "forecast", "attainment");

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (var report : List.of("funnel", "collections", "handovers", "closures")) {
                assertThat(answer("/v1/reports/" + report).get("state").asString())
                        .isEqualTo("COMPLETE");
            }
        });
    }

    @ParameterizedTest
    @DisplayName("a question of the list is answered with the columns that it names")
    @MethodSource
    void questions(String request, String columns) throws Exception {
        var answer = answer(request);
        var names = answer.get("columns")
                .valueStream()
                .map(column -> column.get("name").asString())
                .toList();
        assertThat(names)
                .containsAll(COLUMN.matcher(columns)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
        if (EMPTY.stream().noneMatch(request::contains)) {
            assertThat(answer.get("rows").isEmpty()).as(request).isFalse();
        }
    }

    static Stream<String[]> questions() throws IOException {
        return ASKED.matcher(Files.readString(Path.of("../docs/questions.md")))
                .results()
                .map(found -> new String[] {found.group(1), found.group(2)});
    }

    @Test
    void all_questions_of_the_list_are_asked() throws IOException {
        assertThat(questions()).hasSize(21);
    }

    private static JsonNode answer(String request) throws Exception {
        var answer = running.fetch(request.replace(" ", "%20").replace("'", "%27"), running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }
}
