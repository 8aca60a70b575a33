package io.milepost.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is in which team and reports to whom today, as events of lead-service tell it. */
class MemberDirectoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private final MemberDirectory directory = new MemberDirectory(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void places_hold_from_their_day_on_in_any_spelling() {
        hear("kap", "north", "2026-01-01", null);
        hear("bob", "north", "2026-01-01", "kap");
        hear("eve", "south", "2026-01-01", "Bob");
        assertThat(directory.team(" KAP")).contains("north");
        assertThat(directory.teamOf("kap")).containsExactlyInAnyOrder("KAP", "BOB");
        assertThat(directory.manager("EVE")).contains("Bob");
        assertThat(directory.inTeam(" NORTH")).containsExactlyInAnyOrder("KAP", "BOB");
        assertThat(directory.inTeam("nowhere")).isEmpty();
        assertThat(directory.managersOf("North")).containsExactly("kap");
        assertThat(directory.managersOf("south")).containsExactly("Bob");
        assertThat(directory.reportsOf("kap")).containsExactlyInAnyOrder("BOB", "EVE");

        hear("bob", "west", "2026-03-03", null);
        assertThat(directory.team("bob")).as("tomorrow is not today").contains("north");
        hear("bob", "east", "2026-03-02", null);
        assertThat(directory.team("bob")).contains("east");
        assertThat(directory.reportsOf("kap")).isEmpty();
        assertThat(directory.reportsOf("bob")).containsExactly("EVE");
    }

    @Test
    void nobody_is_anywhere_before_the_first_day_or_unheard_of() {
        hear("kap", "north", "2026-03-03", "bob");
        assertThat(directory.team("kap")).isEmpty();
        assertThat(directory.teamOf("kap")).isEmpty();
        assertThat(directory.manager("nobody")).isEmpty();
        assertThat(directory.reportsOf("bob")).isEmpty();
    }

    @Test
    void who_reports_in_a_circle_is_met_once() {
        hear("kap", "north", "2026-01-01", "bob");
        hear("bob", "north", "2026-01-01", "kap");
        assertThat(directory.reportsOf("kap")).containsExactlyInAnyOrder("KAP", "BOB");
    }

    @Test
    void an_event_heard_twice_or_unreadable_changes_nothing() {
        hear("kap", "north", "2026-01-01", null);
        hear("kap", "north", "2026-01-01", null);
        directory.handle(0, List.of(event("team-member.registered.v1", UUID.randomUUID(), "{\"code\":")));
        directory.handle(0, List.of(event("lead.captured.v1", UUID.randomUUID(), "{}")));
        assertThat(directory.teamOf("kap")).containsExactly("KAP");
    }

    private void hear(String code, String team, String from, @Nullable String manager) {
        var json = "{\"code\":\"%s\",\"team\":\"%s\",\"region\":\"any\",\"from\":\"%s\"%s}"
                .formatted(code, team, from, manager == null ? "" : ",\"manager\":\"" + manager + "\"");
        var member = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        directory.handle(0, List.of(event("team-member.moved.v1", member, json)));
    }

    private static Inbound event(String type, UUID subject, String json) {
        return new Inbound(
                "lead",
                type,
                subject,
                UUID.randomUUID(),
                1,
                "epoch",
                NOW,
                NOW,
                "someone",
                "correlation",
                subject.toString(),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
