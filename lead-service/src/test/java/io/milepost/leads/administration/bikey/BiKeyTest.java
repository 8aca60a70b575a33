package io.milepost.leads.administration.bikey;

import static io.milepost.leads.administration.bikey.BiKey.No.*;
import static io.milepost.leads.administration.bikey.BiKeyCatalogue.BI_KEY;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.administration.bikey.BiKey.*;
import io.milepost.leads.administration.bikey.BiKeyCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BiKeyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(BI_KEY);
    private static final Scenario<BiKey, Command, Event> NOTHING =
            Scenario.of(BI_KEY).recording(REACHED);
    private static final String HASH = "ab".repeat(32);
    private static final String OTHER_HASH = "cd".repeat(32);
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final BiKeyIssued ISSUED = new BiKeyIssued("Power BI", HASH, null, Access.ALL, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    void a_key_is_issued_for_everything_or_for_what_a_member_sees() {
        NOTHING.when(new IssueBiKey("Power BI", HASH, null, null, null)).then(ISSUED);
        NOTHING.when(new IssueBiKey("Power BI", HASH, null, Access.ALL, null)).then(ISSUED);
        NOTHING.when(new IssueBiKey("Ann's Excel", HASH, " kap", null, null))
                .holding("code=KAP", MEMBER)
                .then(new BiKeyIssued("Ann's Excel", HASH, "KAP", Access.OWN, null));
        NOTHING.when(new IssueBiKey("Ann's Excel", HASH, "KAP", Access.SUBTREE, null))
                .holding("code=KAP", MEMBER)
                .then(new BiKeyIssued("Ann's Excel", HASH, "KAP", Access.SUBTREE, null));
        NOTHING.when(new IssueBiKey("Ann's Excel", HASH, "kap", null, null)).thenRefused(MEMBER_UNKNOWN, "/member");
        NOTHING.when(new IssueBiKey("Ann's Excel", HASH, null, Access.TEAM, null))
                .thenRefused(MEMBER_MISSING, "/member");
        NOTHING.when(new IssueBiKey(" ", HASH, null, null, null)).thenRefused(NAME_MISSING, "/name");
    }

    @Test
    void the_secret_itself_is_never_stated() {
        NOTHING.when(new IssueBiKey("Tableau", "secret", null, null, null)).thenRefused(HASH_UNREADABLE, "/secretHash");
        NOTHING.when(new IssueBiKey("Tableau", HASH + "0", null, null, null))
                .thenRefused(HASH_UNREADABLE, "/secretHash");
        NOTHING.given(ISSUED).when(new ReplaceSecret("secret")).thenRefused(HASH_UNREADABLE, "/secretHash");
        assertThat(BI_KEY.view().apply(NOTHING.given(ISSUED).state()).toString())
                .doesNotContain(HASH);
    }

    @Test
    void a_key_may_have_a_last_day_that_has_not_passed() {
        var today = LocalDate.parse("2026-03-02");
        NOTHING.when(new IssueBiKey("Audit", HASH, null, null, today))
                .then(new BiKeyIssued("Audit", HASH, null, Access.ALL, today));
        NOTHING.when(new IssueBiKey("Audit", HASH, null, null, today.minusYears(1)))
                .thenRefused(LAST_DAY_PAST, "/lastDay");
    }

    @Test
    void a_secret_that_may_be_known_is_replaced_and_a_key_that_is_not_needed_is_revoked_for_good() {
        var issued = NOTHING.given(ISSUED);
        issued.when(new ReplaceSecret(HASH)).thenNothing();
        issued.when(new ReplaceSecret(OTHER_HASH)).then(new BiKeySecretReplaced(OTHER_HASH));
        issued.when(new RevokeBiKey(" ")).thenRefused(REASON_MISSING, "/reason");
        issued.when(new RevokeBiKey("left")).then(new BiKeyRevoked("left"));

        var revoked = NOTHING.given(ISSUED, new BiKeyRevoked("left"));
        revoked.when(new RevokeBiKey("left")).thenNothing();
        revoked.when(new RevokeBiKey("stolen")).thenRefused(KEY_REVOKED);
        revoked.when(new ReplaceSecret(OTHER_HASH)).thenRefused(KEY_REVOKED);
        assertThat(BI_KEY.view().apply(revoked.state()))
                .isEqualTo(new View("REVOKED", "Power BI", null, Access.ALL, null, "left"));
        assertThat(NOTHING.given(ISSUED, new BiKeySecretReplaced(OTHER_HASH))
                        .state()
                        .secretHash())
                .isEqualTo(OTHER_HASH);
    }
}
