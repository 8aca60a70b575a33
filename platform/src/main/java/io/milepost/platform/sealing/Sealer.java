package io.milepost.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals personal fields before they are stored and opens them at the edge. Blocks for keys: call it on a virtual thread. What
 * an earlier event sealed and a later one carries on stays as it is; callers cannot send sealed texts, requests with them are not read.
 */
public final class Sealer {

    /** What stands in the place of a value whose person's key is gone. */
    public static final String ERASED = "[erased]";

    /** What stands in the place of a text that the reader may not know. */
    public static final String MASKED = "[masked]";

    /** What stands in the place of a text of somebody else, where one person is asked about. */
    public static final String OTHER = "[another person]";

    /** How every sealed text begins; a caller's own text may not. */
    public static final String PREFIX = "sealed.v1.";

    /** Within a text of JSON there is a backslash before the quotation mark. */
    private static final Pattern IN_JSON = Pattern.compile("[^\\\\]\"" + Pattern.quote(PREFIX));

    private final PersonKeys keys;
    private final KeyFile keyFile;
    private final List<PersonKeys> others;

    public Sealer(PersonKeys keys, KeyFile keyFile) {
        this(keys, keyFile, List.of());
    }

    /** @param others keys of other services, by which theirs is opened and nothing is sealed */
    public Sealer(PersonKeys keys, KeyFile keyFile, List<PersonKeys> others) {
        this.keys = keys;
        this.keyFile = keyFile;
        this.others = List.copyOf(others);
    }

    /** Whether an event's JSON, as it is stored, has a sealed text in it. */
    public static boolean isIn(byte[] json) {
        return IN_JSON.matcher(new String(json, StandardCharsets.ISO_8859_1)).find();
    }

    /**
     * Replaces these texts, where present and not null, by their sealed form.
     *
     * @param person whose they are, or another entity that has a key of its own
     * @param fields names, or paths such as {@code content.sections.text}, which lead into each element of a list
     */
    public void seal(ObjectNode json, UUID person, String eventType, List<String> fields) {
        fields.forEach(field -> seal(json, List.of(field.split("\\.", -1)), person, eventType, field));
    }

    private void seal(JsonNode node, List<String> way, UUID person, String eventType, String field) {
        if (node instanceof ArrayNode elements) {
            elements.forEach(element -> seal(element, way, person, eventType, field));
        } else if (node instanceof ObjectNode object && way.size() == 1) {
            sealText(object, way.getFirst(), person, eventType, field);
        } else if (node instanceof ObjectNode object && object.get(way.getFirst()) != null) {
            seal(object.get(way.getFirst()), way.subList(1, way.size()), person, eventType, field);
        }
    }

    private void sealText(ObjectNode object, String name, UUID person, String eventType, String field) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("%s of %s is personal but not a text".formatted(field, eventType));
        }
        if (Sealed.parse(value.stringValue()).isPresent()) {
            return;
        }
        var plain = value.stringValue().getBytes(StandardCharsets.UTF_8);
        var key = keys.forSealing(person);
        var type = Sealed.typeOf(eventType, key.generation());
        var ciphertext = Aes.seal(key.secret(), plain, Sealed.associated(person, type, field));
        object.put(name, new Sealed(person, type, field, ciphertext).text());
    }

    /**
     * A copy in which every sealed text is open again, or {@link #ERASED}.
     *
     * @throws SealBrokenException when one cannot be opened, though its person is not erased
     */
    public JsonNode unseal(JsonNode tree) {
        return unseal(tree, (_, _) -> true);
    }

    /** The same, with {@link #MASKED} in the place of each text that the reader may not know. */
    public JsonNode unseal(JsonNode tree, Lens lens) {
        var persons = new HashSet<UUID>();
        collect(tree, persons);
        return persons.isEmpty() ? tree.deepCopy() : open(tree, find(persons), lens);
    }

    /** Which sealed texts a reader may know. */
    @FunctionalInterface
    public interface Lens {
        /**
         * Asked of each text that can be opened.
         *
         * @param eventType for which it was sealed
         * @param field its name or path in that event
         */
        boolean opens(String eventType, String field);
    }

    /** The same of one person; whatever is sealed of another one stays out of it, as {@link #OTHER}. */
    public JsonNode unseal(JsonNode tree, UUID person) {
        var copy = tree.deepCopy();
        hideOthers(copy, person);
        return unseal(copy);
    }

    private static void hideOthers(JsonNode node, UUID person) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> {
                    if (isOfAnother(field.getValue(), person)) {
                        object.put(field.getKey(), OTHER);
                    }
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (isOfAnother(array.get(i), person)) {
                        array.set(i, JsonNodeFactory.instance.stringNode(OTHER));
                    }
                }
            }
            default -> {
                // Nothing stands in it.
            }
        }
        node.forEach(child -> hideOthers(child, person));
    }

    private static boolean isOfAnother(JsonNode value, UUID person) {
        return value.isString()
                && Sealed.parse(value.stringValue())
                        .filter(text -> !text.person().equals(person))
                        .isPresent();
    }

    /** The service's own keys first; those of others are asked for whom it does not know. */
    private Map<UUID, PersonKeys.Key> find(Set<UUID> persons) {
        var found = new HashMap<>(keys.find(persons));
        for (var other : others) {
            var missing = persons.stream()
                    .filter(person -> !found.containsKey(person))
                    .toList();
            found.putAll(other.find(missing));
        }
        return found;
    }

    /** Whether what has sealed texts in it says the same as what has none. A text whose key is gone says only that. */
    public boolean isSame(JsonNode stands, JsonNode said) {
        return unseal(stands).equals(said);
    }

    /** A keyed hash by which equal values are found without being stored; 64 hex digits. */
    public String digest(String name, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keyFile.digest());
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void collect(JsonNode node, Set<UUID> persons) {
        if (node.isString()) {
            Sealed.parse(node.stringValue()).ifPresent(found -> persons.add(found.person()));
        }
        node.forEach(child -> collect(child, persons));
    }

    private static JsonNode open(JsonNode node, Map<UUID, PersonKeys.Key> keys, Lens lens) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), open(field.getValue(), keys, lens)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(open(item, keys, lens)));
                yield copy;
            }
            case JsonNode value when value.isString() -> openText(value, keys, lens);
            default -> node;
        };
    }

    private static JsonNode openText(JsonNode value, Map<UUID, PersonKeys.Key> keys, Lens lens) {
        var text = Sealed.parse(value.stringValue());
        return text.isEmpty() ? value : JsonNodeFactory.instance.stringNode(open(text.get(), keys, lens));
    }

    private static String open(Sealed sealed, Map<UUID, PersonKeys.Key> keys, Lens lens) {
        var key = keys.get(sealed.person());
        if (key == null || key.generation() > sealed.generation()) {
            return ERASED;
        }
        if (!lens.opens(sealed.type(), sealed.field())) {
            return MASKED;
        }
        try {
            return new String(Aes.open(key.secret(), sealed.ciphertext(), sealed.associated()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new SealBrokenException(
                    "a sealed %s of %s was changed or moved".formatted(sealed.field(), sealed.eventType()), changed);
        }
    }
}
