package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueRoutesTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP, Role.SALES_MANAGER);

    private String weighed(String label, int grams) {
        var id = rep.post("/v1/parcels", Parcels.posted(label)).id();
        var weighed = rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":%d}".formatted(grams));
        assertThat(weighed.status()).as(weighed.text()).isEqualTo(200);
        return weighed.header("milepost-position");
    }

    @Test
    void a_members_due_dates_come_in_pages_soonest_first() {
        var label = "due-" + UUID.randomUUID();
        var id = rep.post("/v1/parcels", Parcels.posted(label)).id();
        var position = rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":3}").header("milepost-position");

        var page = service.as(Role.ANALYST).get("/v1/due?owner=" + label, "Milepost-Min-Position", position);

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.header("milepost-position")).startsWith("parcel=");
        assertThat(page.header("milepost-projection-lag-ms")).matches("\\d+");
        assertThat(page.json().has("nextPageToken")).isFalse();
        assertThat(page.json().get("items")).hasSize(1);
        var item = page.json().at("/items/0");
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder("id", "kind", "aggregate", "entity", "dueAt", "owner", "command");
        assertThat(item.get("kind").stringValue()).isEqualTo("delivery");
        assertThat(item.get("entity").stringValue()).isEqualTo(id.toString());
        assertThat(item.get("dueAt").stringValue()).isEqualTo("2200-01-01T00:03:00Z");
        assertThat(item.get("command").stringValue()).isEqualTo("DeliverParcel");
    }

    @Test
    void pages_follow_each_other_within_the_asked_time() {
        var prefix = "1" + UUID.randomUUID().toString().substring(0, 6);
        String position = "";
        for (int grams = 900_001; grams <= 900_007; grams++) {
            position = weighed(prefix + grams, grams);
        }
        // The seventh is due at 900,007 minutes.
        var query = "/v1/due?pageSize=2&before=2201-09-18T00:07:00Z";
        var seen = new ArrayList<String>();
        var path = query;
        while (path != null) {
            var page = rep.get(path, "Milepost-Min-Position", position);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().get("items").forEach(item -> seen.add(item.get("owner").stringValue()));
            path = page.json().has("nextPageToken")
                    ? query + "&pageToken=" + page.json().get("nextPageToken").stringValue()
                    : null;
        }

        assertThat(seen.stream().filter(owner -> owner.startsWith(prefix)))
                .containsExactly(
                        prefix + 900_001,
                        prefix + 900_002,
                        prefix + 900_003,
                        prefix + 900_004,
                        prefix + 900_005,
                        prefix + 900_006);
        assertThat(rep.get("/v1/due?owner=" + prefix + 900_007).json().get("items"))
                .hasSize(1);
    }

    @Test
    void a_question_that_means_nothing_is_refused() {
        weighed("token-" + UUID.randomUUID(), 1);
        var position = weighed("token-" + UUID.randomUUID(), 2);
        var token = rep.get("/v1/due?pageSize=1", "Milepost-Min-Position", position)
                .json()
                .get("nextPageToken")
                .stringValue();
        assertThat(rep.get("/v1/due?pageSize=1&pageToken=" + token).status()).isEqualTo(200);

        for (var bad : List.of(
                "pageSize=1&owner=KAP&pageToken=" + token,
                "pageToken=x",
                "pageToken=!",
                "before=tomorrow",
                "before=",
                "owner=",
                "pageSize=0")) {
            assertThat(rep.get("/v1/due?" + bad).code()).as(bad).isEqualTo("INVALID_PARAMETER");
        }
        assertThat(rep.get("/v1/due?colour=red").code()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(rep.get("/v1/due", "Milepost-Min-Position", "parcel=" + (service.head() + 1000))
                        .code())
                .isEqualTo("POSITION_NOT_REACHED");
        assertThat(service.as().get("/v1/due").status()).isEqualTo(403);
        assertThat(service.withToken(null).get("/v1/due").status()).isEqualTo(401);
    }
}
