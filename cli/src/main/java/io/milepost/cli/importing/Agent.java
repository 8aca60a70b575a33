package io.milepost.cli.importing;

/** A row of sales_teams.csv: the agent's name is the member code, the manager's names the team. */
record Agent(long line, String code, String team, String region) {

    static Agent of(CsvRow row, FirstSpellings teams, FirstSpellings regions) throws BadRow {
        return new Agent(
                row.line(),
                row.text("sales_agent"),
                teams.named(row, "manager"),
                regions.named(row, "regional_office"));
    }
}
