package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.mart.store.SqlViews;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a member of {@code mart_reader} gets and does not get, whichever tables the views are over. */
class SqlRightsTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final SqlReader reader = new SqlReader();
    private final Fed fed = new Fed(reader.database, Declared.in(ZoneOffset.UTC), today);

    @BeforeEach
    void create() throws SQLException {
        reader.create();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    @DisplayName("a reader reads the views and nothing else, and writes nothing")
    void reads_these_only() throws SQLException {
        SqlReader.feed(fed, 1);
        var datasets = Declared.in(ZoneOffset.UTC).measures().stream()
                .map(of -> of.dataset().name())
                .toList();
        var expected = new ArrayList<>(List.of(
                "mart.position",
                "mart.team_place",
                "mart.account",
                "mart.sales_process",
                "mart.contract_deal",
                "mart.deal_segment",
                "mart.customer_type",
                "mart.calendar",
                "mart.pipeline_daily",
                "mart.sales_monthly",
                "mart.movement"));
        datasets.forEach(name -> expected.addAll(List.of("mart." + name + "_current", "mart." + name + "_history")));
        assertThat(reader.select("""
                select relnamespace::regnamespace || '.' || relname from pg_class where relkind in ('r', 'v', 'm', 'p', 'f')
                and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
                and has_table_privilege(oid, 'select') and has_schema_privilege(relnamespace, 'usage')"""))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(name -> List.<Object>of(name)).toList());

        String history = "opportunity_history";
        assertThat(reader.select("select from mart." + history)).isNotEmpty();
        assertThat(fed.select("select id from $." + history)).as("control").isNotEmpty();
        String base = fed.schema.tables().schema() + ".";
        for (String refused : List.of(
                "select from %s%s".formatted(base, history),
                "select from %steam_place".formatted(base),
                "select from %sopportunity_view".formatted(base),
                "delete from mart.position",
                "update mart.opportunity_history set event_position = 1",
                "create view mart.mine as select 1 as one",
                "create table %smine (one int)".formatted(base))) {
            assertThatThrownBy(() -> reader.select(refused))
                    .as(refused)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
        assertThat(reader.select(
                                "explain select region, sum(open_value) from mart.opportunity_asof('2017-03-01') where owner = 'x' group by 1")
                        .toString())
                .as("a condition reaches the rows, and none is made that is not asked for")
                .contains("on opportunity_history", "owner")
                .doesNotContain("Function Scan");
        for (String name : datasets) {
            assertThat(reader.select("select count(*) from mart.%1$s_asof('2030-01-01')".formatted(name)))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "other declarations take the views over, the former ones can be read no more, the same ones change nothing,"
                    + " and what somebody dropped comes back")
    void takes_over() throws SQLException {
        SqlReader.feed(fed, 1);
        String before = oid();
        fed.schema.create(fed.mart, fed.views());
        assertThat(oid()).isEqualTo(before);

        var sales = new Sales(ZoneOffset.UTC);
        var others = new Declarations(List.of(sales.measures()), sales.reports().subList(0, 1));
        try (var other = reader.login();
                var reading = other.createStatement()) {
            // Nobody who reads is waited for.
            other.setAutoCommit(false);
            reading.executeQuery("select count(*) from mart.opportunity_current");
            new Fed(reader.database, others, today);
            other.commit();
        }
        assertThat(reader.select("select from mart.opportunity_current")).isEmpty();
        assertThat(
                        reader.select(
                                "select relname from pg_class where relname = 'contract_current' and relnamespace = 'mart'::regnamespace"))
                .isEmpty();
        assertThatThrownBy(() -> reader.select("select from mart_former.opportunity_current"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));

        fed.schema.create(fed.mart, fed.views());
        assertThat(reader.select("select from mart.opportunity_current")).isNotEmpty();

        reader.execute("drop schema %s cascade".formatted(fed.schema.tables().schema()));
        fed.schema.create(fed.mart, fed.views());
        assertThat(reader.select("select from mart.opportunity_current")).isEmpty();
    }

    @Test
    @DisplayName("a schema of that name that somebody else made is left alone")
    void leaves_others_alone() throws SQLException {
        reader.execute("drop schema mart cascade");
        reader.execute("create schema mart");
        reader.execute("create table mart.theirs (one int)");
        assertThatThrownBy(() -> fed.schema.create(fed.mart, fed.views()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rename it");
        assertThat(fed.select("select count(*) from mart.theirs")).containsExactly("0");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    @DisplayName(
            "a user who may not create roles serves everything else, says so, and grants as soon as the role is there")
    void without_the_right(CapturedOutput output) throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("create role plain login");
            statement.execute("create database plain owner plain");
            var source = new PGSimpleDataSource();
            source.setUrl(server.getJdbcUrl("plain", "plain"));
            var mart = new Mart(source, Duration.ofSeconds(10));
            var declarations = Declared.in(ZoneOffset.UTC);
            var schema = new Schema(declarations);
            var views = new SqlViews(declarations, schema.tables(), ZoneOffset.UTC);

            schema.create(mart, views);
            assertThat(output).contains("role mart_reader is not there");
            assertThat(SqlReader.rows(source.getConnection(), "select count(*) from mart.opportunity_current"))
                    .isEqualTo(List.of(List.of(0L)));

            statement.execute("create role mart_reader nologin");
            statement.execute("create role analyst login in role mart_reader");
            schema.create(mart, views);
            assertThat(SqlReader.rows(
                            DriverManager.getConnection(server.getJdbcUrl(SqlReader.LOGIN, "plain")),
                            "select count(*) from mart.opportunity_current"))
                    .isEqualTo(List.of(List.of(0L)));
        }
    }

    private String oid() {
        return fed.select("select 'mart.opportunity_current'::regclass::oid").getFirst();
    }
}
