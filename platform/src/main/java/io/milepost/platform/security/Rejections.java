package io.milepost.platform.security;

import io.milepost.platform.web.ClientKinds;
import io.milepost.platform.web.Problem;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What security refuses, as problems and with the challenge of RFC 6750. */
final class Rejections {
    private Rejections() {}

    /** No token, or one that is not believed. */
    static Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException refused) {
        boolean expired = isExpired(refused);
        challenge(
                exchange,
                refused instanceof InvalidBearerTokenException
                        ? "Bearer error=\"invalid_token\", error_description=\"%s\""
                                .formatted(expired ? "The token has expired" : "The token is not valid here")
                        : "Bearer");
        if (exchange.getRequest().getPath().value().startsWith("/odata/")) {
            // Spreadsheets ask their user for a name and a secret where they are challenged to.
            exchange.getResponse().getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Milepost\"");
        }
        return Problems.write(
                exchange,
                expired
                        ? Problem.of(ProblemCode.TOKEN_EXPIRED, "Get a new token from the issuer.")
                        : Problem.of(ProblemCode.UNAUTHENTICATED, "Send Authorization: Bearer with a valid token."));
    }

    static Mono<Void> forbidden(ServerWebExchange exchange, AccessDeniedException refused) {
        challenge(exchange, "Bearer error=\"insufficient_scope\"");
        return ClientKinds.noted(exchange)
                .then(Problems.write(
                        exchange,
                        Problem.of(
                                ProblemCode.FORBIDDEN,
                                "None of the caller's roles allows this, or it needs the access 'all'.")));
    }

    /** A path that means one thing to one reader and another to the next, or a header that is no text. */
    static Mono<Void> unreadable(ServerWebExchange exchange, ServerExchangeRejectedException refused) {
        return Problems.write(
                exchange,
                Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "The path or a header contains characters that are not allowed, encoded or plain."));
    }

    private static boolean isExpired(AuthenticationException refused) {
        return refused.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().stream()
                        .allMatch(error -> error.getErrorCode().equals(Tokens.EXPIRED));
    }

    private static void challenge(ServerWebExchange exchange, String challenge) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
