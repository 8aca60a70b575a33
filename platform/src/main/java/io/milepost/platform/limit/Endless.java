package io.milepost.platform.limit;

import java.util.function.Predicate;
import org.springframework.web.server.ServerWebExchange;

/**
 * Requests that need not end. They have no turn, which would not end either; whoever answers them bounds how many there are.
 *
 * @param concerns whether a request is one of them
 */
public record Endless(Predicate<ServerWebExchange> concerns) {}
