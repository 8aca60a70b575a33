package io.milepost.reporting.read.mart.api;

import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.inbound.lead.RateFacts;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.Answer;
import io.milepost.reporting.read.mart.query.Asking;
import io.milepost.reporting.read.mart.query.Query;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.query.RowsQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Reports, rows and declarations of the mart. */
final class MartApi {
    static final String REPORTS = "/v1/reports/";

    private final Declarations declarations;
    private final Semantics semantics;
    private final Feeding feeding;
    private final Waiting waiting;
    private final Sights sights;
    private final Blocking blocking;
    private final Clock clock;
    private final ZoneId zone;

    MartApi(
            Declarations declarations,
            Feeding feeding,
            Waiting waiting,
            Sights sights,
            Blocking blocking,
            Clock clock,
            ZoneId zone) {
        this.declarations = declarations;
        this.semantics = new Semantics(declarations);
        this.feeding = feeding;
        this.waiting = waiting;
        this.sights = sights;
        this.blocking = blocking;
        this.clock = clock;
        this.zone = zone;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports", request -> said(request, semantics::reports))
                .GET("/v1/datasets", request -> said(request, semantics::datasets))
                .GET("/v1/semantics", request -> said(request, semantics::all))
                .GET(REPORTS + "{name}", this::report)
                .GET("/v1/datasets/{name}", this::rows)
                .build();
    }

