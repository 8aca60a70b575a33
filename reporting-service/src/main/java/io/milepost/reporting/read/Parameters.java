package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Query parameters, each given at most once. */
public final class Parameters {
    private Parameters() {}

    public static Optional<String> one(ServerRequest request, String name) {
        List<String> values = request.queryParams().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RequestReader.invalidParameter(name, "a single value");
        }
        // Of "?asOf" without a value the server makes a null.
        return values.isEmpty() ? Optional.empty() : Optional.of(Objects.requireNonNullElse(values.getFirst(), ""));
    }

    /** A value of an enumeration, written as its constant is named. */
    public static <E extends Enum<E>> Optional<E> choice(ServerRequest request, String name, Class<E> choices) {
        return one(request, name).map(text -> chosen(name, text, choices.getEnumConstants()));
    }

    private static <E extends Enum<E>> E chosen(String name, String text, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(() -> RequestReader.invalidParameter(
                        name, "one of " + Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
