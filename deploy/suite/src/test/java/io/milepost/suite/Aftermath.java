package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.suite.Client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a suite still follows its logs in everything that it shows, whatever was sent to it. */
final class Aftermath {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ANALYST = "ANALYST";
    private static final String OPERATOR = "OPERATOR";

    private final RunningSuite suite;
    private final Client client;
    private final StoredLogs logs;

    Aftermath(RunningSuite suite, Client client, StoredLogs logs) {
        this.suite = suite;
        this.client = client;
        this.logs = logs;
    }

    /** Waits until all stands at the heads of the logs; fails with what does not. */
    void check(Map<Part, Set<String>> plurals) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(behind(plurals)).isEmpty());
        for (var part : Part.SERVICES) {
            var waiting = client.read(part, OPERATOR, "/v1/parked");
            assertThat(waiting.path("setAside")).as("set aside in %s", part).isEmpty();
            assertThat(waiting.path("items")).as("parked in %s", part).allMatch(Aftermath::isTheCallersFault);
        }
        suite.awaitReady();
    }

    /** A lead was converted into an opportunity that somebody had identified before: no service can know that of the other in time. */
    private static boolean isTheCallersFault(JsonNode parked) {
        return parked.path("type").asString("").equals("lead.converted.v1")
                && Set.of("ALREADY_EXISTS", "BEHIND_PARKED")
                        .contains(parked.path("cause").asString(""));
    }

    private List<String> behind(Map<Part, Set<String>> plurals) {
        var behind = new ArrayList<String>();
        for (var part : Part.WRITING) {
            var position = "%s=%d".formatted(part.shortName(), logs.head(part));
            plurals.get(part)
                    .forEach(plural -> look(behind, part, readerOf(plural), "/v1/" + plural + "?pageSize=1", position));
            look(behind, part, ANALYST, "/v1/due?pageSize=1", position);
            look(behind, Part.REPORTING, ANALYST, "/v1/reports/%s?by=".formatted(reportOf(part)), position);
        }
        for (var projection :
                client.read(Part.REPORTING, OPERATOR, "/v1/projections").path("items")) {
            for (var source : projection.path("sources")) {
                if (source.path("lagMs").asLong(-1) != 0) {
                    behind.add("%s: %s".formatted(projection.path("name"), source));
                }
            }
        }
        return behind;
    }

    /** One that is of what the service tells. */
    private static String reportOf(Part part) {
        return switch (part) {
            case CONTRACT -> "contracts";
            case DELIVERY -> "handovers";
            default -> "funnel";
        };
    }

    /** What not every role may read. */
    static String readerOf(String plural) {
        return switch (plural) {
            case "audit-records", "bi-keys", "webhooks" -> OPERATOR;
            case "supervision-notes" -> "SALES_MANAGER";
            case "erasures", "persons" -> "PRIVACY_OFFICER";
            default -> ANALYST;
        };
    }

    private void look(List<String> behind, Part part, String role, String path, String position) {
        switch (client.tryRead(part, role, path, position)) {
            case Reply.Answered(int status, var _, var _) when status == 200 -> {}
            case Reply other -> behind.add("%s %s at %s: %s".formatted(part, path, position, other));
        }
    }
}
