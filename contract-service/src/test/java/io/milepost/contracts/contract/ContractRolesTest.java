package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Decision 41, decision 42: what passes no gate is not for everybody")
class ContractRolesTest {

    @Test
    void the_past_is_for_the_import_alone() {
        assertThat(rolesFor(Basis.MIGRATED)).containsExactly(Role.IMPORTER);
        assertThat(rolesFor(Basis.RENEWAL))
                .containsExactlyInAnyOrder(Role.SALES_REP, Role.SALES_MANAGER, Role.LEGAL, Role.IMPORTER)
                .isEqualTo(CONTRACT.command(DraftContract.class).roles());
    }

    @Test
    void nobody_has_a_role_to_write_down_what_a_quotation_agreed() {
        assertThat(CONTRACT.command(DraftFromQuotation.class).roles()).isEmpty();
    }

    private static Set<Role> rolesFor(Basis basis) {
        var id = new UUID(1, 2);
        return CONTRACT.command(DraftContract.class)
                .rolesFor(new DraftContract(
                        null,
                        basis,
                        "as said",
                        id,
                        id,
                        id,
                        "kim",
                        Money.of("1.00", "USD"),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
