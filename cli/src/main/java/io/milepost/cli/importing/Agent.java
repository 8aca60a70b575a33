package io.milepost.cli.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row of sales_teams.csv: the agent's name is the member code, the manager's names the team.
 *
 * @param listed in a row of its own; a manager without one leads the team that is named like that
 */
record Agent(long line, String code, String team, String region, boolean listed) {

    static Agent of(CsvRow row, FirstSpellings teams, FirstSpellings regions) throws BadRow {
        return new Agent(
                row.line(),
                row.text("sales_agent"),
                teams.named(row, "manager"),
                regions.named(row, "regional_office"),
                true);
    }

    /** Who leads the team, unless that is the agent. */
    @Nullable
    String manager() {
        return isCalled(team) ? null : team;
    }

    boolean isCalled(String name) {
        return Spelling.canonical(code).equals(Spelling.canonical(name));
    }
}
