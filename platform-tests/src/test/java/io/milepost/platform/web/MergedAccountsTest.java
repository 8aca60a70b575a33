package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.directory.GoldenRecords;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.ListQuery.Filter;
import io.milepost.platform.projection.ListQuery.Op;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MergedAccountsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID OLD = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID GOLDEN = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000003");

    private final GoldenRecords records = new GoldenRecords();
    private final MergedAccounts accounts = new MergedAccounts(records);

    /** A command that names an account, or none. */
    record Naming(@Nullable UUID accountId, String owner) {}

    record Nameless(String accountId) {}

    @BeforeEach
    void merged() {
        hear("account.merged.v1", "{\"into\": \"%s\"}".formatted(GOLDEN));
    }

    @Test
    @DisplayName("R-019: a view and its parts are shown with the golden record, and with what is stored beside it")
    void shows_the_golden_record() {
        var shown = accounts.show(
                view("{\"accountId\": \"%s\", \"sale\": {\"accountId\": \"%1$s\", \"no\": 1}}".formatted(OLD)));
        assertThat(shown)
                .isEqualTo(view(
                        "{\"accountId\": \"%s\", \"sale\": {\"accountId\": \"%1$s\", \"no\": 1, \"mergedAccountId\": \"%2$s\"}, \"mergedAccountId\": \"%2$s\"}"
                                .formatted(GOLDEN, OLD)));
        for (var untouched : List.of("{\"accountId\": \"%s\"}".formatted(OTHER), "{}", "{\"accountId\": null}")) {
            assertThat(accounts.show(view(untouched))).isEqualTo(view(untouched));
        }
    }

    @Test
    void what_was_ever_merged_may_change_without_an_event() {
        var ofOld = view("{\"accountId\": \"%s\"}".formatted(OLD));
        assertThat(accounts.mayChange(accounts.show(ofOld))).isTrue();
        hear("account.unmerged.v1", "{\"from\": \"%s\"}".formatted(GOLDEN));
        assertThat(accounts.mayChange(view("{\"accountId\": \"%s\"}".formatted(OLD))))
                .isTrue();
        assertThat(accounts.mayChange(view("{\"accountId\": \"%s\"}".formatted(OTHER))))
                .isFalse();
    }

    @Test
    @DisplayName("R-019: a filter finds by either id, of parts too, and leaves out both where it leaves out one")
    void widens_filters() {
        var both = List.of(OLD.toString(), GOLDEN.toString());
        assertThat(widened("accountId", Op.EQ, GOLDEN)).containsExactly(new Filter("accountId", Op.IN, both));
        assertThat(widened("plan.accountId", Op.IN, OLD)).containsExactly(new Filter("plan.accountId", Op.IN, both));
        assertThat(widened("accountId", Op.NE, OLD))
                .containsExactly(
                        new Filter("accountId", Op.NE, both.subList(0, 1)),
                        new Filter("accountId", Op.NE, both.subList(1, 2)));
        assertThat(widened("accountId", Op.EQ, OTHER))
                .containsExactly(new Filter("accountId", Op.EQ, List.of(OTHER.toString())));
        assertThat(widened("leadId", Op.EQ, OLD)).containsExactly(new Filter("leadId", Op.EQ, List.of(OLD.toString())));
        assertThat(accounts.widen(query(new Filter("accountId", Op.EQ, List.of("no id"))))
                        .filters())
                .containsExactly(new Filter("accountId", Op.EQ, List.of("no id")));
    }

    @Test
    @DisplayName("R-019: a command that names a merged account is told which one stands for it")
    void refuses_the_old_id() {
        assertThat(accounts.refuses(new Naming(OLD, "kim"))).contains(GOLDEN.toString());
        assertThat(accounts.refuses(new Naming(GOLDEN, "kim"))).isNull();
        assertThat(accounts.refuses(new Naming(null, "kim"))).isNull();
        assertThat(accounts.refuses(new Nameless(OLD.toString()))).isNull();
        assertThat(accounts.mergedInto(new Naming(GOLDEN, "kim"))).containsExactly(OLD);
        assertThat(accounts.mergedInto(new Naming(OTHER, "kim"))).isEmpty();
        assertThat(accounts.naming(OLD, view("{\"accountId\": \"%s\", \"owner\": \"kim\"}".formatted(GOLDEN))))
                .isEqualTo(view("{\"accountId\": \"%s\", \"owner\": \"kim\"}".formatted(OLD)));
    }

    private List<Filter> widened(String field, Op op, UUID value) {
        return accounts.widen(query(new Filter(field, op, List.of(value.toString()))))
                .filters();
    }

    private static ListQuery query(Filter filter) {
        return new ListQuery(List.of(filter), List.of(), 10, null, false);
    }

    private static ObjectNode view(String json) {
        return (ObjectNode) Json.mapper().readTree(json);
    }

    private void hear(String type, String json) {
        records.handle(
                0,
                List.of(new Inbound(
                        "lead",
                        type,
                        OLD,
                        UUID.randomUUID(),
                        1,
                        "epoch",
                        NOW,
                        NOW,
                        "someone",
                        "correlation",
                        OLD.toString(),
                        json.getBytes(StandardCharsets.UTF_8))));
    }
}
