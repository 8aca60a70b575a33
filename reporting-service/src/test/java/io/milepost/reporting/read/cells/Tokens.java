package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The smallest projection that can go wrong: a token lies in one of a few bowls with a weight, and events move it about. */
final class Tokens implements Projection<Tokens.Token> {

    record Token(String bowl, long weight, LocalDate day) implements View {}

    static Inbound moved(UUID token, long position, String bowl, long weight, LocalDate day) {
        Instant when = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        byte[] data = (bowl + " " + weight).getBytes(StandardCharsets.UTF_8);
        return new Inbound(
                "toys",
                "token.moved.v1",
                token,
                new UUID(0, position),
                position,
                "e",
                when,
                when,
                "t",
                "c",
                token.toString(),
                data);
    }

    /** An event that does not say what it should. */
    static Inbound broken(UUID token, long position, LocalDate day) {
        Inbound whole = moved(token, position, "bowl", 1, day);
        return new Inbound(
                whole.source(),
                whole.type(),
                token,
                whole.eventId(),
                position,
                whole.epoch(),
                whole.effectiveAt(),
                whole.recordedAt(),
                whole.actor(),
                whole.correlationId(),
                whole.key(),
                "bowl heavy".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String source() {
        return "toys";
    }

    @Override
    public Class<Token> view() {
        return Token.class;
    }

    @Override
    public Set<String> types() {
        return Set.of("token.moved.v1");
    }

    @Override
    public Token apply(@Nullable Token before, Inbound event) {
        String[] words = new String(event.data(), StandardCharsets.UTF_8).split(" ", -1);
        return new Token(words[0], Long.parseLong(words[1]), LocalDate.ofInstant(event.effectiveAt(), ZoneOffset.UTC));
    }

    @Override
    public Map<Slot, Long> contributions(Token token) {
        return Map.of(new Slot(token.bowl(), "n"), 1L, new Slot(token.bowl(), "weight"), token.weight());
    }
}
