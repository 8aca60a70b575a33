package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One service's part of docs/catalogue.md: commands, events and refusals of each aggregate as tables. */
public final class CatalogueTable {

    private CatalogueTable() {}

    public static String of(String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        return "## " + service + "\n\n"
                + (catalogues.isEmpty()
                        ? "No aggregate of its own.\n"
                        : catalogues.stream().map(CatalogueTable::aggregate).collect(Collectors.joining("\n")));
    }

    private static String aggregate(Catalogue<?, ?, ?> catalogue) {
        var text = new StringBuilder("### ").append(catalogue.aggregate()).append("\n\n");
        text.append(
                catalogue.owner() == null
                        ? readers(catalogue) + " may know of it.\n\n"
                        : "Known to its owner, and to others by their access.\n\n");
        row(text, "command", "path", "roles", "status");
        row(text, "---", "---", "---", "---");
        for (var row : Stream.concat(catalogue.commands().stream(), ExternalIds.row(catalogue).stream())
                .toList()) {
            row(
                    text,
                    row.name(),
                    row.roles().isEmpty() ? "automation only" : "POST " + OpenApiDocument.pathOf(catalogue, row),
                    roles(row),
                    row.creates() ? "201" : "200");
        }
        text.append('\n');
        row(text, "event", "of", "personal, sealed");
        row(text, "---", "---", "---");
        for (var row : catalogue.events()) {
            row(text, row.wireType(), row.type().getSimpleName(), String.join(", ", row.personal()));
        }
        text.append('\n');
        row(text, "refusal", "status", "meaning");
        row(text, "---", "---", "---");
        for (var refusal : catalogue.refusals()) {
            row(
                    text,
                    refusal.name(),
                    String.valueOf(Responses.statusOf(refusal)),
                    refusal.reason().explanation());
        }
        return text.toString();
    }

    private static String readers(Catalogue<?, ?, ?> catalogue) {
        return catalogue.readers().equals(Role.ALL)
                ? "All"
                : "Only "
                        + catalogue.readers().stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
    }

    private static String roles(CommandRow<?, ?> row) {
        return row.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", "))
                + (row.backdating() ? " (may backdate)" : "")
                + (row.duty() == null ? "" : "; duty: " + row.duty().name());
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
