package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A command that callers may send: a catalogue row with roles. Rows without roles are for automations alone. */
record CommandRoute(Catalogue<?, ?, ?> catalogue, CommandRow<?, ?> row) {

    static List<CommandRoute> of(List<Catalogue<?, ?, ?>> catalogues) {
        return catalogues.stream().flatMap(CommandRoute::of).toList();
    }

    private static Stream<CommandRoute> of(Catalogue<?, ?, ?> catalogue) {
        return ExternalIds.routed(catalogue).stream().map(row -> new CommandRoute(catalogue, row));
    }

    String path() {
        var collection = "/v1/" + catalogue.plural();
        return row.creates() ? collection : collection + "/{id}/" + row.verb();
    }

    String locationOf(UUID id) {
        return "/v1/" + catalogue.plural() + "/" + id;
    }

    @SuppressWarnings("unchecked")
    Class<? extends Record> commandType() {
        return (Class<? extends Record>) row.type();
    }
}
