package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.personal.PersonalKind;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.trail.AuditTrail;
import io.milepost.platform.value.Codes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one place where what is sealed of persons leaves a service in clear: to whom {@link PersonalKind} lets read it, and on record. Others
 * are shown {@link Sealer#MASKED} in its place.
 */
final class PersonalAnswers {
    private final Sealer sealer;
    private final AuditTrail trail;

    PersonalAnswers(Sealer sealer, AuditTrail trail) {
        this.sealer = sealer;
        this.trail = trail;
    }

    Reading to(Caller caller, Catalogue<?, ?, ?> catalogue) {
        return new Reading(caller, catalogue);
    }

    /** All that is said of one person, for whom may read whatever is held of it, which is on record by itself. */
    JsonNode ofPerson(JsonNode tree, UUID person) {
        return sealer.unseal(tree, person);
    }

    /** One answer to one caller. */
    final class Reading {
        private final Caller caller;
        private final String aggregate;
        /** Secret texts, which their keepers alone come to, are nobody's personal data. */
        private final Set<String> secrets;

        private final Set<UUID> entities = new LinkedHashSet<>();
        private final Set<PersonalKind> kinds = EnumSet.noneOf(PersonalKind.class);

        private Reading(Caller caller, Catalogue<?, ?, ?> catalogue) {
            this.caller = caller;
            aggregate = catalogue.aggregate();
            secrets = catalogue.events().stream()
                    .flatMap(row -> {
                        var secret = row.secret();
                        return secret == null
                                ? Stream.<String>of()
                                : secret.paths().stream().map(path -> textOf(row.wireType(), path));
                    })
                    .collect(Collectors.toUnmodifiableSet());
        }

        /**
         * A copy that the caller may read.
         *
         * @param id of the entity that it is about
         * @param owner of that entity today
         */
        JsonNode open(JsonNode tree, UUID id, @Nullable String owner) {
            var member = caller.member();
            boolean owns = member != null && owner != null && Codes.same(member, owner);
            return sealer.unseal(tree, (type, field) -> {
                if (secrets.contains(textOf(type, field))) {
                    return true;
                }
                var kind = PersonalKind.nearest(field);
                boolean clear = kind.isClearTo(caller.roles(), owns);
                if (clear) {
                    entities.add(id);
                    kinds.add(kind);
                }
                return clear;
            });
        }

        /** Puts on record what was read in clear, if anything was. */
        void note() {
            if (!entities.isEmpty()) {
                trail.read(
                        caller.sender(),
                        aggregate,
                        entities,
                        kinds.stream().map(PersonalKind::name).collect(Collectors.toSet()));
            }
        }

        private static String textOf(String type, String field) {
            return type + "/" + field;
        }
    }
}
