package io.milepost.suite.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.Part;
import io.milepost.suite.fuzz.Request.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The fuzz finds what it is meant to find, and its requests are the same ones each time. */
class PlantedAnswersTest {

    private static final Path CONTRACTS =
            Path.of(System.getProperty("milepost.root", "../..")).resolve("contracts");
    private static final List<Api> APIS =
            Part.WRITING.stream().map(part -> Api.read(CONTRACTS, part)).toList();
    private static final Requests REQUESTS = new Requests(7, APIS, role -> "token of " + role);

    private static final String PROBLEM =
            "{\"type\":\"http://localhost/problems/NOT_FOUND\",\"status\":404,\"detail\":\"none\",\"code\":\"NOT_FOUND\"}";
    private static final List<Header> HEAD =
            List.of(new Header("Content-Type", "application/problem+json"), new Header("X-Request-Id", "1"));

    @Test
    void a_sound_answer_has_no_fault() {
        assertThat(new Answer(404, HEAD, PROBLEM).fault(fuzzed())).isEmpty();
        assertThat(new Answer(200, List.of(), "{}").fault(fuzzed())).isEmpty();
    }

    @Test
    void a_fault_of_the_service_and_a_status_that_is_not_documented_are_found() {
        assertThat(new Answer(500, HEAD, PROBLEM).fault(fuzzed())).hasValueSatisfying(has("500"));
        assertThat(new Answer(418, HEAD, PROBLEM).fault(fuzzed())).hasValueSatisfying(has("418"));
    }

    @Test
    void a_refusal_without_its_problem_or_request_id_is_found() {
        assertThat(new Answer(404, List.of(), "").fault(fuzzed())).hasValueSatisfying(has("without a problem"));
        assertThat(new Answer(404, HEAD.subList(0, 1), PROBLEM).fault(fuzzed()))
                .hasValueSatisfying(has("without a request id"));
        assertThat(new Answer(404, HEAD, PROBLEM.replace("\"code\":\"NOT_FOUND\"", "\"code\":\"\"")).fault(fuzzed()))
                .hasValueSatisfying(has("half a problem"));
    }

    @Test
    void what_nothing_speaks_against_must_not_be_refused() {
        var told = REQUESTS.get(0);
        assertThat(told.operation().statuses()).contains(404);
        assertThat(new Answer(404, HEAD, PROBLEM).fault(told)).hasValueSatisfying(has("404"));
    }

    @Test
    void a_number_is_the_same_request_each_time_and_a_round_has_every_operation() {
        var again = new Requests(7, APIS, role -> "token of " + role);
        Set<String> asked = LongStream.range(0, REQUESTS.roundSize())
                .mapToObj(number -> {
                    assertThat(again.get(number))
                            .hasToString(REQUESTS.get(number).toString());
                    assertThat(again.get(number).body())
                            .isEqualTo(REQUESTS.get(number).body());
                    return REQUESTS.get(number).operation().toString();
                })
                .collect(Collectors.toSet());
        assertThat(asked).hasSameSizeAs(REQUESTS.operations());
        assertThat(new Requests(8, APIS, role -> "token of " + role).get(0).body())
                .isNotEqualTo(REQUESTS.get(0).body());
    }

    /** Behind the story of its round. */
    private static Request fuzzed() {
        return LongStream.iterate(Story.LENGTH, number -> number + 1)
                .mapToObj(REQUESTS::get)
                .filter(request -> request.documented() && request.operation().isCommand())
                .findFirst()
                .orElseThrow();
    }

    private static Consumer<String> has(String part) {
        return fault -> assertThat(fault).contains(part);
    }
}
