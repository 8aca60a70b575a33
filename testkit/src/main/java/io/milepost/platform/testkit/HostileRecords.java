package io.milepost.platform.testkit;

import io.milepost.platform.documents.JsonText;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells every automation of a service each approved sample of its event with something wrong in it (OWASP API10): such a record is
 * unreadable or knowingly refused, so that it is parked, or what follows is a whole command that its aggregate judges. Whatever an
 * automation needs and is not told makes the record unreadable.
 */
public final class HostileRecords {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 5_000;

    private static final List<JsonNode> WRONG = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(17),
            JSON.numberNode(-17.5),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(new BigDecimal("1E+400000000")),
            JSON.stringNode(""),
            JSON.stringNode("nonsense"),
            JSON.stringNode("\u0000\u202e\ud800"),
            JSON.stringNode("x".repeat(5_000)),
            JSON.stringNode("-999999999-01-01"),
            JSON.stringNode("+999999999-12-31T23:59:59.999999999Z"),
            JSON.stringNode("sealed.v1.nobody.AAAA"),
            JSON.arrayNode(),
            JSON.arrayNode().add(JSON.nullNode()),
            JSON.objectNode(),
            JSON.objectNode().put("amount", "1E+400000000").put("currency", "EUR"));

    private final Map<String, String> faults = new LinkedHashMap<>();
    private int parked;

    private HostileRecords() {}

    /** What an approved sample becomes with each value by turns wrong or not there; all of it JSON. */
    public static List<String> of(Inbound sample) {
        return changed((ObjectNode) JsonText.read(new String(sample.data(), StandardCharsets.UTF_8)));
    }

    /** What is neither parked nor answered by a whole command. */
    public static List<String> faults(List<? extends Automation<?>> automations) {
        var records = new HostileRecords();
        automations.forEach(records::tell);
        if (records.parked == 0) {
            records.faults.put("control", "no record was unreadable");
        }
        return records.faults.entrySet().stream()
                .map(fault -> "%s: %s".formatted(fault.getKey(), fault.getValue()))
                .toList();
    }

    private <T> void tell(Automation<T> automation) {
        var aggregate = automation.type().substring(0, automation.type().indexOf('.'));
        var needed = needed(automation.data());
        for (var sample : ProducerSamples.of(automation.source(), aggregate, automation.type())) {
            var text = new String(sample.data(), StandardCharsets.UTF_8);
            var whole = (ObjectNode) JsonText.read(text);
            ask(automation, "as it was approved", text, false);
            for (var name : needed) {
                var lacking = whole.deepCopy();
                lacking.remove(name);
                ask(automation, "without " + name, lacking.toString(), true);
                lacking.putNull(name);
                ask(automation, "with null for " + name, lacking.toString(), true);
            }
            of(sample).forEach(other -> ask(automation, "changed", other, false));
            broken(text).forEach(other -> ask(automation, "broken", other, true));
        }
    }

    /** @param refused whether it must be unreadable */
    private <T> void ask(Automation<T> automation, String how, String json, boolean refused) {
        var event = ProducerSamples.event(automation.source(), automation.type(), json);
        var shown = json.length() < 300 ? json : json.substring(0, 300) + "...";
        try {
            var commands = automation.reaction().all(event, event.as(automation.data()));
            if (refused) {
                note(automation, how + ": it was read", shown);
            }
            commands.stream()
                    .filter(command -> !isWhole(command))
                    .forEach(command -> note(automation, how + ": half a command follows", shown));
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
            parked++;
        } catch (RuntimeException | StackOverflowError e) {
            note(automation, how + ": " + e.getClass().getSimpleName(), shown);
        }
    }

    /** Once for all that is wrong in the same way. */
    private void note(Automation<?> automation, String fault, String shown) {
        faults.putIfAbsent("%s, %s".formatted(automation.name(), fault), shown);
    }

    /** A command as a caller could have sent it: with all that its record needs. */
    private static boolean isWhole(Reaction.@Nullable Command asked) {
        return asked != null
                && asked.target() != null
                && Json.lenient()
                        .valueToTree(asked.command())
                        .propertyNames()
                        .containsAll(needed(asked.command().getClass()));
    }

    private static Set<String> needed(Class<?> type) {
        var needed = new TreeSet<String>();
        Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .forEach(component -> needed.add(component.getName()));
        return needed;
    }

    private static List<String> changed(ObjectNode whole) {
        var changed = new ArrayList<String>();
        change(whole, whole, changed);
        return changed;
    }

    private static void change(JsonNode whole, JsonNode within, List<String> changed) {
        switch (within) {
            case ObjectNode object -> {
                for (var name : List.copyOf(object.propertyNames())) {
                    var before = object.get(name);
                    for (var wrong : WRONG) {
                        object.set(name, wrong);
                        changed.add(whole.toString());
                    }
                    object.remove(name);
                    changed.add(whole.toString());
                    object.set(name, before);
                    change(whole, before, changed);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    var before = array.get(i);
                    for (var wrong : WRONG) {
                        array.set(i, wrong);
                        changed.add(whole.toString());
                    }
                    array.set(i, before);
                    change(whole, before, changed);
                }
            }
            default -> {}
        }
    }

    /** What is no JSON object at all, or hides one thing behind another. */
    private static List<String> broken(String text) {
        var inside = text.substring(1, text.length() - 1);
        return Arrays.asList(
                "",
                "null",
                "17",
                "\"" + DEEP + "\"",
                "[" + text + "]",
                "{",
                text.substring(0, text.length() / 2),
                text + text,
                "{" + inside + (inside.isBlank() ? "" : ",") + "\"a\":1,\"a\":2}",
                "{\"deep\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}",
                "{\"deep\":" + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP) + "}");
    }
}
