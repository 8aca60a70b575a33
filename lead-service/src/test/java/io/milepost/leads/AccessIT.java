package io.milepost.leads;

import static io.milepost.leads.LeadSituations.registered;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.milepost.leads.lead.Lead.AssignLead;
import io.milepost.leads.lead.Lead.QualifyLead;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know of which lead, walked over the table in docs/access.md; who acts for whom. */
class AccessIT {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String ME = "me-" + RUN;

    /** The relations of the table, each with a member that stands so to {@link #ME}; null owns nothing. */
    private static final Map<String, @Nullable String> OWNERS = new LinkedHashMap<>();

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        service = RunningService.start(LeadServiceApplication.class, "lead", List.of(TEAM_MEMBER, LEAD));
        client = service.client();
        OWNERS.put("the member", ME);
        OWNERS.put("of the same team", "peer-" + RUN);
        OWNERS.put("below the member, in another team", "deep-" + RUN);
        OWNERS.put("anybody else", "far-" + RUN);
        OWNERS.put("nobody yet", null);
        register(ME, "north", null);
        register("peer-" + RUN, "north", null);
        register("below-" + RUN, "south", ME);
        register("deep-" + RUN, "west", "below-" + RUN);
        register("far-" + RUN, "east", null);
        var deep = lead("deep-" + RUN);
        var subtree = token(Map.of("member", ME, "access", "subtree"));
        await().until(() -> client.getWith(subtree, "/v1/leads/" + deep).status() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    @DisplayName("R-189: who may know of an entity is what the table in docs/access.md says, for every way to it")
    Stream<DynamicTest> the_table() throws IOException {
        var lines = Files.readAllLines(Path.of("..", "docs", "access.md"));
        var begin = lines.stream()
                .filter(line -> line.startsWith("| the owner is |"))
                .findFirst();
        var access = cells(begin.orElseThrow());
        var tests = new ArrayList<DynamicTest>();
        for (var line : lines.subList(lines.indexOf(begin.get()) + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            var row = cells(line);
            assertThat(OWNERS).containsKey(row.getFirst());
            for (int i = 1; i < row.size(); i++) {
                var said = access.get(i);
                boolean known = row.get(i).equals("yes");
                tests.add(dynamicTest(
                        "%s, %s: %s".formatted(row.getFirst(), said, row.get(i)),
                        () -> walk(lead(OWNERS.get(row.getFirst())), said, known)));
            }
        }
        assertThat(tests).hasSize(20);
        return tests.stream();
    }

    private static void walk(UUID lead, String access, boolean known) {
        var token = token(Map.of("member", ME, "access", access));
        int read = known ? 200 : 404;
        assertThat(client.getWith(token, "/v1/leads/" + lead).status()).isEqualTo(read);
        assertThat(client.getWith(token, "/v1/leads/" + lead + "/history").status())
                .isEqualTo(read);
        var all = client.getAs(Role.ANALYST, "/v1/leads/" + lead + "/history");
        var position = all.headers().firstValue("Milepost-Position").orElseThrow();
        await().untilAsserted(() -> assertThat(client.getAs(Role.ANALYST, "/v1/leads?id=eq:" + lead)
                        .json()
                        .path("items"))
                .as("control: it is in the list at " + position)
                .hasSize(1));
        assertThat(client.getWith(token, "/v1/leads?id=eq:" + lead + "&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(known ? 1 : 0);
        var batch = client.batchWith(
                token, "{\"items\":[{\"command\":\"QualifyLead\",\"id\":\"%s\",\"body\":{}}]}".formatted(lead));
        assertThat(batch.json().path("items").get(0).path("status").asInt() == 404)
                .isNotEqualTo(known);
        var alone = client.send(lead, new QualifyLead(), Map.of("Authorization", "Bearer " + token));
        assertThat(alone.status() == 404).isNotEqualTo(known);
    }

    @Test
    @DisplayName("R-189: whoever may no longer know of an entity gets no answer to a repeated request either")
    void a_repeat_is_not_answered_to_whom_it_no_longer_concerns() {
        var lead = lead(ME);
        var headers = Map.of(
                "Authorization",
                "Bearer " + token(Map.of("member", ME, "access", "own")),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(client.send(lead, new QualifyLead(), headers).status()).isEqualTo(200);
        assertThat(client.send(lead, new QualifyLead(), headers).headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        client.accept(lead, new AssignLead("far-" + RUN));

        assertThat(client.send(lead, new QualifyLead(), headers).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("R-189: a system acts for those whom its token lists, and both are on record")
    void a_system_acts_for_a_member() {
        var lead = lead(ME);
        var may = token(
                Map.of("may_act_for", List.of(ME.toUpperCase(java.util.Locale.ROOT)), "access", "own"), Role.SYSTEM);
        var team = token(Map.of("may_act_for", List.of("team:north"), "access", "own"), Role.SYSTEM);
        var other = token(Map.of("may_act_for", List.of("team:south", "far-" + RUN)), Role.SYSTEM);
        var noSystem = token(Map.of("may_act_for", List.of("*")));

        assertThat(actFor(ME, may, lead).status()).isEqualTo(200);
        var last = client.get("/v1/leads/" + lead + "/history").json().path("items");
        assertThat(last.get(last.size() - 1).path("member").asString()).isEqualTo(ME);
        assertThat(last.get(last.size() - 1).path("actor").asString()).isEqualTo("erp");
        assertThat(actFor(ME, team, lead).status()).as("already so").isEqualTo(200);
        for (var token : List.of(other, noSystem)) {
            assertThat(actFor(ME, token, lead).json().path("code").asString()).isEqualTo("MAY_NOT_ACT_FOR");
        }
        assertThat(actFor(" ", may, lead).json().path("code").asString()).isEqualTo("MAY_NOT_ACT_FOR");
        assertThat(client.getWith(may, "/v1/leads/" + lead).status())
                .as("for itself it is nobody, and sees what nobody owns")
                .isEqualTo(404);
    }

    private static SuiteClient.Answer actFor(String member, String token, UUID lead) {
        return client.send(
                lead, new QualifyLead(), Map.of("Authorization", "Bearer " + token, "Milepost-On-Behalf-Of", member));
    }

    private static String token(Map<String, ?> claims, Role... more) {
        return SuiteParts.shared()
                .issuer()
                .tokenSaying(
                        "erp",
                        claims,
                        Stream.concat(Stream.of(Role.SALES_REP), Stream.of(more))
                                .toArray(Role[]::new));
    }

    private static void register(String code, String team, @Nullable String manager) {
        client.create(new RegisterTeamMember(code, team, "any", MAY, manager));
    }

    /** A lead in the register, owned by that member, or by nobody. */
    private static UUID lead(@Nullable String owner) {
        var lead = registered(client);
        if (owner != null) {
            client.accept(lead, new AssignLead(owner));
        }
        return lead;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
