package io.milepost.platform.sealing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A sealed text, {@code sealed.v1.<person>.<base64url>}. Inside the last part stand the event type and field that it was
 * sealed for, each with its length, then vector and ciphertext: all that associated data needs is in the text itself, and
 * none of it can be changed.
 */
record Sealed(UUID person, String eventType, String field, byte[] ciphertext) {

    private static final char GENERATION = '~';

    static byte[] associated(UUID person, String eventType, String field) {
        return "%s|%s|%s".formatted(person, eventType, field).getBytes(StandardCharsets.UTF_8);
    }

    /** An event type as it is sealed: the generation of the key behind it, from the second on. */
    static String typeOf(String eventType, int generation) {
        return generation == 1 ? eventType : eventType + GENERATION + generation;
    }

    /** Of the key by which it was sealed. */
    int generation() {
        int mark = eventType.lastIndexOf(GENERATION);
        return mark < 0 ? 1 : Integer.parseInt(eventType, mark + 1, eventType.length(), 10);
    }

    /** The event type without the generation. */
    String type() {
        int mark = eventType.lastIndexOf(GENERATION);
        return mark < 0 ? eventType : eventType.substring(0, mark);
    }

    byte[] associated() {
        return associated(person, eventType, field);
    }

    String text() {
        var type = eventType.getBytes(StandardCharsets.UTF_8);
        var name = field.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(2 + type.length + name.length + ciphertext.length)
                .put((byte) type.length)
                .put(type)
                .put((byte) name.length)
                .put(name)
                .put(ciphertext);
        return Sealer.PREFIX + person + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty for a text that only looks like a sealed one. */
    static Optional<Sealed> parse(String text) {
        int dot = text.indexOf('.', Sealer.PREFIX.length());
        if (!text.startsWith(Sealer.PREFIX) || dot < 0) {
            return Optional.empty();
        }
        try {
            var person = UUID.fromString(text.substring(Sealer.PREFIX.length(), dot));
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(dot + 1)));
            return Optional.of(new Sealed(person, word(bytes), word(bytes), rest(bytes)));
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private static String word(ByteBuffer bytes) {
        var word = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(word);
        return new String(word, StandardCharsets.UTF_8);
    }

    private static byte[] rest(ByteBuffer bytes) {
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }
}
