package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.notice.NoticeCatalogue;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Which path leads where. */
final class Routes {
    private Routes() {}

    static RouterFunction<ServerResponse> commands(
            List<CommandRoute> commands, SingleCommands single, Batches batches) {
        var routes = RouterFunctions.route().POST("/v1/batch", batches::handle);
        commands.forEach(route -> routes.POST(route.path(), request -> single.handle(route, request)));
        return routes.filter(AnswerTypes.JSON::only).build();
    }

    static RouterFunction<ServerResponse> reads(
            List<Catalogue<?, ?, ?>> catalogues, EntityReads entities, ListReads lists) {
        var routes = RouterFunctions.route();
        for (var catalogue : catalogues) {
            var path = "/v1/" + catalogue.plural();
            boolean told = catalogue.aggregate().equals(NoticeCatalogue.AGGREGATE);
            boolean named = ExternalIds.has(catalogue);
            routes.GET(path, request -> {
                        if (named && request.queryParams().containsKey(EntityReads.EXTERNAL_ID)) {
                            return entities.named(catalogue, request);
                        }
                        return told ? lists.notices(catalogue, request) : lists.list(catalogue, request);
                    })
                    .GET(catalogue.readPath(), request -> entities.entity(catalogue, request))
                    .GET(path + "/{id}/history", request -> entities.history(catalogue, request));
        }
        return catalogues.isEmpty()
                ? request -> Mono.empty()
                : routes.filter(AnswerTypes.JSON::only).build();
    }

    /** Also as a text for people. */
    static RouterFunction<ServerResponse> persons(PersonReads persons) {
        return RouterFunctions.route()
                .GET("/v1/persons/{id}", persons::held)
                .filter(PersonReads.TYPES::only)
                .build();
    }

    static RouterFunction<ServerResponse> due(DueReads due) {
        return RouterFunctions.route()
                .GET("/v1/due", due::due)
                .filter(AnswerTypes.JSON::only)
                .build();
    }

    static RouterFunction<ServerResponse> jobs(JobReads jobs) {
        var told = RouterFunctions.route()
                .GET("/v1/jobs", jobs::list)
                .GET("/v1/jobs/{id}", jobs::one)
                .POST("/v1/jobs/{id}/cancel", jobs::cancel)
                .filter(AnswerTypes.JSON::only)
                .build();
        return RouterFunctions.route()
                .GET("/v1/jobs/{id}/results", jobs::results)
                .filter(JobReads.LINES::only)
                .build()
                .and(told);
    }

    static RouterFunction<ServerResponse> parked(ParkedOperations parked) {
        return RouterFunctions.route()
                .GET("/v1/parked", parked::parked)
                .POST("/v1/parked/redrive", parked::redrive)
                .filter(AnswerTypes.JSON::only)
                .build();
    }

    static RouterFunction<ServerResponse> documents(Documents documents) {
        return RouterFunctions.route()
                .GET("/openapi.json", request -> documents.contract("openapi.json"))
                .GET("/asyncapi.json", request -> documents.contract("asyncapi.json"))
                .GET("/schemas/{file}", documents::schema)
                .GET("/problems/{code}", documents::problem)
                .filter(AnswerTypes.JSON::only)
                .build();
    }
}
