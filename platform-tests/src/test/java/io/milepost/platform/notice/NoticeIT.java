package io.milepost.platform.notice;

import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OPERATOR;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.notice.Notice.AcknowledgeAsOperator;
import io.milepost.platform.notice.Notice.AcknowledgeNotice;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A whole service that tells: a posted parcel to its owner and the manager, a weighed one to the operators. */
class NoticeIT {
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String ME = "me-" + RUN;
    private static final String BOSS = "boss-" + RUN;
    private static final String PEER = "peer-" + RUN;

    /** A parcel whose label says whose it is. */
    private static final Catalogue<Parcel, ParcelCommand, ParcelEvent> PARCEL = owned(ParcelMessages.CATALOGUE);

    private static final NoticeRule<?> POSTED =
            notice("parcel-posted").on(PARCEL, ParcelPosted.class).to(OWNER, MANAGER);
    private static final NoticeRule<?> WEIGHED = notice("parcel-weighed")
            .on(PARCEL, ParcelWeighed.class)
            .about(weighed -> weighed.grams() + " g")
            .to(OPERATOR);

    private static final SuiteParts PARTS = SuiteParts.shared();
    private static ConfigurableApplicationContext context;
    private static SuiteClient client;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Telling {
        @Bean
        Service post(MilepostProperties milepost) {
            return Service.of(milepost.service()).decides(PARCEL).tells(POSTED, WEIGHED);
        }
    }

    @BeforeAll
    static void start() {
        try (var lead = new Topics(PARTS.bootstrapServers(), "lead").create()) {
            registered(lead, 1, BOSS, "south", null);
            registered(lead, 2, ME, "north", BOSS);
            registered(lead, 3, PEER, "north", null);
        }
        var arguments =
                Stream.concat(Arrays.stream(PARTS.arguments("telling")), Stream.of("--milepost.service=telling"));
        context = SpringApplication.run(Telling.class, arguments.toArray(String[]::new));
        var port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        client = new SuiteClient(
                URI.create("http://127.0.0.1:" + port),
                PARTS.issuer(),
                List.of(PARCEL, NoticeCatalogue.of(POSTED, WEIGHED)));
        var parcel = post(ME);
        await().untilAsserted(() -> assertThat(notices(all(), "for=" + BOSS + "&subject=eq:" + parcel))
                .as("control: the directory has heard who is whose manager")
                .hasSize(1));
    }

    @AfterAll
    static void stop() {
        client.close();
        context.close();
    }

    @Test
    @DisplayName("A fact is told once, to the owner of what it happened to and to the owner's manager")
    void the_owner_and_the_manager_are_told() {
        var parcel = post(ME);
        var told = awaited(parcel, "parcel-posted");

        assertThat(told.path("status").asString()).isEqualTo("OPEN");
        assertThat(told.path("owner").asString()).isEqualTo(ME);
        assertThat(told.path("causeType").asString()).isEqualTo("parcel.posted.v1");
        assertThat(told.path("to").toString()).isEqualTo("{\"owner\":true,\"manager\":true,\"operator\":false}");
        assertThat(notices(all(), "for=" + ME + "&subject=eq:" + parcel)).hasSize(1);
        assertThat(notices(all(), "for=" + BOSS.toUpperCase(java.util.Locale.ROOT) + "&subject=eq:" + parcel))
                .hasSize(1);
        assertThat(notices(all(), "for=" + PEER + "&subject=eq:" + parcel)).isEmpty();
        assertThat(client.get("/v1/notices?for=%20").json().path("code").asString())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(client.get("/v1/parcels?for=" + ME).json().path("code").asString())
                .as("other lists are not for anybody")
                .isEqualTo("UNKNOWN_PARAMETER");
    }

    @Test
    @DisplayName(
            "R-189: with a narrow access one knows of the notices to oneself and of those about what one may know of")
    void who_may_know_of_it() {
        var notice = idOf(awaited(post(ME), "parcel-posted"));
        for (var narrow : List.of(token(ME, "own"), token(BOSS, "own"), token(PEER, "team"))) {
            assertThat(known(narrow, notice)).containsOnly(200);
        }
        for (var narrow : List.of(token(PEER, "own"), token("far-" + RUN, "subtree"))) {
            assertThat(known(narrow, notice)).containsOnly(404);
        }
        assertThat(notices(token(PEER, "own"), "for=" + ME))
                .as("asking in another's name")
                .isEmpty();

        var toPeer = idOf(awaited(post(PEER), "parcel-posted"));
        assertThat(known(token(BOSS, "own"), toPeer)).as("the control").containsOnly(404);
    }

