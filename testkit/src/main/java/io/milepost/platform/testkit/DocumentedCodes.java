package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.documents.OpenApiDocument;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.testkit.SuiteClient.Route;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Which problems the OpenAPI document says that an operation may answer. */
final class DocumentedCodes {
    private final JsonNode document;

    DocumentedCodes(List<? extends Catalogue<?, ?, ?>> catalogues) {
        document = OpenApiDocument.of("any", catalogues, List.of(), ContractFiles.platformProblems(), Samples.plain());
    }

    boolean has(Route route, int status, String code) {
        var reference = document.path("paths")
                .path(route.path(null).replace("/null/", "/{id}/"))
                .path("post")
                .path("responses")
                .path(String.valueOf(status))
                .path("$ref")
                .asString("#/none");
        return document.at(reference.substring(1)).path("x-codes").has(code);
    }
}
