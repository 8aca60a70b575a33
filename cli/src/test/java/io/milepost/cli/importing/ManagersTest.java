package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.importing.Story.Step;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents report to the manager of their row, whom the file need not list. */
class ManagersTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @TempDir
    private Path directory;

    private CrmFiles files;

    @BeforeEach
    void write() {
        files = new CrmFiles(directory);
    }

    private void team(String... rows) {
        files.write("sales_teams.csv", "sales_agent,manager,regional_office", String.join("\n", rows));
        files.pipeline(List.of("E1,Ada Berg,Big Pump,,Engaging,2020-06-01,,"));
    }

    private List<Story> members(Held held) {
        var plan = new Plan(Source.read(directory, CrmFiles.terms("USD")), ZoneOffset.UTC, held);
        return plan.groundwork().stream()
                .filter(story -> story.kind() == FileKind.SALES_TEAMS)
                .toList();
    }

    private static List<Record> bodies(Story story) {
        return story.steps().stream().map(step -> step.item().body()).toList();
    }

    private static Bodies.RegisterTeamMember member(String code, String team, String region, @Nullable String manager) {
        return new Bodies.RegisterTeamMember(code, team, region, FIRST, manager);
    }

    @Test
    void a_manager_without_a_row_is_registered_before_the_agents_and_by_all_of_them_alike() {
        team("Ada Berg,Carl Dahl,Central", "Ben Cole,CARL DAHL,West");

        var stories = members(Held.NOTHING);

        assertThat(stories.stream().map(ManagersTest::bodies))
                .containsExactly(
                        List.of(
                                member("Carl Dahl", "Carl Dahl", "Central", null),
                                member("Ada Berg", "Carl Dahl", "Central", "Carl Dahl")),
                        List.of(
                                member("Carl Dahl", "Carl Dahl", "Central", null),
                                member("Ben Cole", "Carl Dahl", "West", "Carl Dahl")));
        assertThat(stories.stream().map(story -> story.steps().getFirst()).distinct())
                .as("one command, whoever sends it first")
                .hasSize(1);
        assertThat(stories.stream().map(story -> story.steps().getLast()).distinct())
                .hasSize(2);
    }

    @Test
    void a_manager_with_a_row_is_registered_as_that_row_says_whatever_the_order() {
        team("Ada Berg,Ben Cole,Central", "Ben Cole,Carl Dahl,West");

        var stories = members(Held.NOTHING);

        assertThat(bodies(stories.getFirst()))
                .containsExactly(
                        member("Carl Dahl", "Carl Dahl", "West", null),
                        member("Ben Cole", "Carl Dahl", "West", "Carl Dahl"),
                        member("Ada Berg", "Ben Cole", "Central", "Ben Cole"));
        assertThat(stories.getLast().steps())
                .isEqualTo(stories.getFirst().steps().subList(0, 2));
    }

    @Test
    void two_who_manage_each_other_end_and_whoever_leads_themselves_reports_to_nobody() {
        team("Ada Berg,Ben Cole,Central", "Ben Cole,Ada Berg,Central", "Cy Dorn,cy dorn,West");

        assertThat(members(Held.NOTHING).stream().map(Story::steps).map(List<Step>::size))
                .containsExactly(2, 2, 1);
    }

    @Test
    void a_member_whom_an_earlier_import_registered_stays_as_registered() {
        team("Ada Berg,Carl Dahl,Central", "Ben Cole,Carl Dahl,West");
        var since = LocalDate.of(2019, 1, 1);
        var ada = new Bodies.RegisterTeamMember("Ada Berg", "Carl Dahl", "Central", since, null);
        var carl = new Bodies.RegisterTeamMember("Carl Dahl", "Carl Dahl", "North", since, null);
        var held = new Held(
                Map.of(
                        new Ids(Mapping.standard()).member(new Agent(2, "Ada Berg", "", "", true)), ada,
                        new Ids(Mapping.standard()).member(new Agent(2, "carl  DAHL", "", "", false)), carl),
                null);

        assertThat(members(held).stream().map(ManagersTest::bodies))
                .containsExactly(List.of(ada), List.of(carl, member("Ben Cole", "Carl Dahl", "West", "Carl Dahl")));
    }
}
