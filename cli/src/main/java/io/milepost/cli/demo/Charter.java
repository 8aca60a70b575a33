package io.milepost.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The charter of a sales project as a controlled document (G22). */
final class Charter {
    private static final String KIND = "0190c000-0000-7000-8000-000000000001";
    private static final Map<String, Object> NOTHING = Map.of();

    private Charter() {}

    /** Written, reviewed and approved by three, so that it is in effect. */
    static UUID inEffect(Services at, Narrator tell, UUID deal, String name) {
        var document = tell.create(
                "the charter is written as a controlled document",
                "SALES_REP",
                Services.of(at.opportunity(), "documents"),
                Map.of(
                        "kindId",
                        KIND,
                        "code",
                        "CHARTER-" + deal,
                        "subjectId",
                        deal,
                        "content",
                        Map.of(
                                "title",
                                "Charter of " + name,
                                "classification",
                                "INTERNAL",
                                "reference",
                                "share/charters/" + deal,
                                "sections",
                                List.of(
                                        section("Sales goal", "24 cranes this year"),
                                        section("Target market", "ferry lines with more than two quays"),
                                        section("Market share gain", "two points of the coast"),
                                        section("Positioning", "the crane that is steered from shore"),
                                        section("Scope", "all four quays"),
                                        section("Expected outcome", "a reference in ferries")))));
        var documents = "documents";
        tell.accepted(
                "it is handed in", "SALES_REP", Services.of(at.opportunity(), documents, document, "submit"), NOTHING);
        tell.accepted(
                "it is reviewed",
                "SALES_MANAGER",
                Services.of(at.opportunity(), documents, document, "review"),
                NOTHING);
        tell.accepted(
                "it is approved and takes effect",
                "SPONSOR",
                Services.of(at.opportunity(), documents, document, "approve"),
                NOTHING);
        return document;
    }

    private static Map<String, String> section(String heading, String text) {
        return Map.of("heading", heading, "text", text);
    }
}
