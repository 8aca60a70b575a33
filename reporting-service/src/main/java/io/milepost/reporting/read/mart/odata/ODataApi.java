package io.milepost.reporting.read.mart.odata;

import io.milepost.platform.json.Json;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.odata.ODataException.Code;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.store.MartException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** OData v4 to read: list of sets, metadata, rows in pages and their number. What else OData knows is answered 501. */
public final class ODataApi {
    private static final String ROOT = "/odata/v1";
    private static final Set<String> FORMAT = Set.of("$format");
    private static final Set<String> COUNT = Set.of("$filter", "$top", "$skip", "$orderby", "$format");
    private static final Pattern PAGE = Pattern.compile("(?:odata\\.)?maxpagesize\\s*=\\s*\"?([1-9]\\d{0,8})\\b");

    private final Declarations declarations;
    private final Csdl csdl;
    private final Feeding feeding;
    private final Sights sights;
    private final Blocking blocking;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which a time is of a day */
    public ODataApi(
            Declarations declarations, Feeding feeding, Sights sights, Blocking blocking, Clock clock, ZoneId zone) {
        this.declarations = declarations;
        this.csdl = new Csdl(declarations);
        this.feeding = feeding;
        this.sights = sights;
        this.blocking = blocking;
        this.clock = clock;
        this.zone = zone;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(ROOT, this::sets)
                .GET(ROOT + "/", this::sets)
                .GET(ROOT + "/$metadata", this::metadata)
                .GET(ROOT + "/{set}", this::rows)
                .GET(ROOT + "/{set}/$count", this::count)
                .GET(
                        ROOT + "/{set}/{*more}",
                        request -> answered(() -> {
                            known(request);
                            throw notOffered(request.pathVariable("more").substring(1));
                        }))
                .POST(
                        ROOT + "/$batch",
                        _ -> answered(() -> {
                            throw notOffered("$batch");
                        }))
                .build();
    }

    private Mono<ServerResponse> sets(ServerRequest request) {
        return answered(() -> {
            var options = options(request);
            Asked.onlyOffered(options, FORMAT, false);
            var payload = Payload.of(options.get("$format"), request.headers().accept());
            var body = Json.mapper().createObjectNode();
            if (payload.context()) {
                body.put("@odata.context", root(request) + "$metadata");
            }
            var sets = body.putArray("value");
            declarations
                    .measures()
                    .forEach(of -> sets.addObject()
                            .put("name", of.dataset().name())
                            .put("title", of.dataset().label().en())
                            .put("kind", "EntitySet")
                            .put("url", of.dataset().name()));
            return answer().contentType(payload.type()).bodyValue(Json.mapper().writeValueAsBytes(body));
        });
    }

