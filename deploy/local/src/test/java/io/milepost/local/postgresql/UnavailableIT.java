package io.milepost.local.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.local.FreePort;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why there may be no server, our own or one that MILEPOST_MART_URI names: each reason is told with what to do. */
class UnavailableIT {

    @TempDir
    static Path folder;

    private final Path home = folder.resolve("mart");
    private final Path password = home.resolve("password");
    private final int port = FreePort.besides(0);
    private EmbeddedPostgreSql server;

    @BeforeEach
    void start() {
        server = EmbeddedPostgreSql.start(binaries(), home, port);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Path binaries() {
        return folder.resolve("postgresql");
    }

    @Test
    void a_server_that_lets_us_in_is_fine() {
        server.login().verify();
    }

    @Test
    void wrong_credentials_are_told_without_the_password() {
        refused(
                        new Login(server.login().uri(), "milepost", "guessed"),
                        "Set MILEPOST_MART_USER and MILEPOST_MART_PASSWORD")
                .hasMessageStartingWith("PostgreSQL at " + server.login().uri() + " does not let user 'milepost' in")
                .hasMessageNotContaining("guessed");
        refused(new Login(server.login().uri(), "nobody", "guessed"), "Set MILEPOST_MART_USER")
                .hasMessageContaining("'nobody'");
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        String uri = server.login().uri().replaceFirst("milepost$", "elsewhere");
        refused(new Login(uri, "milepost", server.login().password()), "Create it")
                .hasMessageContaining("has no such database")
                .hasMessageContaining("\"elsewhere\"");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_what_stands_behind_its_address() {
        String uri = "jdbc:postgresql://localhost:" + FreePort.besides(0) + "/milepost";
        refused(new Login(uri + "?password=secret", "milepost", ""), "unset MILEPOST_MART_URI")
                .hasMessageStartingWith("PostgreSQL at " + uri + " cannot be used")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_address_that_is_none_is_told_with_the_form_of_one() {
        for (String uri :
                new String[] {"", "postgresql://localhost/milepost", "jdbc:postgresql://localhost:abc/milepost"}) {
            refused(new Login(uri, "milepost", ""), "jdbc:postgresql://HOST:5432/DATABASE")
                    .hasMessageStartingWith("MILEPOST_MART_URI is no address");
        }
    }

    @Test
    void a_taken_port_is_named_and_leaves_the_folder_free() throws IOException {
        server.close();
        try (ServerSocket taken = new ServerSocket(port)) {
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            fault -> assertThat(fault.remedy()).contains("--port-base N"))
                    .hasMessage("Port %d, meant for PostgreSQL, is taken.", taken.getLocalPort());
        }
        start();
        assertThat(server.healthy()).isTrue();
    }

    @Test
    void a_password_that_the_server_does_not_know_or_that_is_missing_is_told_by_its_file() throws IOException {
        server.close();
        Path aside = Files.move(password, folder.resolve("aside"));
        Files.writeString(password, "guessed");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        Unavailable.class, fault -> assertThat(fault.remedy()).contains("Put the file back"))
                .hasMessageContaining("kept in " + password + ", is not the one that the server knows");
        Files.delete(password);
        assertThatThrownBy(this::start)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("kept in " + password + ", is missing");
        Files.move(aside, password);
        start();
    }

    @Test
    void data_of_another_release_are_refused_by_both_numbers_and_left_alone() throws IOException {
        server.close();
        Path release = home.resolve("data/PG_VERSION");
        Files.writeString(release, "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        Unavailable.class, fault -> assertThat(fault.remedy()).contains("Move " + home + " away"))
                .hasMessageContaining("version 17")
                .hasMessageContaining("18.");
        Files.writeString(release, "18\n");
        start();
    }

    @Test
    void whatever_else_keeps_it_from_starting_is_said_in_its_own_words() throws IOException {
        server.close();
        Path settings = home.resolve("data/postgresql.conf");
        String right = Files.readString(settings);
        Files.writeString(settings, right + "max_connections = plenty\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("PostgreSQL does not start. It said:")
                .hasMessageContaining("max_connections");
        Files.writeString(settings, right);
        start();
    }

    @Test
    void a_platform_without_programs_is_named_with_the_way_out() {
        assertThatThrownBy(() -> Binaries.unpack(binaries(), "Linux", "s390x"))
                .isInstanceOfSatisfying(
                        Unavailable.class, fault -> assertThat(fault.remedy()).contains("MILEPOST_MART_URI"))
                .hasMessage("There is no PostgreSQL for Linux on s390x in this build.");
    }

    private static AbstractThrowableAssert<?, ?> refused(Login login, String remedy) {
        return assertThatThrownBy(login::verify)
                .isInstanceOfSatisfying(
                        Unavailable.class, fault -> assertThat(fault.remedy()).contains(remedy));
    }
}
