package io.milepost.cli.mart;

import io.milepost.cli.suite.Reads;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mart of a running reporting-service. */
record Mart(URI reporting, Reads requests) {
    private static final JsonMapper JSON = new JsonMapper();

    JsonNode get(String path) {
        return JSON.readTree(requests.get(at(path)));
    }

    JsonNode act(String method, String path) {
        return JSON.readTree(requests.act(method, at(path)));
    }

    private URI at(String path) {
        return URI.create(reporting + "/v1/projections/mart" + path);
    }
}
