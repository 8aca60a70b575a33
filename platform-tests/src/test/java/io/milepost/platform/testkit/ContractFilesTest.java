package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.documents.JsonText;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ContractFilesTest {

    @TempDir
    Path root;

    private Path contracts;

    /** One aggregate in the shapes that it might take over time. */
    interface Wish {}

    interface Fact {}

    record MakeThing(String name, @Nullable String note) implements Wish {}

    record ThingMade(String name, @Nullable String note) implements Fact {}

    record ThingMadeWithMore(
            String name, @Nullable String note, @Nullable Integer size) implements Fact {}

    record ThingMadeWithDemand(String name, String note) implements Fact {}

    record ThingMadeWithDoubt(
            @Nullable String name, @Nullable String note) implements Fact {}

    record ThingMadeWithNumber(int name, @Nullable String note) implements Fact {}

    record ThingMadeWithout(@Nullable String note) implements Fact {}

    record View(String status) {}

    @BeforeEach
    void folders() {
        contracts = root.resolve("contracts");
    }

    @Test
    void are_not_approved_by_themselves() {
        assertThatThrownBy(() -> verify(false, thing(MakeThing.class, ThingMade.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("openapi.json")
                .hasMessageContaining("does not stand yet")
                .hasMessageContaining("-Dcontracts.approve=true");
        assertThat(contracts).doesNotExist();
    }

    @Test
    void are_the_same_every_time_once_approved() throws Exception {
        var files = new ContractFiles(contracts, root.resolve("docs"), true);
        files.verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        var written = Files.readString(contracts.resolve("post/openapi.json"));
        new ContractFiles(contracts, root.resolve("docs"), false)
                .verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        files.verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        assertThat(contracts.resolve("post/openapi.json")).hasContent(written);
        assertThat(written).doesNotContain("\r").endsWith("}\n");
        assertThat(contracts.resolve("post/parcel.samples.ndjson"))
                .content()
                .contains("{\"type\":\"parcel.posted.v1\",\"sample\":\"full\",\"data\":{\"label\":\"label\","
                        + "\"recipient\":\"sealed.v1.")
                .contains("\"sample\":\"minimal\",\"data\":{\"label\":\"label\",\"worth\":");
    }

    @Test
    void describe_commands_reads_and_events() {
        new ContractFiles(contracts, root.resolve("docs"), true)
                .verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        var api = json("post/openapi.json");
        var post = api.at("/paths/~1v1~1parcels/post");
        assertThat(post.at("/responses").propertyNames())
                .contains("200", "201", "400", "401", "403", "409", "412", "422");
        assertThat(api.at("/components/responses/Parcel409/x-codes").propertyNames())
                .contains("LABEL_TAKEN", "ALREADY_EXISTS");
        assertThat(api.at("/components/responses/Parcel422/x-codes").propertyNames())
                .contains("WEIGHT_NOT_POSITIVE", "IDEMPOTENCY_KEY_REUSED");
        assertThat(api.at("/paths").propertyNames())
                .contains(
                        "/v1/parcels",
                        "/v1/parcels/{id}",
                        "/v1/parcels/{id}/history",
                        "/v1/parcels/{id}/weigh",
                        "/v1/parcels/{id}/change-external-ids",
                        "/v1/batch")
                .doesNotContain("/v1/parcels/{id}/deliver");
        var command = api.at("/components/schemas/PostParcel");
        assertThat(command.at("/additionalProperties").booleanValue(true)).isFalse();
        assertThat(command.at("/properties").propertyNames())
                .containsExactly("id", "label", "recipient", "worth", "size", "stamps", "externalIds");
        assertThat(command.at("/required").valueStream().map(node -> node.asString()))
                .containsExactly("label", "worth", "size", "stamps");
        var posted = json("post/parcel.schema.json").at("/$defs").get("parcel.posted.v1");
        assertThat(posted.at("/properties/recipient/x-personal").booleanValue(false))
                .isTrue();
        assertThat(posted.at("/properties/label/x-personal").isMissingNode()).isTrue();
        assertThat(posted.at("/properties/size/enum").isMissingNode()).isTrue();
        assertThat(posted.at("/properties/postedOn/format").asString()).isEqualTo("date");
        assertThat(json("post/asyncapi.json").at("/channels/post/messages").propertyNames())
                .containsExactly(
                        "parcel.posted.v1",
                        "parcel.weighed.v1",
                        "parcel.delivered.v1",
                        "parcel.label-clash-found.v1",
                        "external-ids.changed.v1");
        assertThat(root.resolve("docs/catalogue.md"))
                .content()
                .contains("| PostParcel | POST /v1/parcels | SALES_REP, IMPORTER | 201 |")
                .contains("| DeliverParcel | automation only |  | 200 |")
                .contains("| parcel.posted.v1 | ParcelPosted | recipient |")
                .contains("| WEIGHT_NOT_POSITIVE | 422 |");
    }

    @Test
    void take_an_additional_optional_field_when_it_is_approved() {
        verify(true, thing(MakeThing.class, ThingMade.class));
        var wider = thing(MakeThing.class, ThingMadeWithMore.class);
        assertThatThrownBy(() -> verify(false, wider))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("differs from line");
        verify(true, wider);
        verify(false, wider);
        assertThat(contracts.resolve("shop/thing.samples.ndjson"))
                .content()
                .contains("{\"name\":\"name\",\"note\":\"note\"}")
                .contains("{\"name\":\"name\",\"note\":\"note\",\"size\":12}");
    }

    @Test
    void refuse_what_would_break_readers_even_when_it_is_approved() {
        verify(true, thing(MakeThing.class, ThingMade.class));
        assertIncompatible(
                thing(MakeThing.class, ThingMadeWithDemand.class),
                "note is required, but events stored so far lack it");
        assertIncompatible(thing(MakeThing.class, ThingMadeWithDoubt.class), "name was required and is optional");
        assertIncompatible(thing(MakeThing.class, ThingMadeWithNumber.class), "name has another type");
        assertIncompatible(thing(MakeThing.class, ThingMadeWithout.class), "name is gone");
        verify(true, thing(MakeThing.class, ThingMade.class));
    }

    @Test
    void state_bounds_of_requests_and_of_nothing_else() {
        new ContractFiles(contracts, root.resolve("docs"), true)
                .verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        var schemas = json("post/openapi.json").at("/components/schemas");
        assertThat(schemas.at("/PostParcel/properties/label/maxLength").intValue(0))
                .isEqualTo(200);
        assertThat(schemas.at("/PostParcel/properties/stamps/maxItems").intValue(0))
                .isEqualTo(500);
        assertThat(schemas.at("/PostParcel/properties/id/pattern").asString("")).startsWith("^[0-9a-f]{8}");
        assertThat(schemas.at("/PostParcel/properties/worth/$ref").asString("")).endsWith("/StatedMoney");
        assertThat(schemas.at("/StatedMoney/properties/amount/pattern").asString(""))
                .isEqualTo("^-?[0-9]{1,15}(\\.[0-9]+)?$");
        assertThat(schemas.at("/ParcelView").toString()).contains("/Money\"").doesNotContain("max");
        assertThat(schemas.at("/Money").toString()).doesNotContain("{1,15}");
        assertThat(json("post/parcel.schema.json").toString()).doesNotContain("max");
    }

    @Test
    void describe_filters_and_what_an_operator_does() {
        new ContractFiles(contracts, root.resolve("docs"), true)
                .verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        var api = json("post/openapi.json");
        var parameters = api.at("/paths/~1v1~1parcels/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString("")))
                .contains("id", "status", "worth.amount", "worth.currency")
                .doesNotContain("recipient");
        assertThat(api.at("/components/schemas/NumberFilter/pattern").asString(""))
                .isEqualTo("^(eq|ne|lt|le|gt|ge|in):");
        assertThat(api.at("/paths/~1v1~1batch/post/responses").propertyNames()).contains("207", "403", "413");
        assertThat(api.at("/paths/~1v1~1parked~1redrive/post/responses").propertyNames())
                .contains("200", "400", "403", "413", "415");
        assertThat(api.at("/components/schemas/ParkedRecord/required").toString())
                .contains("cause");
        assertThat(api.at("/components/responses/Command503/headers").propertyNames())
                .contains("Retry-After");
        assertThat(api.at("/servers/0/url").asString("")).isEqualTo("/");
    }

    @Test
    void never_forget_a_sample() throws Exception {
        verify(true, thing(MakeThing.class, ThingMade.class));
        var samples = contracts.resolve("shop/thing.samples.ndjson");
        var stored = Files.readString(samples);
        Files.writeString(samples, stored + "{\"type\":\"thing.lost.v1\",\"sample\":\"full\",\"data\":{}}\n");
        assertThatThrownBy(() -> verify(true, thing(MakeThing.class, ThingMade.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no longer in the catalogue");
        Files.writeString(
                samples, stored + "{\"type\":\"thing.made.v1\",\"sample\":\"old\",\"data\":{\"title\":\"x\"}}\n");
        assertThatThrownBy(() -> verify(true, thing(MakeThing.class, ThingMade.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no longer reads");
        Files.writeString(
                samples,
                stored + "{\"type\":\"thing.made.v1\",\"sample\":\"old\",\"data\":{\"name\":\"an older one\"}}\n");
        verify(false, thing(MakeThing.class, ThingMade.class));
    }

    @Test
    void keep_the_sections_of_other_services() {
        verify(true, thing(MakeThing.class, ThingMade.class));
        new ContractFiles(contracts, root.resolve("docs"), true)
                .verify("post", List.of(ParcelMessages.CATALOGUE), List.of(), Samples.plain());
        verify(false, thing(MakeThing.class, ThingMade.class));
        assertThat(root.resolve("docs/catalogue.md"))
                .content()
                .containsSubsequence(
                        "<!-- begin post -->", "<!-- end post -->", "<!-- begin shop -->", "<!-- end shop -->");
    }

    @Test
    void use_the_values_that_a_service_chose() {
        var samples = new Samples(Map.of("ThingMade.name", JsonText.read("\"chosen\"")));
        new ContractFiles(contracts, root.resolve("docs"), true)
                .verify("shop", List.of(thing(MakeThing.class, ThingMade.class)), List.of(), samples);
        assertThat(contracts.resolve("shop/thing.samples.ndjson")).content().contains("{\"name\":\"chosen\"}");
    }

    private void assertIncompatible(Catalogue<?, ?, ?> catalogue, String why) {
        assertThatThrownBy(() -> verify(true, catalogue))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("which nothing approves")
                .hasMessageContaining(why);
    }

    private void verify(boolean approve, Catalogue<?, ?, ?> catalogue) {
        new ContractFiles(contracts, root.resolve("docs"), approve)
                .verify("shop", List.of(catalogue), List.of(), Samples.plain());
    }

    private ObjectNode json(String file) {
        return (ObjectNode) JsonText.read(ContractFiles.read(contracts.resolve(file)));
    }

    private static <B extends Record & Wish> Catalogue<String, Wish, Fact> thing(
            Class<B> command, Class<? extends Fact> event) {
        return Catalogue.<String, Wish, Fact>of(
                        "thing",
                        "things",
                        new Decider<>(
                                (state, wish, occasion) -> Decision.unchanged(), fact -> "", (state, fact) -> state))
                .creates(command, (wish, occasion) -> Decision.unchanged(), Role.ANALYST)
                .event(event, "thing.made", 1)
                .open()
                .view(View.class, state -> new View(state));
    }
}
