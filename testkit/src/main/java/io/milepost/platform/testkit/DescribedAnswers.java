package io.milepost.platform.testkit;

import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.SuiteClient.Answer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds every answer of a service against its published document (OWASP API3, API8 and API9): whatever a test asks for, the answer has a
 * documented status and nothing but documented fields, tells browsers to do nothing with it, and shows nothing of what is inside.
 */
public final class DescribedAnswers {
    private static final Pattern INSIDE = Pattern.compile(
            "Exception\\b|\\bat [a-z]+\\.[a-z]|io\\.milepost|org\\.(springframework|axonframework)|mongodb");

    private static final Pattern JSON = Pattern.compile("application/([a-z]+\\+)?json");

    /** Values begin so. */
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final Set<String> NEVER = Set.of(
            "Set-Cookie", "Server", "X-Powered-By", "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials");

    private final DeclaredJson declared;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> faults = new ConcurrentSkipListSet<>();

    private record Operation(String method, List<String> path, JsonNode said) {
        /** How many words of a path are those of this operation; negative where it is another one's. */
        int fits(String asked, List<String> words) {
            if (!method.equals(asked) || words.size() != path.size()) {
                return -1;
            }
            int same = 0;
            for (int i = 0; i < path.size(); i++) {
                if (path.get(i).equals(words.get(i))) {
                    same++;
                } else if (!path.get(i).startsWith("{")) {
                    return -1;
                }
            }
            return same;
        }

        @Override
        public String toString() {
            return method + " /" + String.join("/", path);
        }
    }

    public DescribedAnswers(JsonNode document) {
        this.declared = new DeclaredJson(document);
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, said) ->
                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), words(path), said))));
    }

    /** By a service's approved document. */
    public static DescribedAnswers of(String service) {
        return new DescribedAnswers(ContractFiles.document(service));
    }

    void note(String method, URI asked, Answer answer) {
        var operation = operation(method, words(asked.getPath()));
        var name = "%s, %d"
                .formatted(operation == null ? method + " " + asked.getPath() : operation.toString(), answer.status());
        headers(answer.headers()).forEach(fault -> faults.add(name + fault));
        boolean failed = answer.status() >= 400;
        if (failed && INSIDE.matcher(answer.text()).find()) {
            faults.add("%s shows what is inside: %s".formatted(name, answer.text()));
        }
        if (operation != null) {
            described(operation, asked, answer).forEach(fault -> faults.add(name + fault));
        } else if (asked.getPath().startsWith("/v1/") && !failed && !method.equals("OPTIONS")) {
            faults.add(name + " is in no document");
        }
    }

    /** All that was answered otherwise than it is described. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private static Stream<String> headers(HttpHeaders headers) {
        var lacking = HEADERS.entrySet().stream()
                .filter(header ->
                        !headers.firstValue(header.getKey()).orElse("").startsWith(header.getValue()))
                .map(header -> " is answered without " + header.getKey());
        var told = NEVER.stream()
                .filter(header -> headers.firstValue(header).isPresent())
                .map(header -> " is answered with " + header);
        return Stream.concat(lacking, told);
    }

    private @Nullable Operation operation(String method, List<String> path) {
        return operations.stream()
                .filter(operation -> operation.fits(method, path) >= 0)
                .max(Comparator.comparingInt(operation -> operation.fits(method, path)))
                .orElse(null);
    }

    private Stream<String> described(Operation operation, URI asked, Answer answer) {
        var response = declared.resolved(operation.said().path("responses").path(String.valueOf(answer.status())));
        if (response.isMissingNode()) {
            return Stream.of(" is not documented");
        }
        var type = String.valueOf(answer.header("content-type")).split(";", 2)[0];
        if (answer.text().isEmpty() || !JSON.matcher(type).matches()) {
            return Stream.empty();
        }
        var schema = response.path("content").path(type).path("schema");
        boolean whole = asked.getQuery() == null || !asked.getQuery().contains("fields=");
        return declared.faults(schema, Json.mapper().readTree(answer.text()), whole).stream()
                .map(fault -> ": " + fault);
    }

    private static List<String> words(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
