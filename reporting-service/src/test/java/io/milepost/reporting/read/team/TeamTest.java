package io.milepost.reporting.read.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);

    private final TeamProjection projection = new TeamProjection(ZoneOffset.UTC);

    @Test
    @DisplayName("Decision 45: team and region are effective-dated")
    void a_member_belongs_where_it_was_placed_by_the_day_asked_about() {
        var registered = projection.apply(null, placed("team-member.registered.v1", "red", "East", JANUARY));
        var moved = projection.apply(registered, placed("team-member.moved.v1", "blue", "West", MARCH));

        assertThat(moved.on(JANUARY.minusDays(1))).isEmpty();
        assertThat(moved.on(JANUARY)).contains(new Placement(JANUARY, "red", "East"));
        assertThat(moved.on(MARCH.minusDays(1))).contains(new Placement(JANUARY, "red", "East"));
        assertThat(moved.on(MARCH)).contains(new Placement(MARCH, "blue", "West"));
    }

    @Test
    void of_two_places_from_one_day_the_one_said_last_counts_and_an_older_one_said_late_does_not_win() {
        var member = projection.apply(null, placed("team-member.registered.v1", "red", "East", MARCH));
        member = projection.apply(member, placed("team-member.moved.v1", "blue", "West", MARCH));
        member = projection.apply(member, placed("team-member.moved.v1", "green", "North", JANUARY));
        assertThat(member.on(MARCH)).contains(new Placement(MARCH, "blue", "West"));
        assertThat(member.on(JANUARY)).contains(new Placement(JANUARY, "green", "North"));
    }

    private static Inbound placed(String type, String team, String region, LocalDate from) {
        var when = from.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        var data =
                "{\"code\":\"smith\",\"team\":\"%s\",\"region\":\"%s\",\"from\":\"%s\"}".formatted(team, region, from);
        return new Inbound(
                "lead",
                type,
                new UUID(1, 1),
                new UUID(1, 2),
                1,
                "e",
                when,
                when,
                "t",
                "c",
                "k",
                data.getBytes(StandardCharsets.UTF_8));
    }
}
