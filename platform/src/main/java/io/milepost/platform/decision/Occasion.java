package io.milepost.platform.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a decision may know besides the state and the command: which entity, when, by whom, and what others already hold.
 * It arrives with every command, so that decide needs no clock, no random and no look-up.
 *
 * @param id the entity that the command is for
 * @param effectiveAt when the fact is true; never in the future, never before the entity's last
 * @param today the calendar day of {@code effectiveAt} in the deployment's zone
 * @param actor the subject of the caller's token, or the name of the automation
 * @param digests keyed hashes of personal values of the command, by the names that the catalogue gives them
 * @param holders who already holds a claimed tag: {@code "contact=3f.."} to the holding entity
 */
public record Occasion(
        UUID id,
        Instant effectiveAt,
        LocalDate today,
        String actor,
        Map<String, String> digests,
        Map<String, UUID> holders) {

    public Occasion {
        digests = Map.copyOf(digests);
        holders = Map.copyOf(holders);
    }

    /** An occasion without digests and claims, for the many commands that need none. */
    public static Occasion of(UUID id, Instant effectiveAt, LocalDate today, String actor) {
        return new Occasion(id, effectiveAt, today, actor, Map.of(), Map.of());
    }

    /** The keyed hash that the catalogue row names so; empty when the command held no such value. */
    public Optional<String> digest(String name) {
        return Optional.ofNullable(digests.get(name));
    }

    /** Another entity that already holds this tag, decided together with the append (never a look-up before a write). */
    public Optional<UUID> holderOf(String tagKey, String tagValue) {
        return Optional.ofNullable(holders.get(tagKey + "=" + tagValue)).filter(holder -> !holder.equals(id));
    }
}
