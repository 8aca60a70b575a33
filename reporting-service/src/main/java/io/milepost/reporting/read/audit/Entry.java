package io.milepost.reporting.read.audit;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.value.Codes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as the trail tells it: nothing of what it says, but for the records of a service's own conduct.
 *
 * @param at when it was recorded, in milliseconds
 * @param entity that it was done to, or was meant to be; null where there is no one
 * @param about all entities under which it is found
 * @param detail of a record of conduct, as JSON; null for what was done by a command
 */
record Entry(
        String service,
        long position,
        UUID event,
        long at,
        Kind kind,
        String type,
        @Nullable UUID entity,
        @Nullable String actor,
        @Nullable String member,
        @Nullable String client,
        @Nullable String command,
        Set<UUID> about,
        @Nullable String detail) {

    /** What is told. */
    enum Kind {
        /** A command or an automation changed an entity. */
        DONE,
        /** A command was refused for who sent it. */
        REFUSED,
        /** So many more were refused than are told one by one. */
        COUNTED,
        /** An operator did what is no command. */
        ACTED,
        /** Personal data was shown in clear. */
        READ
    }

    Entry {
        about = Set.copyOf(about);
    }

    /** What a record of conduct says; all of it may be missing. */
    record Conduct(
            @Nullable String actor,
            @Nullable String member,
            @Nullable String client,
            @Nullable String command,
            @Nullable UUID target,
            @Nullable String code,
            @Nullable String act,
            @Nullable String subject,
            @Nullable String aggregate,
            @Nullable List<UUID> entities,
            @Nullable Long number,
            @Nullable List<String> kinds) {}

    static Entry of(Inbound event) {
        return switch (event.type()) {
            case "audit-record.command-refused.v1" -> conduct(event, Kind.REFUSED);
            case "audit-record.refusals-counted.v1" -> conduct(event, Kind.COUNTED);
            case "audit-record.operator-acted.v1" -> conduct(event, Kind.ACTED);
            case "audit-record.personal-data-disclosed.v1" -> conduct(event, Kind.READ);
            default -> done(event);
        };
    }

    private static Entry done(Inbound event) {
        return new Entry(
                event.source(),
                event.position(),
                event.eventId(),
                event.recordedAt().toEpochMilli(),
                Kind.DONE,
                requireNonNull(storable(event.type())),
                event.subject(),
                storable(event.actor()),
                storable(event.sent().member()),
                storable(event.sent().client()),
                storable(event.sent().command()),
                Set.of(event.subject()),
                null);
    }

    /** One that cannot be read is in the trail all the same, as an event. */
    private static Entry conduct(Inbound event, Kind kind) {
        Conduct said;
        try {
            said = event.as(Conduct.class);
        } catch (Inbound.Unreadable unreadable) {
            return done(event);
        }
        var about = new ArrayList<UUID>();
        about.add(event.subject());
        if (said.target() != null) {
            about.add(said.target());
        }
        if (said.entities() != null) {
            about.addAll(said.entities());
        }
        return new Entry(
                event.source(),
                event.position(),
                event.eventId(),
                event.recordedAt().toEpochMilli(),
                kind,
                requireNonNull(storable(event.type())),
                said.target(),
                storable(said.actor()),
                storable(said.member()),
                storable(said.client()),
                storable(said.command()),
                new TreeSet<>(about),
                storable(detail(said).toString()));
    }

    private static ObjectNode detail(Conduct said) {
        var json = Json.mapper().createObjectNode();
        put(json, "code", said.code());
        put(json, "act", said.act());
        put(json, "subject", said.subject());
        put(json, "aggregate", said.aggregate());
        if (said.number() != null) {
            json.put("number", said.number());
        }
        if (said.kinds() != null) {
            said.kinds().forEach(json.putArray("kinds")::add);
        }
        if (said.entities() != null) {
            var entities = json.putArray("entities");
            said.entities().forEach(entity -> entities.add(entity.toString()));
        }
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    /** By which the member is found, in whatever spelling it stands. */
    @Nullable
    String who() {
        return member == null ? null : Codes.canonical(member);
    }

    /** As PostgreSQL writes an array. */
    String aboutText() {
        return "{%s}"
                .formatted(String.join(
                        ",", about.stream().map(UUID::toString).sorted().toList()));
    }

    void write(ObjectNode item) {
        item.put("service", service)
                .put("position", position)
                .put("id", event.toString())
                .put("at", Instant.ofEpochMilli(at).toString())
                .put("kind", kind.name())
                .put("type", type)
                .put("aggregate", type.substring(0, Math.max(type.indexOf('.'), 0)));
        put(item, "entity", entity == null ? null : entity.toString());
        put(item, "actor", actor);
        put(item, "member", member);
        put(item, "client", client);
        put(item, "command", command);
        if (detail != null) {
            item.set("detail", Json.mapper().readValue(detail, JsonNode.class));
        }
    }

    /** As PostgreSQL can have it. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
