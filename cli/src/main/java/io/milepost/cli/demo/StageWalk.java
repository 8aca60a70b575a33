package io.milepost.cli.demo;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Takes an opportunity through the stages of its template, proving each before it advances (G08). */
final class StageWalk {

    private static final int NEGOTIATION = 7;

    private final Services at;
    private final Narrator tell;
    private final String template;
    private final UUID opportunity;

    StageWalk(Services at, Narrator tell, String template, UUID opportunity) {
        this.at = at;
        this.tell = tell;
        this.template = template;
        this.opportunity = opportunity;
    }

    void untilNegotiation() {
        until(NEGOTIATION);
    }

    void until(int stage) {
        tell.chapter("Through the stages");
        var processes = tell.followed(
                "the templates can be read",
                "SALES_REP",
                URI.create(at.opportunity() + "/v1/sales-processes"),
                list -> list.path("items").size() > 0);
        var process = processes
                .path("items")
                .valueStream()
                .filter(listed -> listed.path("name").asString("").equals(template))
                .toList()
                .getLast();
        for (int number = 1; number < stage; number++) {
            prove(process.at("/stages/" + (number - 1)));
            tell.accepted("on to stage " + (number + 1), "SALES_REP", verb("advance-stage"), Map.of());
        }
    }

    private void prove(JsonNode stage) {
        for (var milestone : stage.path("milestones")) {
            tell.accepted(
                    "milestone: " + milestone.path("meaning").asString(""),
                    "SALES_REP",
                    verb("reach-milestone"),
                    Map.of("milestone", milestone.required("code").asString()));
        }
        for (var criterion : stage.path("criteria")) {
            if (!criterion.path("shownBy").asString("").equals("STATEMENT")) {
                continue; // met by the fact itself
            }
            tell.accepted(
                    "criterion: " + criterion.path("meaning").asString(""),
                    "SALES_REP",
                    verb("meet-criterion"),
                    Map.of("criterion", criterion.required("code").asString(), "evidence", "file of the deal"));
        }
        tell.accepted(
                "the customer commits",
                "SALES_REP",
                verb("record-commitment"),
                Map.of("by", "Robin Vale", "to", stage.path("commitment").asString("the next step")));
    }

    private URI verb(String verb) {
        return Services.of(at.opportunity(), "opportunities", opportunity, verb);
    }
}
