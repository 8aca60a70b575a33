package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ListRoutesTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP);

    private String postedWith(String label) {
        return rep.post("/v1/parcels", Parcels.posted(label)).header("milepost-position");
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_repeat() {
        var prefix = "page-" + UUID.randomUUID() + "-";
        var labels = IntStream.range(0, 7).mapToObj(i -> prefix + i).toList();
        var position = labels.stream().map(this::postedWith).toList().getLast();
        var query = "/v1/parcels?pageSize=3&orderBy=label%20desc&label=ge:" + prefix + "&label=le:" + prefix + "9";

        var seen = new ArrayList<String>();
        var path = query;
        int pages = 0;
        while (path != null) {
            var page = rep.get(path, "Milepost-Min-Position", position);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().get("items").forEach(item -> seen.add(item.get("label").stringValue()));
            path = page.json().has("nextPageToken")
                    ? query + "&pageToken=" + page.json().get("nextPageToken").stringValue()
                    : null;
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyElementsOf(labels.reversed());
        assertThat(new HashSet<>(seen)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e2147483648", "1e400", "NaN", "-Infinity", "0x10", "", "\u0000"})
    void a_page_token_with_a_forged_place_is_refused(String place) {
        var query = "/v1/parcels?pageSize=1&orderBy=worth.amount";
        postedWith("forged-" + UUID.randomUUID());
        var position = postedWith("forged-" + UUID.randomUUID());
        var given = rep.get(query, "Milepost-Min-Position", position)
                .json()
                .get("nextPageToken")
                .stringValue();
        assertThat(rep.get(query + "&pageToken=" + given).status()).isEqualTo(200);
        var token = (ObjectNode) Json.mapper().readTree(Base64.getUrlDecoder().decode(given));
        token.putArray("keys").add(place);
        var forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.mapper().writeValueAsBytes(token));

        var reply = rep.get(query + "&pageToken=" + forged);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void an_item_is_the_entitys_view_with_personal_fields_open() {
        var label = "item-" + UUID.randomUUID();
        var position = postedWith(label);

        var page = rep.get(
                "/v1/parcels?count=true&status=eq:POSTED&label=in:" + label + ",other",
                "Milepost-Min-Position",
                position);

        assertThat(page.json().get("total").longValue()).isEqualTo(1);
        assertThat(page.json().has("nextPageToken")).isFalse();
        var item = page.json().at("/items/0");
        assertThat(item.get("recipient").stringValue()).isEqualTo(Parcels.RECIPIENT);
        assertThat(item)
                .isEqualTo(
                        rep.get("/v1/parcels/" + item.get("id").stringValue()).json());
        assertThat(page.header("milepost-position")).startsWith("parcel=");
        assertThat(page.header("milepost-projection-lag-ms")).matches("\\d+");
        assertThat(rep.get("/v1/parcels?count=true&label=eq:none")
                        .json()
                        .get("total")
                        .longValue())
                .isZero();
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_said_so() {
        var reply = rep.get("/v1/parcels", "Milepost-Min-Position", "other=1, parcel=" + (service.head() + 1000));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("POSITION_NOT_REACHED");
        assertThat(reply.header("retry-after")).isEqualTo("2");
        assertThat(rep.get("/v1/parcels", "Milepost-Min-Position", "other=999999999")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_page_token_is_for_its_own_query() {
        postedWith("token-" + UUID.randomUUID());
        var position = postedWith("token-" + UUID.randomUUID());
        var first = rep.get("/v1/parcels?pageSize=1", "Milepost-Min-Position", position);
        var token = first.json().get("nextPageToken").stringValue();

        assertThat(rep.get("/v1/parcels?pageSize=1&pageToken=" + token).status())
                .isEqualTo(200);
        var other = rep.get("/v1/parcels?pageSize=1&status=eq:POSTED&pageToken=" + token);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.code()).isEqualTo("INVALID_PARAMETER");
    }
}
