package io.milepost.platform.externalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.milepost.platform.auditrecord.AuditRecordCatalogue;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.webhook.WebhookCatalogue;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {
    private static final ExternalId CRM = new ExternalId("crm", "4711");
    private static final ExternalId ERP = new ExternalId("erp", "0815");

    @ParameterizedTest
    @ValueSource(strings = {"crm:4711", "s.a-p_2:00Q5g00000ABC", "crm:urn:uuid:1", "x:a/b~c=d.e_f-g", "7:7"})
    void is_read_as_it_is_written(String text) {
        assertThat(ExternalId.of(text)).hasToString(text);
    }

    @Test
    void an_id_may_have_colons_and_a_system_has_none() {
        assertThat(ExternalId.of("crm:a:b")).isEqualTo(new ExternalId("crm", "a:b"));
    }

    @ParameterizedTest
    @DisplayName("what is no code, or might be a person's name or address, is no external id")
    @ValueSource(
            strings = {
                "",
                ":",
                "crm",
                "crm:",
                ":4711",
                " :4711",
                "CRM:4711",
                "-crm:1",
                "crm.:1",
                "crm:a b",
                "crm:ann@acme.example",
                "crm:\u00e4",
                "crm:\u0000",
                "crm:1\n",
                "c m:1",
                "crm:a|b",
                "crm:%41"
            })
    void is_a_code(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ExternalId.of(text));
    }

    @Test
    void has_bounds() {
        assertThat(new ExternalId("s".repeat(40), "i".repeat(200)).id()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new ExternalId("s".repeat(41), "i"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExternalId("s", "i".repeat(201)));
    }

    @Test
    void of_a_change_something_is_said_and_nothing_twice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeExternalIds(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeExternalIds(List.of(ERP, CRM), List.of(CRM)));
        assertThat(new ChangeExternalIds(List.of(CRM), null).of("parcel"))
                .isEqualTo(new ExternalIdChange("parcel", List.of(CRM), List.of()));
    }

    @Test
    @DisplayName(
            "whatever callers create has external ids, and what is the operators' alone or nobody creates has none")
    void is_of_what_callers_create() {
        assertThat(ExternalIds.has(ParcelMessages.CATALOGUE)).isTrue();
        assertThat(ExternalIds.row(ParcelMessages.CATALOGUE).orElseThrow().name())
                .isEqualTo("ChangeParcelExternalIds");
        assertThat(ExternalIds.has(WebhookCatalogue.WEBHOOK)).isFalse();
        assertThat(ExternalIds.has(AuditRecordCatalogue.AUDIT_RECORD)).isFalse();
    }

    @Test
    void an_event_reads_as_it_was_written_and_has_a_tag_for_what_is_added() {
        var event = new ExternalIdsChanged("parcel", List.of(CRM), List.of(ERP));

        assertThat(Json.events().readValue(Json.events().writeValueAsBytes(event), ExternalIdsChanged.class))
                .isEqualTo(event);
        assertThat(ExternalIds.ROW.tags().apply(event)).singleElement().hasToString("external-id=parcel/crm:4711");
        assertThat(ExternalIds.after(List.of(ERP), event)).containsExactly(CRM);
    }
}
