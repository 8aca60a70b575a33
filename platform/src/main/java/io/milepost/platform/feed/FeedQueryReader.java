package io.milepost.platform.feed;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Reads {@code ?after=184467&types=lead.captured,lead.converted.v1&limit=500&epoch=...}, strictly. */
final class FeedQueryReader {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final Pattern VERSION = Pattern.compile("\\.v[1-9]\\d{0,3}$");

    private final EventLog log;
    private final Set<String> names;

    FeedQueryReader(EventLog log, List<Catalogue<?, ?, ?>> catalogues) {
        this.log = log;
        names = Stream.concat(
                        catalogues.stream()
                                .flatMap(catalogue -> catalogue.events().stream())
                                .map(EventRow::name),
                        catalogues.stream().anyMatch(ExternalIds::has)
                                ? Stream.of(ExternalIds.ROW.name())
                                : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    FeedQuery page(ServerRequest request) {
        RequestReader.onlyParameters(request, "after", "types", "limit", "epoch");
        var query = new FeedQuery(
                RequestReader.position(request, "after", 0),
                types(request),
                RequestReader.count(request, "limit", USUAL, MOST));
        requireEpoch(request);
        return query;
    }

    /** Where the stream that was cut had come to wins over where it once began: both stand in a reconnecting request. */
    FeedQuery stream(ServerRequest request) {
        RequestReader.onlyParameters(request, "after", "types", "epoch");
        var after = RequestReader.position(request, "after", 0);
        var resumed = RequestReader.header(request, LAST_EVENT_ID);
        if (resumed != null && !POSITION.matcher(resumed).matches()) {
            throw new ProblemException(ProblemCode.INVALID_HEADER, LAST_EVENT_ID + " must be a position, such as 42.");
        }
        var query = new FeedQuery(resumed == null ? after : Long.parseLong(resumed), types(request), MOST);
        requireEpoch(request);
        return query;
    }

    /** A range of positions, both included. */
    record Range(long from, long to, TypeFilter types) {}

    Range range(ServerRequest request, int most) {
        RequestReader.onlyParameters(request, "from", "to", "types", "epoch");
        long from = RequestReader.position(request, "from", 0);
        long to = RequestReader.position(request, "to", 0);
        if (from < 1) {
            throw RequestReader.invalidParameter("from", "a position from 1 on");
        }
        if (to < from || to - from >= most) {
            throw RequestReader.invalidParameter("to", "a position from %d to %d".formatted(from, from + most - 1));
        }
        var range = new Range(from, to, types(request));
        requireEpoch(request);
        return range;
    }

    /** A position that the log has not come to is of another history, or a mistake: to wait for it would lose events. */
    long requireReached(String name, long position) {
        if (!log.reaches(position).join()) {
            throw RequestReader.invalidParameter(
                    name, "a position up to %d, the log's last; its epoch is %s".formatted(log.head(), log.epoch()));
        }
        return position;
    }

    private void requireEpoch(ServerRequest request) {
        request.queryParam("epoch").filter(known -> !known.equals(log.epoch())).ifPresent(known -> {
            throw new ProblemException(
                    ProblemCode.EPOCH_CHANGED, "The log is of epoch %s; start anew from 0.".formatted(log.epoch()));
        });
    }

    private TypeFilter types(ServerRequest request) {
        var asked = request.queryParam("types").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        for (var type : asked) {
            if (!names.contains(VERSION.matcher(type).replaceFirst(""))) {
                throw RequestReader.invalidParameter(
                        "types", "names of this service's events, like lead.captured or lead.captured.v1");
            }
        }
        return new TypeFilter(asked);
    }
}
