package io.milepost.local.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.milepost.local.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of them use one folder, as the same installation from one start to the next. */
class EmbeddedPostgreSqlIT {

    private static final int WRITERS = 4;

    @TempDir
    static Path shared;

    private final Path home = shared.resolve("mart");
    private final Path password = home.resolve("password");
    private final int port = FreePort.besides(0);
    private EmbeddedPostgreSql server;

    @BeforeEach
    void emptyTable() throws SQLException {
        start();
        facts().createEmpty();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void start() {
        server = EmbeddedPostgreSql.start(binaries(), home, port);
    }

    private static Path binaries() {
        return shared.resolve("postgresql");
    }

    @Test
    void what_was_committed_is_there_after_a_restart_and_what_was_not_is_not() throws SQLException {
        facts().run("insert into fact values (1)");
        try (Connection open = server.login().open()) {
            open.setAutoCommit(false);
            open.createStatement().execute("insert into fact values (2)");
            server.close();
        }
        assertThat(server.healthy()).isFalse();
        start();
        assertThat(facts().stored()).containsExactly(1);
    }

    @Test
    void it_is_release_18_waits_for_the_disk_and_listens_on_the_loopback_interface_alone() throws Exception {
        assertThat(facts().asked("show server_version")).startsWith("18.");
        assertThat(facts().asked("show fsync")).isEqualTo("on");
        assertThat(facts().asked("show synchronous_commit")).isEqualTo("on");
        assertThat(facts().asked("show full_page_writes")).isEqualTo("on");
        assertThat(facts().asked("show listen_addresses")).isEqualTo("localhost");
        assertThat(Files.readAllLines(home.resolve("data/postmaster.pid")).get(4))
                .as("folder of its socket")
                .isEmpty();
    }

    @Test
    void the_role_owns_its_database_and_may_make_roles_but_is_no_superuser() throws Exception {
        assertThat(facts().asked("select current_user || ' ' || current_database() || ' ' || pg_get_userbyid(datdba)"
                        + " from pg_database where datname = current_database()"))
                .isEqualTo("milepost milepost milepost");
        assertThat(facts().asked("select rolsuper || ' ' || rolcreaterole from pg_roles where rolname = current_user"))
                .isEqualTo("false true");
        assertThat(Files.getPosixFilePermissions(password)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(server.login().toString()).doesNotContain(Files.readString(password));
    }

    @Test
    void nobody_gets_in_without_the_password_not_even_as_the_superuser() {
        for (String user : List.of("milepost", "postgres")) {
            assertThatThrownBy(() -> new Login(server.login().uri(), user, "guessed").open())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_server_that_is_killed_under_load_comes_back_with_all_that_it_acknowledged() throws Exception {
        long killed = server.pid();
        Set<Integer> acknowledged = writeUntil(() -> signal(killed, "KILL"));
        await().atMost(Duration.ofSeconds(60)).until(server::healthy);
        assertThat(server.pid()).isNotEqualTo(killed);
        assertThat(facts().stored()).containsAll(acknowledged);
    }

    @Test
    void one_that_was_asked_to_stop_stays_stopped() throws Exception {
        ProcessHandle asked = ProcessHandle.of(server.pid()).orElseThrow();
        signal(asked.pid(), "INT");
        asked.onExit().get(20, TimeUnit.SECONDS);
        // control: a clean stop leaves no file, and a start would have made another
        await().during(Duration.ofMillis(500)).until(() -> !server.healthy());
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void the_next_start_ends_a_server_that_outlived_its_starter() throws Exception {
        server.close();
        try (Starter starter = Starter.start(binaries(), home, port)) {
            try (Connection connection = login().open()) {
                connection.createStatement().execute("insert into fact values (7)");
            }
            starter.kill();
            ProcessHandle orphan = starter.server();
            assertThat(orphan.isAlive()).as("control: it outlived its starter").isTrue();
            start();
            assertThat(orphan.isAlive()).isFalse();
            assertThat(facts().stored()).containsExactly(7);
        }
    }

    @Test
    void after_the_death_of_both_the_next_start_recovers() throws Exception {
        server.close();
        try (Starter starter = Starter.start(binaries(), home, port)) {
            ProcessHandle orphan = starter.server();
            Set<Integer> acknowledged = writeUntil(() -> {
                starter.kill();
                signal(orphan.pid(), "KILL");
            });
            assertThat(home.resolve("data/postmaster.pid"))
                    .as("control: it was not stopped")
                    .exists();
            start();
            assertThat(facts().stored()).containsAll(acknowledged);
        }
    }

    @Test
    void a_server_whose_starter_lives_is_not_taken_from_it() throws SQLException {
        assertThatThrownBy(() -> EmbeddedPostgreSql.start(binaries(), home, 0))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Another process runs a PostgreSQL server on " + home);
        assertThatThrownBy(() -> EmbeddedPostgreSql.endOrphan(home)).isInstanceOf(Unavailable.class);
        assertThat(facts().asked("select 1")).isEqualTo("1");
    }

    @Test
    void a_number_that_another_program_has_got_since_is_not_in_the_way() throws Exception {
        server.close();
        Files.writeString(
                home.resolve("data/postmaster.pid"),
                "%d%n%s%n1%n%d%n%nlocalhost%n0 0%nready%n"
                        .formatted(ProcessHandle.current().pid(), home.resolve("data"), port));
        start();
        assertThat(facts().asked("select 1")).isEqualTo("1");
    }

    @Test
    void a_folder_that_was_never_finished_is_begun_anew() throws IOException {
        Path unfinished = shared.resolve("again.new/data");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");
        try (EmbeddedPostgreSql another = EmbeddedPostgreSql.start(binaries(), shared.resolve("again"), 0)) {
            assertThat(another.healthy()).isTrue();
        }
        assertThat(shared.resolve("again.new")).doesNotExist();
    }

    /** Inserts from several connections until they break; returns what was acknowledged. */
    private Set<Integer> writeUntil(Runnable accident) throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<Integer>();
        var permits = new Semaphore(0);
        var ids = new AtomicInteger();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(writers.submit(() -> {
                    try (Connection connection = login().open();
                            var insert = connection.prepareStatement("insert into fact values (?)")) {
                        while (true) {
                            int id = ids.incrementAndGet();
                            insert.setInt(1, id);
                            insert.execute();
                            acknowledged.add(id);
                            permits.release();
                        }
                    } catch (SQLException killed) {
                        // an unknown outcome: neither demanded nor forbidden
                    }
                }));
            }
            assertThat(permits.tryAcquire(300, 1, TimeUnit.MINUTES)).isTrue();
            accident.run();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        return new HashSet<>(acknowledged);
    }

    private static void signal(long pid, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Facts facts() {
        return new Facts(login());
    }

    private Login login() {
        try {
            return new Login(
                    "jdbc:postgresql://localhost:" + port + "/milepost", "milepost", Files.readString(password));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
