package io.milepost.platform.timer;

import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.function.Function;

/**
 * One rule "an entity in this state waits for that time, then is sent this command". A bean of this type is all a service
 * declares. A date arises with the event that brings the state, moves or goes with the event that changes it; each that arises is
 * fired once.
 *
 * @param kind kebab case, {@code quotation-expiry}, unique in its aggregate: part of the due date's id, so it changes only
 *     where the rule does, and the dates are then read from the log anew
 * @param command that the dates carry: a row of the catalogue without roles, on a known entity
 * @param dates what a state waits for; pure, called after every event
 */
public record Due<S>(
        String kind, Catalogue<S, ?, ?> catalogue, Class<? extends Record> command, Function<S, List<DueDate>> dates) {

    public Due {
        if (!kind.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a kind of due date is in kebab case, not " + kind);
        }
        var row = catalogue.command(command);
        if (row.creates() || !row.roles().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is due by time, so it is on a known entity and has no roles".formatted(row.name()));
        }
    }
}
