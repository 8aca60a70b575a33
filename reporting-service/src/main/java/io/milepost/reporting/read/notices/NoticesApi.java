package io.milepost.reporting.read.notices;

import io.milepost.platform.web.NoticeReaders;
import io.milepost.platform.web.NoticeReaders.Inbox;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.Asked;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Parameters;
import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.notices.NoticeKeeper.One;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/notices?for=CODE}: what all services tell one member, the newest first. */
final class NoticesApi {
    private static final int MOST = 200;

    private final Reports reports;
    private final NoticeReaders readers;
    private final Feeding feeding;
    private final Mart mart;
    private final NoticeKeeper keeper;
    private final List<Freshness> sources;

    NoticesApi(Reports reports, NoticeReaders readers, Feeding feeding, Mart mart, NoticeKeeper keeper) {
        this.reports = reports;
        this.readers = readers;
        this.feeding = feeding;
        this.mart = mart;
        this.keeper = keeper;
        this.sources = feeding.freshness(NoticeKeeper.SERVICES);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/notices", this::notices).build();
    }

    /** The values of the parameter {@code status}. */
    private enum Status {
        OPEN,
        ACKNOWLEDGED
    }

    private record Query(Inbox inbox, @Nullable Status status) implements Asked {
        static Query of(ServerRequest request, Inbox inbox) {
            RequestReader.onlyParameters(request, "for", "status");
            return new Query(
                    inbox, Parameters.choice(request, "status", Status.class).orElse(null));
        }

        @Override
        public void write(ObjectNode body) {
            body.put("for", inbox.member());
        }

        boolean asksFor(Told notice) {
            return (status == null || status.name().equals(notice.status()))
                    && inbox.sight().sees(notice.circle());
        }
    }

    private Mono<ServerResponse> notices(ServerRequest request) {
        RequestReader.onlyParameters(request, "for", "status");
        return readers.inbox(request)
                .flatMap(inbox -> reports.answer(request, _ -> Query.of(request, inbox), sources, this::write));
    }

    private void write(Query query, ObjectNode body) {
        var tables = feeding.live().tables();
        var meant = mart.read(
                connection -> keeper.meantFor(connection, tables, query.inbox().circles()));
        body.put("setAside", meant.setAside());
        var found = meant.notices().stream()
                .filter(notice -> query.asksFor(notice.told()))
                .sorted(Comparator.comparing(
                                (One notice) -> Instant.parse(notice.told().raisedAt()))
                        .reversed()
                        .thenComparing(notice -> notice.id().toString()))
                .toList();
        var items = body.putArray("items");
        found.stream().limit(MOST).forEach(notice -> write(notice, items.addObject()));
        body.put("more", found.size() > MOST);
    }

    private static void write(One notice, ObjectNode item) {
        var told = notice.told();
        item.put("id", notice.id().toString())
                .put("service", told.service())
                .put("status", told.status())
                .put("kind", told.kind());
        var to = item.putArray("to");
        told.to().forEach(to::add);
        item.put("aggregate", told.aggregate());
        optional(item, "subject", told.subject());
        optional(item, "owner", told.owner());
        optional(item, "team", told.team());
        optional(item, "about", told.about());
        item.put("cause", told.cause());
        optional(item, "causeType", told.causeType());
        item.put("raisedAt", told.raisedAt());
        optional(item, "acknowledgedBy", told.acknowledgedBy());
        optional(item, "acknowledgedAt", told.acknowledgedAt());
    }

    private static void optional(ObjectNode item, String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }
}
