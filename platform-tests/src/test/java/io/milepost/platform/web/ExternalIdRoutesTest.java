package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdRoutesTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP);
    private final String own = UUID.randomUUID().toString();

    private static String called(String body, String externalIds) {
        return "{\"externalIds\":%s,%s".formatted(externalIds, body.substring(1));
    }

    private static String one(String system, String id) {
        return "[{\"system\":\"%s\",\"id\":\"%s\"}]".formatted(system, id);
    }

    private Client.Reply find(String externalId) {
        return rep.get("/v1/parcels?externalId=" + URLEncoder.encode(externalId, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("api.md 3: what is created under an external id is found by it at once, and shows it")
    void is_found_and_shown() {
        var reply = rep.post("/v1/parcels", called(Parcels.posted(), one("crm", own + ":a/b")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        var found = find("crm:" + own + ":a/b");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.header("milepost-position")).startsWith("parcel=");
        assertThat(found.json().get("items")).hasSize(1);
        assertThat(found.json().at("/items/0/id").stringValue())
                .isEqualTo(reply.id().toString());
        assertThat(found.json().at("/items/0/externalIds/0/id").stringValue()).isEqualTo(own + ":a/b");
        assertThat(rep.get("/v1/parcels/" + reply.id())
                        .json()
                        .at("/externalIds/0/system")
                        .stringValue())
                .isEqualTo("crm");
        assertThat(rep.get(
                                "/v1/parcels?id=eq:" + reply.id(),
                                "Milepost-Min-Position",
                                reply.header("milepost-position"))
                        .json()
                        .at("/items/0/externalIds"))
                .hasSize(1);
        assertThat(find("crm:" + own).json().get("items")).isEmpty();
        assertThat(rep.get("/v1/parcels/" + reply.id() + "?fields=externalIds").json())
                .hasSize(2);
        assertThat(rep.get("/v1/parcels/" + reply.id() + "?fields=label").json().has("externalIds"))
                .isFalse();
        assertThat(rep.get(reply.header("location")).header("etag")).isEqualTo(reply.header("etag"));
    }

    @Test
    @DisplayName("api.md 3: who creates it again by the same words is answered with what is there")
    void the_same_again_is_answered_with_what_is_there() {
        var body = called(
                Parcels.posted(),
                "[{\"system\":\"erp\",\"id\":\"%s\"},{\"system\":\"crm\",\"id\":\"%<s\"}]".formatted(own));
        var turned = called(
                body.substring(0, 1) + body.substring(body.indexOf("],") + 2),
                "[{\"id\":\"%s\",\"system\":\"crm\"},{\"system\":\"erp\",\"id\":\"%<s\"},{\"system\":\"crm\",\"id\":\"%<s\"}]"
                        .formatted(own));
        var first = rep.post("/v1/parcels", body);
        long head = service.head();

        for (var same : new String[] {body, turned}) {
            var again = rep.post("/v1/parcels", same);
            assertThat(again.status()).as(again.text()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("idempotent-replayed")).isEqualTo("true");
            assertThat(again.header("location")).isEqualTo(first.header("location"));
        }
        assertThat(service.head()).isEqualTo(head);
    }

    @Test
    @DisplayName("api.md 3: what named its id the first time is found without it, and never takes another's")
    void an_id_of_the_caller_is_part_of_what_was_said() {
        var id = UUID.randomUUID();
        var body = called(Parcels.posted(), one("crm", own));
        assertThat(rep.post("/v1/parcels", Parcels.withId(id, body)).id()).isEqualTo(id);

        assertThat(rep.post("/v1/parcels", body).id()).isEqualTo(id);
        assertThat(rep.post("/v1/parcels", Parcels.withId(id, body)).id()).isEqualTo(id);
        var other = rep.post("/v1/parcels", Parcels.withId(UUID.randomUUID(), body));
        assertThat(other.code()).isEqualTo("EXTERNAL_ID_TAKEN");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains(id.toString());
    }

    @Test
    void what_says_something_else_of_it_is_told_which_has_it() {
        var first = rep.post("/v1/parcels", called(Parcels.posted(), one("crm", own)));

        var other = rep.post("/v1/parcels", called(Parcels.posted(), one("crm", own)));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("EXTERNAL_ID_TAKEN");
        assertThat(other.json().get("detail").stringValue())
                .contains("crm:" + own)
                .contains(first.id().toString());
        assertThat(rep.post("/v1/parcels", called(Parcels.posted(), one("erp", own)))
                        .status())
                .as("another system has ids of its own")
                .isEqualTo(201);
    }

    @Test
    void they_change_later_one_by_one_and_in_a_batch() {
        var created = rep.post("/v1/parcels", called(Parcels.posted(), one("crm", own)));
        var path = "/v1/parcels/" + created.id() + "/change-external-ids";

        var changed = rep.post(
                path,
                "{\"add\":%s,\"remove\":%s}".formatted(one("erp", own), one("crm", own)),
                "If-Match",
                created.header("etag"));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/events/0/type").stringValue()).isEqualTo("external-ids.changed.v1");
        assertThat(find("crm:" + own).json().get("items")).isEmpty();
        assertThat(find("erp:" + own).json().get("items")).hasSize(1);
        assertThat(rep.get("/v1/parcels/" + created.id()).header("etag")).isEqualTo(changed.header("etag"));
        var history = rep.get("/v1/parcels/" + created.id() + "/history").json().get("items");
        assertThat(history).hasSize(3);
        assertThat(history.at("/2/command").stringValue()).isEqualTo("ChangeParcelExternalIds");
        assertThat(history.at("/2/data/added/0/system").stringValue()).isEqualTo("erp");

        var batch = rep.post(
                "/v1/batch", """
                    {"items":[
                     {"command":"ChangeParcelExternalIds","id":"%s","body":{"add":%s}},
                     {"command":"PostParcel","body":%s}]}\
                    """.formatted(created.id(), one("x", own), called(Parcels.posted(), one("x", own))));
        assertThat(batch.json().at("/items/0/status").intValue()).isEqualTo(200);
        assertThat(batch.json().get("items").get(1).get("status").intValue())
                .as(batch.text())
                .isIn(201, 409);
        var unknown = rep.post(
                "/v1/parcels/" + UUID.randomUUID() + "/change-external-ids", "{\"add\":%s}".formatted(one("y", own)));
        assertThat(unknown.code()).isEqualTo("NOT_FOUND");
        assertThat(service.as(Role.ANALYST)
                        .post(path, "{\"add\":%s}".formatted(one("y", own)))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @DisplayName("what is no external id is told where it stands, and nothing is stored")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'system':'','id':'1'}] | INVALID_VALUE | /externalIds/0",
                "[{'system':' ','id':'1'}] | INVALID_VALUE | /externalIds/0",
                "[{'system':'crm','id':' '}] | INVALID_VALUE | /externalIds/0",
                "[{'system':'CRM','id':'1'}] | INVALID_VALUE | /externalIds/0",
                "[{'system':'crm','id':'a b'}] | INVALID_VALUE | /externalIds/0",
                "[{'system':'a:b','id':'1'}] | INVALID_VALUE | /externalIds/0",
                "[{'system':'crm','id':'ann@acme.example'}] | INVALID_VALUE | /externalIds/0",
                "[{'system':'crm'}] | MISSING_FIELD | /externalIds/0/id",
                "[{'system':'crm','id':1}] | WRONG_TYPE | /externalIds/0/id",
                "[{'system':'crm','id':'1','more':1}] | UNKNOWN_FIELD | /externalIds/0/more",
                "['crm:1'] | WRONG_TYPE | /externalIds/0",
                "{} | WRONG_TYPE | /externalIds",
                "'crm:1' | WRONG_TYPE | /externalIds"
            })
    void is_refused_where_it_stands(String externalIds, String code, String pointer) {
        long head = service.head();
        var body = externalIds.replace('\'', '"');

        var reply = rep.post("/v1/parcels", called(Parcels.posted(), body));

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.pointers()).containsExactly(pointer);
        assertThat(service.head()).isEqualTo(head);
    }

    @Test
    void too_many_too_long_and_none_at_all() {
        var many = IntStream.range(0, 10_000)
                .mapToObj("{\"system\":\"s\",\"id\":\"%d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(rep.post("/v1/parcels", called(Parcels.posted(), many)).code())
                .isIn("TOO_LONG", "BODY_TOO_LARGE");
        assertThat(rep.post("/v1/parcels", called(Parcels.posted(), one("s", "1".repeat(201))))
                        .code())
                .isEqualTo("TOO_LONG");
        var path = "/v1/parcels/" + rep.post("/v1/parcels", Parcels.posted()).id() + "/change-external-ids";
        assertThat(rep.post(path, "{}").code()).isEqualTo("INVALID_VALUE");
        assertThat(rep.post(path, "{\"add\":%s,\"remove\":%<s}".formatted(one("s", own)))
                        .code())
                .isEqualTo("INVALID_VALUE");
        for (var nothing : new String[] {"null", "[]"}) {
            assertThat(rep.post("/v1/parcels", called(Parcels.posted(), nothing))
                            .json()
                            .get("events"))
                    .as(nothing)
                    .hasSize(1);
        }
        assertThat(rep.post(path, called("{\"grams\":1}", "[]")).pointers())
                .as("only what creates says so in its body")
                .contains("/externalIds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "externalId=",
                "externalId",
                "externalId=crm",
                "externalId=crm:",
                "externalId=:1",
                "externalId=eq:%20",
                "externalId=crm:1&externalId=crm:2",
                "externalId=crm:%00"
            })
    void what_is_no_external_id_is_not_looked_for(String query) {
        var reply = rep.get("/v1/parcels?" + query);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void is_asked_for_alone() {
        assertThat(rep.get("/v1/parcels?externalId=crm:1&status=eq:POSTED").code())
                .isEqualTo("UNKNOWN_PARAMETER");
        assertThat(rep.get("/v1/parcels?externalId=crm:1&fields=label").status())
                .isEqualTo(200);
    }
}
