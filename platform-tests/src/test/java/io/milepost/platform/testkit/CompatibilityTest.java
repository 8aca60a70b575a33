package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.documents.JsonText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CompatibilityTest {

    @Test
    void a_command_that_asks_for_more_or_is_gone_breaks_its_callers() {
        var before = (ObjectNode) JsonText.read("""
                {"paths":{"/v1/things":{"post":{"responses":{"201":{}}}}},
                 "components":{"schemas":{"MakeThing":{"properties":{"note":{"type":"string"}},"additionalProperties":false},
                   "View":{"properties":{"size":{"type":"integer"}},"required":["size"]}}}}""");
        assertThat(Compatibility.ofApi(before, before)).isEmpty();
        var asksMore = before.deepCopy();
        asksMore.withObject("/components/schemas/MakeThing")
                .putArray("required")
                .add("note");
        assertThat(Compatibility.ofApi(before, asksMore)).containsExactly("MakeThing.note was not required and is");
        var gone = before.deepCopy();
        gone.withObject("/paths").remove("/v1/things");
        assertThat(Compatibility.ofApi(before, gone)).containsExactly("post /v1/things is gone");
        var answersLess = before.deepCopy();
        answersLess.withObject("/components/schemas/View").remove("required");
        assertThat(Compatibility.ofApi(before, answersLess))
                .containsExactly("View.size was always there and is optional");
    }

    @Test
    void requests_alone_gain_bounds() {
        var before = (ObjectNode) JsonText.read("""
                {"components":{"schemas":{
                   "MakeThing":{"properties":{"note":{"type":"string"},"worth":{"$ref":"#/components/schemas/Money"}},
                     "additionalProperties":false},
                   "Money":{"properties":{"amount":{"type":"string"}},"required":["amount"]},
                   "View":{"properties":{"note":{"type":"string"}}}}}}""");
        var bounded = before.deepCopy();
        var schemas = bounded.withObject("/components/schemas");
        schemas.withObject("/MakeThing/properties/note").put("maxLength", 200);
        schemas.withObject("/MakeThing/properties/worth").put("$ref", "#/components/schemas/StatedMoney");
        schemas.set("StatedMoney", JsonText.read("""
                {"properties":{"amount":{"type":"string","pattern":"^[0-9]{1,15}$"}},"required":["amount"]}"""));
        assertThat(Compatibility.ofApi(before, bounded)).isEmpty();

        var narrower = bounded.deepCopy();
        narrower.withObject("/components/schemas/MakeThing/properties/note").put("maxLength", 100);
        assertThat(Compatibility.ofApi(bounded, narrower))
                .containsExactly("MakeThing.note had maxLength 200 and has 100");
        var other = bounded.deepCopy();
        other.withObject("/components/schemas/StatedMoney/properties").remove("amount");
        assertThat(Compatibility.ofApi(before, other)).containsExactly("MakeThing.worth.amount is gone");
        var answered = before.deepCopy();
        answered.withObject("/components/schemas/View/properties/note").put("maxLength", 200);
        assertThat(Compatibility.ofApi(before, answered)).containsExactly("View.note has another type");
        var event =
                (ObjectNode) JsonText.read("{\"$defs\":{\"made\":{\"properties\":{\"note\":{\"type\":\"string\"}}}}}");
        var shorter = event.deepCopy();
        shorter.withObject("/$defs/made/properties/note").put("maxLength", 200);
        assertThat(Compatibility.ofEvents(event, shorter)).containsExactly("made.note has another type");
    }

    @Test
    void a_plain_text_may_be_sealed_from_now_on_and_is_never_open_again() {
        var open =
                (ObjectNode) JsonText.read("{\"$defs\":{\"made\":{\"properties\":{\"note\":{\"type\":\"string\"}}}}}");
        var sealed = open.deepCopy();
        sealed.withObject("/$defs/made/properties/note").put("x-personal", true);
        assertThat(Compatibility.ofEvents(open, sealed)).isEmpty();
        assertThat(Compatibility.ofEvents(sealed, open)).containsExactly("made.note has another type");
        var day = open.deepCopy();
        day.withObject("/$defs/made/properties/note").put("format", "date");
        assertThat(Compatibility.ofEvents(day, sealed)).containsExactly("made.note has another type");
    }
}
