package io.milepost.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * In which media types a path answers.
 *
 * @param types the first is for callers that do not care
 */
public record AnswerTypes(List<MediaType> types) {
    /** What almost every path answers in. */
    public static final AnswerTypes JSON = new AnswerTypes(List.of(MediaType.APPLICATION_JSON));

    public AnswerTypes {
        types = List.copyOf(types);
    }

    /** What the caller likes best of these; refused before anything is done when it could not read any. */
    public MediaType choose(ServerRequest request) {
        return best(request.headers().asHttpHeaders()).orElseThrow(this::notAcceptable);
    }

    /** The same for those who do not answer; empty where the caller could not read any. */
    public Optional<MediaType> best(HttpHeaders headers) {
        try {
            var accepted = headers.getAccept();
            return accepted.isEmpty()
                    ? Optional.of(types.getFirst())
                    : accepted.stream()
                            .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                                    .reversed())
                            .flatMap(wanted -> types.stream().filter(type -> type.isCompatibleWith(wanted)))
                            .findFirst();
        } catch (IllegalArgumentException junk) {
            // Of junk, or of more than fifty, there is none.
            return Optional.empty();
        }
    }

    /** Lets only requests through whose callers can read an answer: before anything is done, so that others cause nothing. */
    public Mono<ServerResponse> only(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return Mono.defer(() -> {
            choose(request);
            return next.handle(request);
        });
    }

    private ProblemException notAcceptable() {
        return new ProblemException(
                ProblemCode.NOT_ACCEPTABLE,
                "Available media types: %s."
                        .formatted(types.stream().map(MediaType::toString).collect(Collectors.joining(", "))));
    }
}
