package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.sealing.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntityReadsTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP);

    @Test
    void an_entity_is_shown_with_its_personal_fields_open_and_never_cached_by_others() {
        var created = rep.post("/v1/parcels", Parcels.posted());

        var reply = rep.get("/v1/parcels/" + created.id());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).startsWith("id", "status").contains("label", "worth");
        assertThat(reply.json().get("recipient").stringValue()).isEqualTo(Parcels.RECIPIENT);
        assertThat(reply.json().at("/worth/amount").stringValue()).isEqualTo("12.50");
        assertThat(reply.header("etag")).isEqualTo(created.header("etag"));
        assertThat(reply.header("milepost-position")).isEqualTo("parcel=" + service.head());
        assertThat(reply.header("milepost-projection-lag-ms")).isEqualTo("0");
        assertThat(reply.header("cache-control")).isEqualTo("private, no-store");
    }

    @Test
    @DisplayName("R-189: who may not read what is sealed of a person is shown that there is something, in every answer")
    void personal_data_is_masked_for_other_roles() {
        var created = rep.post("/v1/parcels", Parcels.posted());
        var path = "/v1/parcels/" + created.id();
        var analyst = service.as(Role.ANALYST);

        for (boolean clear : List.of(false, true)) {
            var reader = clear ? rep : analyst;
            var shown = clear ? Parcels.RECIPIENT : Sealer.MASKED;
            assertThat(reader.get(path).json().path("recipient").asString()).isEqualTo(shown);
            assertThat(reader.get(path + "/history")
                            .json()
                            .at("/items/0/data/recipient")
                            .asString())
                    .isEqualTo(shown);
            await().untilAsserted(() -> assertThat(reader.get("/v1/parcels?id=eq:" + created.id())
                            .json()
                            .at("/items/0/recipient")
                            .asString())
                    .isEqualTo(shown));
        }
        assertThat(analyst.get(path).json().propertyNames())
                .isEqualTo(rep.get(path).json().propertyNames());
    }

    @Test
    @DisplayName("R-189: what stands in the place of a text cannot be sent back for it")
    void a_mask_is_no_text() {
        for (var standIn : List.of(Sealer.MASKED, Sealer.ERASED, Sealer.OTHER, " " + Sealer.MASKED)) {
            var refused = rep.post("/v1/parcels", Parcels.posted().replace(Parcels.RECIPIENT, standIn));
            assertThat(refused.status()).as(standIn).isEqualTo(400);
            assertThat(refused.json().toString()).contains("/recipient");
        }
    }

    @Test
    void only_the_fields_that_are_wanted_are_shown_and_the_id() {
        var created = rep.post("/v1/parcels", Parcels.posted());
        var path = "/v1/parcels/" + created.id();

        var some = rep.get(path + "?fields=label,status");
        assertThat(some.json().propertyNames()).containsExactlyInAnyOrder("id", "status", "label");
        assertThat(some.header("etag")).isEqualTo(created.header("etag"));
        assertThat(rep.get(path + "?fields=id").json().propertyNames()).containsExactly("id");
        for (var wrong : List.of("", "colour", "label,", "label,,status", "worth.amount", "ID")) {
            assertThat(rep.get(path + "?fields=" + wrong).code()).as(wrong).isEqualTo("INVALID_PARAMETER");
            assertThat(rep.get("/v1/parcels?fields=" + wrong).code()).as(wrong).isEqualTo("INVALID_PARAMETER");
        }
        await().untilAsserted(() -> {
            var page = rep.get("/v1/parcels?fields=worth&id=eq:" + created.id())
                    .json()
                    .path("items");
            assertThat(page).hasSize(1);
            assertThat(page.get(0).propertyNames()).containsExactlyInAnyOrder("id", "worth");
        });
        assertThat(rep.get(path + "/history?fields=id").code()).isEqualTo("UNKNOWN_PARAMETER");
    }

    @Test
    void what_the_caller_has_is_not_sent_again() {
        var created = rep.post("/v1/parcels", Parcels.posted());
        var path = "/v1/parcels/" + created.id();

        var same = rep.get(path, "If-None-Match", created.header("etag"));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(same.header("etag")).isEqualTo(created.header("etag"));

        rep.post(path + "/weigh", "{\"grams\":5}");
        assertThat(rep.get(path, "If-None-Match", created.header("etag")).status())
                .isEqualTo(200);
        assertThat(rep.get(path, "If-None-Match", "\"1\", W/" + rep.get(path).header("etag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_past_state_is_what_was_true_or_what_was_known() {
        var created = service.as(Role.IMPORTER)
                .post("/v1/parcels", Parcels.posted(), "Milepost-Effective-At", "2017-01-10T00:00:00Z");
        var path = "/v1/parcels/" + created.id();
        service.bean(ParcelService.MovableClock.class).advance(Duration.ofSeconds(5));
        var weighed = rep.post(path + "/weigh", "{\"grams\":5}", "Milepost-Effective-At", "2017-02-10T00:00:00Z");
        var recorded = Instant.parse(
                rep.get(path + "/history").json().at("/items/1/recordedAt").stringValue());

        assertThat(rep.get(path + "?asOf=2017-01-09T00:00:00Z").status()).isEqualTo(404);
        assertThat(rep.get(path + "?asOf=2017-01-10T00:00:00Z").header("etag")).isEqualTo(created.header("etag"));
        assertThat(rep.get(path + "?asOf=2017-02-10T00:00:00Z").header("etag")).isEqualTo(weighed.header("etag"));
        assertThat(rep.get(path + "?knownAt=2017-02-10T00:00:00Z").status()).isEqualTo(404);
        assertThat(rep.get(path + "?knownAt=" + recorded.minusSeconds(1)).header("etag"))
                .isEqualTo(created.header("etag"));
        assertThat(rep.get(path + "?knownAt=" + recorded).header("etag")).isEqualTo(weighed.header("etag"));
    }

    @Test
    void the_history_says_who_did_what_when() {
        var created = rep.post("/v1/parcels", Parcels.posted());
        var path = "/v1/parcels/" + created.id();
        rep.post(path + "/weigh", "{\"grams\":5}");

        var history = rep.get(path + "/history").json().get("items");

        assertThat(history).hasSize(2);
        assertThat(history.get(0).get("type").stringValue()).isEqualTo("parcel.posted.v1");
        assertThat(history.get(0).get("actor").stringValue()).isEqualTo("tester");
        assertThat(history.get(0).get("command").stringValue()).isEqualTo("PostParcel");
        assertThat(history.get(0).at("/data/recipient").stringValue()).isEqualTo(Parcels.RECIPIENT);
        assertThat(history.get(1).at("/data/grams").intValue()).isEqualTo(5);
        assertThat(history.get(1).get("position").longValue())
                .isGreaterThan(history.get(0).get("position").longValue());
    }

    @Test
    void an_operator_has_the_log_verified_and_sees_what_is_parked() {
        rep.post("/v1/parcels", Parcels.posted());
        var operator = service.as(Role.OPERATOR);

        var verified = operator.get("/v1/log/verify").json();
        assertThat(verified.get("intact").booleanValue()).isTrue();
        assertThat(verified.get("head").longValue()).isEqualTo(service.head());
        assertThat(operator.get("/v1/parked").json().get("items")).isEmpty();
        assertThat(operator.post("/v1/parked/redrive", "{\"key\":\"nothing\"}")
                        .json()
                        .get("processed")
                        .intValue())
                .isZero();
        assertThat(operator.post("/v1/parked/redrive", "{}").pointers()).containsExactly("/key");
    }
}
