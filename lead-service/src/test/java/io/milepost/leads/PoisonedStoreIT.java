package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.UpdateProfile;
import io.milepost.platform.testkit.RestoredService;
import io.milepost.platform.testkit.StoreDump;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A store with requests that its version accepted and could not read again: accounts and conversions with amounts of 16 and of 30
 * digits, half surrogate pairs, U+0000, days and numbers at the end of their range. Commit 7174169 has made it, healthy entities
 * ({@code 600d0000-...}) before and after the poisoned ones ({@code bad00000-...}); its lists stood still from the first of these
 * on. The keys of the persons are not in it, as in a store whose persons were all forgotten.
 */
class PoisonedStoreIT {
    private static final StoreDump DUMP = StoreDump.of(PoisonedStoreIT.class, "/poisoned-store.ndjson");

    private static RestoredService restored;

    @BeforeAll
    static void start() {
        restored =
                RestoredService.start(DUMP, LeadServiceApplication.class, "lead", List.of(ACCOUNT, TEAM_MEMBER, LEAD));
    }

    @AfterAll
    static void stop() {
        restored.close();
    }

    @Test
    void the_store_is_poisoned() {
        assertThat(DUMP.events().stream().map(event -> event.name() + " " + event.payload()))
                .anyMatch(event -> event.matches("account.opened .*\"1000000000000000.00\".*"))
                .anyMatch(event -> event.matches("lead.converted .*\"1000000000000000.00\".*"))
                .anyMatch(event -> event.matches("lead.converted .*\"123456789012345678901234567890.12\".*"))
                .anyMatch(event -> event.startsWith("team-member.registered") && event.contains("\"t\\uDC00\""))
                .anyMatch(event -> event.startsWith("lead.captured") && event.contains("\\u0000"))
                .anyMatch(event -> event.contains("\"foundedYear\":-2147483648"));
    }

    @Test
    void every_entity_can_be_read() {
        restored.hasEveryEntity();
        var converted = restored.client().read("leads", bad(0x4b));
        assertThat(converted.path("status").asString()).isEqualTo("CONVERTED");
        assertThat(restored.client()
                        .get("/v1/leads/%s/history".formatted(bad(0x4b)))
                        .text())
                .contains("1000000000000000.00");
    }

    @Test
    void lists_come_to_the_head_of_the_log() {
        restored.hasListsAtTheHead();
    }

    @Test
    void healthy_and_poisoned_entities_take_commands_again() {
        for (var account : List.of(healthy(0x36), bad(0x42))) {
            restored.client()
                    .accept(account, new UpdateProfile("Another name", null, null, null, null, null, null, null, null));
            assertThat(restored.client()
                            .read("accounts", account)
                            .path("profile")
                            .path("name")
                            .asString())
                    .isEqualTo("Another name");
        }
        restored.goesOn();
    }

    private static UUID healthy(int number) {
        return UUID.fromString("600d0000-0000-4000-8000-%012x".formatted(number));
    }

    private static UUID bad(int number) {
        return UUID.fromString("bad00000-0000-4000-8000-%012x".formatted(number));
    }
}
