package io.milepost.platform.web;

import static io.milepost.platform.web.BadRequests.NOWHERE;
import static io.milepost.platform.web.BadRequests.send;
import static io.milepost.platform.web.BadRequests.weigh;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is wrong with a request has its own status and code, names the field, and leaves the log as it was. */
class BadInputTest {
    private static final ParcelService SERVICE = ParcelService.shared();

    @ParameterizedTest
    @MethodSource({
        "io.milepost.platform.web.BadRequests#bodies",
        "io.milepost.platform.web.BadRequests#frames",
        "io.milepost.platform.web.BadSpellings#spellings",
        "io.milepost.platform.web.BadReads#reads"
    })
    void is_answered_with_its_own_code_and_changes_nothing(BadRequests.Bad bad) {
        long head = SERVICE.head();

        var reply = send(bad.sent());

        assertThat(reply.status()).as(reply.text()).isEqualTo(bad.status());
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(bad.code());
        assertThat(reply.pointers()).containsExactly(bad.pointers());
        assertThat(reply.json().get("status").intValue()).isEqualTo(bad.status());
        assertThat(reply.json().get("traceId").stringValue()).hasSize(32);
        assertThat(reply.text()).doesNotContain("Exception", "at io.", "mongodb", Parcels.RECIPIENT);
        assertThat(SERVICE.head()).isEqualTo(head);
        assertThat(reply.headers().map().containsKey("www-authenticate"))
                .isEqualTo(bad.status() == 401 || isDenied(reply));
    }

    /** Only security's own refusals carry the challenge, those of a command's row do not. */
    private static boolean isDenied(Client.Reply reply) {
        return reply.header("www-authenticate").contains("insufficient_scope");
    }

    @Test
    void the_same_request_with_nothing_wrong_moves_the_log() {
        long head = SERVICE.head();

        assertThat(send(BadRequests.create(Parcels.posted())).status()).isEqualTo(201);

        assertThat(SERVICE.head()).isEqualTo(head + 1);
    }

    @Test
    void the_type_of_a_problem_leads_to_its_meaning() {
        var open = SERVICE.withToken(null);
        for (var bad : List.of("NOT_FOUND", "LABEL_TAKEN")) {
            var meaning = open.get("/problems/" + bad);
            assertThat(meaning.status()).isEqualTo(200);
            assertThat(meaning.code()).isEqualTo(bad);
        }
        var type = send(weigh(NOWHERE)).json().get("type").stringValue();
        assertThat(type).isEqualTo("/problems/NOT_FOUND");
        assertThat(open.get(type).code()).isEqualTo("NOT_FOUND");
        assertThat(open.get("/problems/NO_SUCH_CODE").status()).isEqualTo(404);
    }

    @Test
    void several_fields_at_fault_are_named_at_once() {
        var reply = send(BadRequests.create("{\"sise\":1,\"label\":2,\"worth\":{\"amount\":\"1\"},\"stamps\":[]}"));

        assertThat(reply.pointers()).containsExactly("/sise", "/label", "/worth/currency", "/size");
        assertThat(reply.code()).isEqualTo("UNKNOWN_FIELD");
    }
}
