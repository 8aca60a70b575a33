package io.milepost.platform.web;

import io.milepost.platform.projection.InvalidQuery;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.ListQuery.Filter;
import io.milepost.platform.projection.ListQuery.Op;
import io.milepost.platform.projection.ListQuery.Order;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The query of a list: {@code ?status=eq:QUALIFIED&orderBy=closeDate desc,id&pageSize=50} (api.md 10, 11). */
final class ListQueryReader {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 200;
    private static final Pattern ORDER = Pattern.compile("([A-Za-z.]+)(?: +(asc|desc))?");
    private static final Set<String> OWN =
            Set.of("pageSize", "pageToken", "orderBy", "count", FieldSelection.PARAMETER, Expansion.PARAMETER);

    private ListQueryReader() {}

    static ListQuery read(ServerRequest request, Set<String> fields) {
        return read(request, fields, Set.of());
    }

    /** @param besides names of parameters that somebody else reads */
    static ListQuery read(ServerRequest request, Set<String> fields, Set<String> besides) {
        try {
            return new ListQuery(
                    filters(request, fields, besides),
                    orders(request, fields),
                    pageSize(request),
                    request.queryParam("pageToken").orElse(null),
                    RequestReader.flag(request, "count"));
        } catch (InvalidQuery invalid) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, String.valueOf(invalid.getMessage()));
        }
    }

    /** A page's size, of a list or of anything else that comes in pages. */
    static int pageSize(ServerRequest request) {
        var size = request.queryParam("pageSize").orElse(String.valueOf(DEFAULT_SIZE));
        if (!size.matches("\\d{1,4}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > MAX_SIZE) {
            throw RequestReader.invalidParameter("pageSize", "a number from 1 to " + MAX_SIZE);
        }
        return Integer.parseInt(size);
    }

    private static List<Filter> filters(ServerRequest request, Set<String> fields, Set<String> besides) {
        var names = request.queryParams().keySet().stream()
                .filter(name -> !OWN.contains(name) && !besides.contains(name))
                .toList();
        RequestReader.requireKnown(names, fields);
        RequestReader.requireOnce(request, OWN);
        RequestReader.requireOnce(request, besides);
        // Of "?status" without a value the server makes a null.
        return names.stream()
                .flatMap(name -> request.queryParams().getOrDefault(name, List.of()).stream()
                        .map(value -> filter(name, value == null ? "" : value)))
                .toList();
    }

    private static Filter filter(String field, String condition) {
        int colon = condition.indexOf(':');
        var word = colon < 0 ? "" : condition.substring(0, colon);
        var op = Arrays.stream(Op.values())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> RequestReader.invalidParameter(
                        field, "op:value with op one of eq, ne, lt, le, gt, ge, in, has"));
        var value = condition.substring(colon + 1);
        return new Filter(field, op, op == Op.IN ? List.of(value.split(",", -1)) : List.of(value));
    }

    private static List<Order> orders(ServerRequest request, Set<String> fields) {
        var orders = request.queryParam("orderBy").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(ListQueryReader::order)
                .toList();
        RequestReader.requireKnown(orders.stream().map(Order::field).toList(), fields);
        return orders;
    }

    private static Order order(String text) {
        var matcher = ORDER.matcher(text.strip());
        if (!matcher.matches()) {
            throw RequestReader.invalidParameter("orderBy", "fields like closeDate desc,id");
        }
        return new Order(matcher.group(1), "desc".equals(matcher.group(2)));
    }
}