    private Mono<ServerResponse> metadata(ServerRequest request) {
        return answered(() -> {
            var options = options(request);
            Asked.onlyOffered(options, FORMAT, false);
            if (Payload.isJson(options.get("$format"), request.headers().accept())) {
                return answer().contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Json.mapper().writeValueAsBytes(csdl.json()));
            }
            return answer().contentType(MediaType.APPLICATION_XML).bodyValue(csdl.xml());
        });
    }

    private Mono<ServerResponse> rows(ServerRequest request) {
        return sights.of(request)
                .flatMap(sight -> read(() -> {
                    String set = known(request);
                    var options = options(request);
                    var payload =
                            Payload.of(options.get("$format"), request.headers().accept());
                    @Nullable Integer preferred = preferred(request);
                    var now = clock.instant();
                    var asked = Asked.of(declarations, set, options, preferred, LocalDate.ofInstant(now, zone), now);
                    var dataset = asked.rows().of().dataset();
                    var live = feeding.live();
                    var standing = feeding.standing(dataset.sources());
                    var query = live.narrowing()
                            .of(dataset, sight)
                            .map(asked.rows()::narrowed)
                            .orElse(asked.rows());
                    var page = live.rows().page(query, asked.counting());
                    @Nullable String next = asked.next(page, now);
                    var body = new Written(payload)
                            .rows(
                                    root(request) + "$metadata#" + set + asked.projection(),
                                    page,
                                    asked,
                                    next == null ? null : root(request) + set + "?" + next);
                    var answer = said(standing).contentType(payload.type());
                    if (preferred != null) {
                        answer.header("Preference-Applied", "odata.maxpagesize=" + preferred);
                    }
                    return answer.bodyValue(body);
                }));
    }

    private Mono<ServerResponse> count(ServerRequest request) {
        return sights.of(request)
                .flatMap(sight -> read(() -> {
                    String set = known(request);
                    var options = options(request);
                    Asked.onlyOffered(options, COUNT, true);
                    // OData wants those that a number does not depend on passed over here.
                    options.keySet().removeIf(name -> name.startsWith("$") && !name.equals("$filter"));
                    var now = clock.instant();
                    var asked = Asked.of(declarations, set, options, null, LocalDate.ofInstant(now, zone), now);
                    var dataset = asked.rows().of().dataset();
                    var live = feeding.live();
                    var standing = feeding.standing(dataset.sources());
                    var query = live.narrowing()
                            .of(dataset, sight)
                            .map(asked.rows()::narrowed)
                            .orElse(asked.rows());
                    long rows = live.rows().count(query);
                    return said(standing).contentType(MediaType.TEXT_PLAIN).bodyValue(String.valueOf(rows));
                }));
    }

    /** A set that is there. */
    private String known(ServerRequest request) {
        String set = request.pathVariable("set");
        if (declarations.dataset(set).isPresent()) {
            return set;
        }
        if (set.startsWith("$") || set.contains("(")) {
            throw notOffered(set);
        }
        throw new ODataException(
                Code.UNKNOWN_ENTITY_SET,
                set,
                "There are "
                        + String.join(
                                ", ",
                                declarations.measures().stream()
                                        .map(of -> of.dataset().name())
                                        .sorted()
                                        .toList()));
    }

    private static ODataException notOffered(String what) {
        return new ODataException(
                Code.NOT_OFFERED,
                what,
                "Sets are read as a whole, by $filter and in pages; %s is not offered".formatted(what));
    }

    private static Map<String, String> options(ServerRequest request) {
        var options = new TreeMap<String, String>();
        request.queryParams().forEach((name, values) -> {
            if (values.size() > 1 || values.getFirst() == null) {
                throw new ODataException(Code.INVALID_PARAMETER, name, name + " must have a single value");
            }
            options.put(name, values.getFirst());
        });
        return options;
    }

    /** What cannot be read of a preference is passed over. */
    private static @Nullable Integer preferred(ServerRequest request) {
        var found = PAGE.matcher(String.join(",", request.headers().header("Prefer")));
        return found.find() ? Math.min(Integer.parseInt(found.group(1)), RowsQuery.MOST) : null;
    }

    private static String root(ServerRequest request) {
        return UriComponentsBuilder.fromUri(request.uri())
                .replacePath(ROOT + "/")
                .replaceQuery(null)
                .toUriString();
    }

    private static ServerResponse.BodyBuilder answer() {
        return ServerResponse.ok().header("OData-Version", "4.0");
    }

    private static ServerResponse.BodyBuilder said(Standing standing) {
        return answer().header(PositionHeaders.HEADER, standing.position())
                .header(PositionHeaders.LAG, String.valueOf(standing.lagMs()))
                .header("Milepost-State", standing.state(0).name());
    }

    private Mono<ServerResponse> read(Supplier<Mono<ServerResponse>> work) {
        return blocking.read(() -> caught(work)).flatMap(answer -> answer);
    }

    private static Mono<ServerResponse> answered(Supplier<Mono<ServerResponse>> work) {
        return Mono.defer(() -> caught(work));
    }

    private static Mono<ServerResponse> caught(Supplier<Mono<ServerResponse>> work) {
        try {
            return work.get();
        } catch (QueryException wrong) {
            return error(ODataException.of(wrong));
        } catch (ODataException wrong) {
            return error(wrong);
        } catch (MartException e) {
            throw e.isTimeout()
                    ? new ProblemException(ProblemCode.TOO_BUSY, "The question took too long: ask for less of it.")
                    : new ProblemException(ProblemCode.STORE_UNAVAILABLE, "The mart cannot be read at present.");
        }
    }

    private static Mono<ServerResponse> error(ODataException wrong) {
        var body = Json.mapper().createObjectNode();
        var error = body.putObject("error").put("code", wrong.code().name()).put("message", wrong.said());
        if (wrong.target() != null) {
            error.put("target", wrong.target());
        }
        return ServerResponse.status(wrong.code().status())
                .header("OData-Version", "4.0")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.mapper().writeValueAsBytes(body));
    }
}
