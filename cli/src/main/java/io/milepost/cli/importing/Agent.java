package io.milepost.cli.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row of the sales teams: the agent's name is the member code, the manager's names the team.
 *
 * @param id of the source, where the mapping has one
 * @param listed in a row of its own; a manager without one leads the team that is named like that
 * @param led whether the team is named after who leads it
 */
record Agent(long line, @Nullable String id, String code, String team, String region, boolean listed, boolean led) {

    Agent(long line, String code, String team, String region, boolean listed) {
        this(line, null, code, team, region, listed, true);
    }

    static Agent of(CsvRow row, FirstSpellings teams, FirstSpellings regions, String team) throws BadRow {
        var led = row.optional("manager").isPresent();
        return new Agent(
                row.line(),
                row.optional(FileMapping.ID).orElse(null),
                row.text("sales_agent"),
                led ? teams.named(row, "manager") : team,
                regions.named(row, "regional_office"),
                true,
                led);
    }

    /** One whom other rows name and who has no file. */
    static Agent named(FirstSpellings.Named named, String team, String region) {
        return new Agent(named.line(), null, named.name(), team, region, true, false);
    }

    /** Without a row of their own: where the first of their team is. */
    static Agent leading(Agent member) {
        return new Agent(member.line(), member.team(), member.team(), member.region(), false);
    }

    Agent under(String manager) {
        return new Agent(line, id, code, manager, region, listed, true);
    }

    /** Who leads the team, unless that is the agent. */
    @Nullable
    String manager() {
        return !led || isCalled(team) ? null : team;
    }

    boolean isCalled(String name) {
        return Spelling.canonical(code).equals(Spelling.canonical(name));
    }
}
