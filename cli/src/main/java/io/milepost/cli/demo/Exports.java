package io.milepost.cli.demo;

import io.milepost.cli.Failure;
import io.milepost.cli.suite.Reads;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Whole datasets as files, looked through as somebody does who was given them all. */
record Exports(URI reporting, Reads reads) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Where the certificates are told over all services. */
    URI certificates() {
        return URI.create(reporting + "/v1/erasure-certificates");
    }

    URI rows(String dataset, String column, String value) {
        return URI.create(
                "%s/v1/datasets/%s?where=%s%%20eq%%20%%27%s%%27".formatted(reporting, dataset, column, value));
    }

    /**
     * How many datasets have the text, and how many there are.
     *
     * @param sought what has to be in some
     * @param never what may be in none
     */
    String found(String sought, List<String> never) {
        var names = JSON.readTree(reads.get(URI.create(reporting + "/v1/datasets")))
                .path("datasets")
                .valueStream()
                .map(dataset -> dataset.path("name").asString())
                .toList();
        var having = new TreeSet<String>();
        for (var name : names) {
            var file = reads.get(URI.create("%s/v1/datasets/%s/export?format=ndjson".formatted(reporting, name)));
            var clear = never.stream().filter(file::contains).toList();
            if (!clear.isEmpty()) {
                throw new Failure("the export of %s has %s".formatted(name, clear));
            }
            if (file.contains(sought)) {
                having.add(name);
            }
        }
        if (having.isEmpty()) {
            throw new Failure("%s is in no export, so what else is not there proves nothing".formatted(sought));
        }
        return "of %d datasets %s have %s".formatted(names.size(), having, sought);
    }
}
