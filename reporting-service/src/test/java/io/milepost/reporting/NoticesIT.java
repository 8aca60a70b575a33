package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One inbox of what all services tell. */
class NoticesIT {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        running.population.leads.send(member("boss", null), member("kap", "boss"), member("bob", null));
        running.population.opportunities.send(
                raised(1, "quotation-expired", "kap", "2017-03-05T08:00:00Z", "OWNER", "MANAGER"));
        running.population.contracts.send(raised(2, "instalment-overdue", "kap", "2017-03-05T09:00:00Z", "OWNER"));
        running.population.deliveries.send(
                raised(3, "handover-overdue", "bob", "2017-03-05T10:00:00Z", "OWNER", "MANAGER"));
        running.population.leads.send(raised(4, "record-parked", null, "2017-03-05T11:00:00Z", "OPERATOR"));
        running.population.opportunities.send(new Publisher.Event(
                "notice.acknowledged.v1",
                notice(1),
                MARCH,
                "{\"by\":\"boss\",\"acknowledgedAt\":\"2017-03-06T08:00:00Z\"}"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(inbox(all(), "for=kap"))
                    .containsExactly("contract/instalment-overdue/OPEN", "opportunity/quotation-expired/ACKNOWLEDGED");
            assertThat(inbox(all(), "for=boss")).containsExactly("opportunity/quotation-expired/ACKNOWLEDGED");
            assertThat(inbox(all(), "for=bob")).containsExactly("delivery/handover-overdue/OPEN");
            assertThat(inbox(operator(), "for=op-1")).containsExactly("lead/record-parked/OPEN");
        });
    }

    @Test
    void a_member_has_one_inbox_of_all_services_the_newest_first() throws Exception {
        assertThat(inbox(all(), "for=KAP&status=OPEN")).containsExactly("contract/instalment-overdue/OPEN");
        assertThat(inbox(all(), "for=kap&status=ACKNOWLEDGED"))
                .containsExactly("opportunity/quotation-expired/ACKNOWLEDGED");
        var seen = json(all(), "for=boss").at("/items/0");
        assertThat(seen.get("id").asString()).isEqualTo(notice(1).toString());
        assertThat(seen.get("owner").asString()).isEqualTo("kap");
        assertThat(seen.get("acknowledgedBy").asString()).isEqualTo("boss");
        assertThat(inbox(all(), "for=op-1"))
                .as("what is addressed to the operators")
                .isEmpty();
    }

    @Test
    @DisplayName("R-189: with a narrow access one reads one's own inbox and no other")
    void nobody_reads_the_inbox_of_another() throws Exception {
        assertThat(inbox(token("boss"), "for=boss")).containsExactly("opportunity/quotation-expired/ACKNOWLEDGED");
        assertThat(inbox(token("kap"), "for=kap")).hasSize(2);
        assertThat(inbox(token("bob"), "for=kap")).isEmpty();
        assertThat(inbox(token("boss"), "for=kap"))
                .as("of a report's notices those that are addressed to the manager too")
                .containsExactly("opportunity/quotation-expired/ACKNOWLEDGED");
    }

    @Test
    void whose_inbox_it_is_has_to_be_said() throws Exception {
        for (var query : List.of("", "for=", "for=kap&for=bob", "for=kap&status=SEEN")) {
            assertThat(running.fetch("/v1/notices?" + query, all()).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    private static List<String> inbox(String token, String query) throws Exception {
        return json(token, query)
                .get("items")
                .valueStream()
                .map(item -> "%s/%s/%s"
                        .formatted(
                                item.get("service").asString(),
                                item.get("kind").asString(),
                                item.get("status").asString()))
                .toList();
    }

    private static JsonNode json(String token, String query) throws Exception {
        var answer = running.fetch("/v1/notices?" + query, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }

    private static String all() {
        return running.parts.token(Role.ANALYST);
    }

    private static String operator() {
        return running.parts.token(Role.OPERATOR);
    }

    private static String token(String member) {
        return running.parts.issuer().tokenSaying("portal", Map.of("member", member, "access", "own"), Role.SALES_REP);
    }

    private static UUID notice(long number) {
        return new UUID(37, number);
    }

    private static Publisher.Event raised(long number, String kind, @Nullable String owner, String at, String... to) {
        return new Publisher.Event(
                "notice.raised.v1",
                notice(number),
                MARCH,
                "{\"kind\":\"%s\",\"to\":[\"%s\"],\"cause\":\"%s\",\"aggregate\":\"thing\",\"subject\":\"%s\"%s,\"raisedAt\":\"%s\"}"
                        .formatted(
                                kind,
                                String.join("\",\"", to),
                                new UUID(38, number),
                                new UUID(39, number),
                                owner == null ? "" : ",\"owner\":\"" + owner + "\"",
                                at));
    }

    private static Publisher.Event member(String code, @Nullable String manager) {
        return new Publisher.Event(
                "team-member.registered.v1",
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                MARCH,
                "{\"code\":\"%s\",\"team\":\"team of %s\",\"region\":\"West\",\"from\":\"2017-02-01\"%s}"
                        .formatted(code, code, manager == null ? "" : ",\"manager\":\"" + manager + "\""));
    }
}
