package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What somebody reads who opens a folder of deploy/. */
class ReadmesTest {
    private static final int HALF_A_PAGE = 70;

    @Test
    void each_folder_says_in_half_a_page_what_it_is_its_command_and_what_was_proved() throws IOException {
        var index = Repository.text("deploy/README.md");
        var folders = new TreeSet<String>();
        try (var all = Files.list(Repository.file("deploy"))) {
            all.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .forEach(folders::add);
        }
        assertThat(folders)
                .contains("backup", "compose", "docker", "grafana", "helm", "keys", "local", "prometheus", "suite")
                .allSatisfy(name -> {
                    var text = Repository.text("deploy/%s/README.md".formatted(name));
                    assertThat(index).as("deploy/README.md").contains("[%1$s](%1$s)".formatted(name));
                    assertThat(text)
                            .startsWith("# ")
                            .contains("```sh\n")
                            .contains("## What was proved here, and what was not");
                    assertThat(text.lines().count()).as(name).isLessThan(HALF_A_PAGE);
                });
    }
}