    private static Mono<ServerResponse> said(ServerRequest request, Supplier<ObjectNode> body) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            RequestReader.onlyParameters(request);
            return JsonAnswers.json(ServerResponse.ok(), body.get());
        });
    }

    private Mono<ServerResponse> report(ServerRequest request) {
        var of = new LinkedHashSet<>(declarations
                .report(request.pathVariable("name"))
                .map(Report::sources)
                .orElse(Set.of()));
        if (request.queryParams().containsKey("currency")) {
            of.add(RateFacts.SOURCE);
        }
        return waiting.until(request, of)
                .then(sights.of(request))
                .flatMap(sight -> blocking.read(() -> Faults.asked(() -> {
                    var form = Form.of(request);
                    var asked = new Asking(declarations, today(), clock.instant())
                            .of(request.pathVariable("name"), form.parameters());
                    var live = feeding.live();
                    var query = asked.narrowed(dataset -> live.narrowing().of(dataset, sight));
                    var standing = feeding.standing(asked.sources());
                    var answer = live.answering().answer(query);
                    var body = Json.mapper().createObjectNode();
                    body.put("report", query.report().name());
                    body.put("definition", "/v1/semantics");
                    body.put("from", query.from() == null ? null : query.from().toString());
                    body.put("asOf", query.to().toString());
                    body.put(
                            "knownAt",
                            query.knownAt() == null ? null : query.knownAt().toString());
                    converted(body, answer);
                    said(body, standing, answer.setAside());
                    var table = new Tabular(answer.columns(), answer.rows());
                    return Written.of(form, query.report().name(), standing, body, table, "behind", behind(query));
                })))
                .flatMap(Written::answer);
    }

    private Mono<ServerResponse> rows(ServerRequest request) {
        var of = declarations.measures().stream()
                .<Dataset<?, ?>>map(Measures::dataset)
                .filter(dataset -> dataset.name().equals(request.pathVariable("name")))
                .findFirst();
        return waiting.until(request, of.map(Dataset::sources).orElse(Set.of()))
                .then(sights.of(request))
                .flatMap(sight -> blocking.read(() -> Faults.asked(() -> {
                    var form = Form.of(request);
                    var asked = RowsQuery.of(
                            declarations, request.pathVariable("name"), form.parameters(), today(), clock.instant());
                    var dataset = asked.of().dataset();
                    var live = feeding.live();
                    var query = live.narrowing()
                            .of(dataset, sight)
                            .map(asked::narrowed)
                            .orElse(asked);
                    var standing = feeding.standing(dataset.sources());
                    var page = live.rows().page(query);
                    var body = Json.mapper().createObjectNode();
                    body.put("dataset", query.of().dataset().name());
                    body.put("asOf", query.asOf().toString());
                    body.put(
                            "knownAt",
                            query.knownAt() == null ? null : query.knownAt().toString());
                    said(body, standing, 0);
                    var table = new Tabular(page.columns(), page.rows());
                    return Written.of(form, query.of().dataset().name(), standing, body, table, "next", page.next());
                })))
                .flatMap(Written::answer);
    }

    /** In which currency all amounts are, at which rates, and what if; nothing where nobody asked. */
    static void converted(ObjectNode body, Answer answer) {
        var conversion = answer.query().conversion();
        if (conversion != null) {
            body.put("inCurrency", conversion.currency().getCurrencyCode())
                    .put("rates", conversion.rates())
                    .put("ratesUsed", String.join(", ", answer.rates()));
        }
        if (answer.probabilities() != null) {
            body.put("probabilities", answer.probabilities());
        }
    }

    static void said(ObjectNode body, Standing standing, long setAside) {
        body.put("position", standing.position())
                .put("state", standing.state(setAside).name())
                .put("lagMs", standing.lagMs())
                .put("setAside", setAside);
        switch (standing.state(setAside)) {
            case BLOCKED -> body.put("blocked", standing.reason());
            case BUILDING -> body.put("events", standing.events());
            default -> {}
        }
    }

    /** Where the rows behind the figures are. */
    private static String behind(Query query) {
        String where = query.report().where();
        return "/v1/datasets/%s?asOf=%s%s%s"
                .formatted(
                        query.report().measures().dataset().name(),
                        query.to(),
                        where == null ? "" : "&where=" + URLEncoder.encode(where, StandardCharsets.UTF_8),
                        query.knownAt() == null ? "" : "&knownAt=" + query.knownAt());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * In which form an answer is wanted, and what else was asked.
     *
     * @param bom whether a text begins with a mark of its encoding, as old spreadsheets want it
     */
    private record Form(Format format, boolean bom, Map<String, String> parameters) {

        static Form of(ServerRequest request) {
            var parameters = new TreeMap<String, String>();
            request.queryParams().forEach((name, values) -> {
                if (values.size() > 1) {
                    throw RequestReader.invalidParameter(name, "a single value");
                }
                // Of "?asOf" without a value the server makes a null.
                parameters.put(name, Objects.requireNonNullElse(values.getFirst(), ""));
            });
            var format = Format.of(request, parameters.remove("format"));
            @Nullable String bom = parameters.remove("bom");
            if (bom != null && !bom.equals("true") && !bom.equals("false")) {
                throw new QueryException("bom", "true or false");
            }
            return new Form(format, "true".equals(bom), parameters);
        }
    }

    /**
     * An answer that needs the database no more.
     *
     * @param name of what it is of
     * @param body all of it in JSON; in other forms what they say of themselves
     * @param content of other forms
     */
    private record Written(Format format, String name, Standing standing, ObjectNode body, byte[] content) {

        /** With one thing more to say: where to go on from here. */
        static Written of(
                Form form,
                String name,
                Standing standing,
                ObjectNode body,
                Tabular table,
                String further,
                @Nullable String where) {
            if (form.format() == Format.JSON) {
                table.json(body);
            }
            body.put(further, where);
            return new Written(form.format(), name, standing, body, table.content(form.format(), form.bom(), body));
        }

        Mono<ServerResponse> answer() {
            var response = ServerResponse.ok()
                    .header(PositionHeaders.HEADER, standing.position())
                    .header(PositionHeaders.LAG, String.valueOf(standing.lagMs()));
            if (format == Format.JSON) {
                return JsonAnswers.json(response, body);
            }
            response.header("Milepost-State", body.get("state").asString());
            if (body.has("rates")) {
                response.header("Milepost-Currency", body.get("inCurrency").asString());
                response.header("Milepost-Rates", body.get("rates").asString());
            }
            if (format.isFile()) {
                response.header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s.%s\""
                                .formatted(name, body.get("asOf").asString(), format.named()));
            }
            return response.contentType(format.type()).bodyValue(content);
        }
    }
}