    @Test
    void one_of_the_addressees_acknowledges_it() {
        var notice = idOf(awaited(post(ME), "parcel-posted"));
        assertThat(acknowledge(notice, token(PEER, "all")).json().path("code").asString())
                .isEqualTo("NOT_YOUR_DUTY");
        assertThat(acknowledge(notice, token(BOSS, "own")).status()).isEqualTo(200);

        var seen = client.read("notices", notice);
        assertThat(seen.path("status").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(seen.path("acknowledgedBy").asString()).isEqualTo(BOSS);
        await().untilAsserted(() -> assertThat(notices(all(), "for=" + ME + "&status=eq:OPEN&id=eq:" + notice))
                .isEmpty());
        assertThat(notices(all(), "for=" + ME + "&id=eq:" + notice)).hasSize(1);
    }

    @Test
    void operators_are_told_apart_from_members() {
        var parcel = post(ME);
        client.accept(parcel, new WeighParcel(7));
        var told = awaited(parcel, "parcel-weighed");
        var notice = idOf(told);

        assertThat(told.path("about").asString()).isEqualTo("7 g");
        assertThat(known(token(ME, "own"), notice)).containsOnly(404);
        assertThat(notices(PARTS.token(Role.OPERATOR), "for=op-1&id=eq:" + notice))
                .hasSize(1);
        assertThat(notices(all(), "for=op-1&id=eq:" + notice)).isEmpty();
        assertThat(client.sendAs(Role.SALES_REP, notice, new AcknowledgeAsOperator())
                        .status())
                .isEqualTo(403);
        client.accept(notice, new AcknowledgeAsOperator());
        assertThat(client.read("notices", notice).path("status").asString()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void every_wrong_request_has_its_own_answer() {
        var walk = new BadInputWalk(client, NoticeIT::decided)
                .accepted(ParcelCommand.PostParcel.class, _ -> new Situation(null, posting(ME)))
                .accepted(WeighParcel.class, _ -> new Situation(post(ME), new WeighParcel(3)))
                .refused("WEIGHT_NOT_POSITIVE", _ -> new Situation(post(ME), new WeighParcel(0)))
                .accepted(AcknowledgeNotice.class, _ -> new Situation(toMembers(), new AcknowledgeNotice()))
                .accepted(AcknowledgeAsOperator.class, _ -> new Situation(toOperators(), new AcknowledgeAsOperator()))
                .refused("NOTICE_TO_OPERATORS", _ -> new Situation(toOperators(), new AcknowledgeNotice()))
                .refused("NOTICE_TO_MEMBERS", _ -> new Situation(toMembers(), new AcknowledgeAsOperator()));
        walk.check();
    }

    /** Where the log stands, but for what follows a command a moment later. */
    private static long decided() {
        return context.getBean(EventLog.class).read(0, 100_000).join().stream()
                .filter(commit -> {
                    var said = commit.events().getFirst().metadata();
                    return !"audit-record".equals(said.get(Metadata.AGGREGATE))
                            && !"RaiseNotice".equals(said.get(Metadata.COMMAND));
                })
                .mapToLong(StoredCommit::last)
                .max()
                .orElse(0);
    }

    private static UUID toMembers() {
        return idOf(awaited(post(ME), "parcel-posted"));
    }

    private static UUID toOperators() {
        var parcel = post(ME);
        client.accept(parcel, new WeighParcel(7));
        var notice = idOf(awaited(parcel, "parcel-weighed"));
        awaited(parcel, "parcel-posted");
        return notice;
    }

    private static ParcelCommand.PostParcel posting(String owner) {
        return ParcelOffice.post(owner + "." + UUID.randomUUID(), null, "1.00");
    }

    private static UUID post(String owner) {
        return client.create(posting(owner));
    }

    private static JsonNode awaited(UUID subject, String kind) {
        await().until(() -> !notices(all(), about(subject, kind)).isEmpty());
        return notices(all(), about(subject, kind)).getFirst();
    }

    private static String about(UUID subject, String kind) {
        return "subject=eq:%s&kind=eq:%s".formatted(subject, kind);
    }

    private static List<JsonNode> notices(String token, String query) {
        var answer = client.getWith(token, "/v1/notices?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    /** Alone, with its history, and in the list: 404 where it is not in it. */
    private static List<Integer> known(String token, UUID notice) {
        return List.of(
                client.getWith(token, "/v1/notices/" + notice).status(),
                client.getWith(token, "/v1/notices/" + notice + "/history").status(),
                notices(token, "id=eq:" + notice).isEmpty() ? 404 : 200);
    }

    private static SuiteClient.Answer acknowledge(UUID notice, String token) {
        return client.send(notice, new AcknowledgeNotice(), Map.of("Authorization", "Bearer " + token));
    }

    private static UUID idOf(JsonNode notice) {
        return UUID.fromString(notice.path("id").asString());
    }

    private static String all() {
        return PARTS.token(Role.ANALYST);
    }

    private static String token(String member, String access) {
        return PARTS.issuer().tokenSaying("portal", Map.of("member", member, "access", access), Role.SALES_REP);
    }

    private static void registered(Topics lead, long position, String code, String team, @Nullable String manager) {
        lead.publish(
                "notices-" + RUN,
                position,
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "team-member.registered",
                "{\"code\":\"%s\",\"team\":\"%s\",\"from\":\"2020-01-01\"%s}"
                        .formatted(code, team, manager == null ? "" : ",\"manager\":\"" + manager + "\""));
    }

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> owned(
            Catalogue<Parcel, ParcelCommand, ParcelEvent> open) {
        return new Catalogue<>(
                open.aggregate(),
                open.plural(),
                open.decider(),
                parcel ->
                        parcel instanceof Parcel.Posted posted ? posted.label().replaceAll("\\..*", "") : null,
                null,
                open.readers(),
                open.holds(),
                open.view(),
                open.viewType(),
                open.commands(),
                open.events(),
                open.refusals());
    }
}
