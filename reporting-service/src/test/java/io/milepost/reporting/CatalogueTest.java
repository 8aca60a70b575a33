package io.milepost.reporting;

import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.reporting.read.mart.api.DefinitionsPage;
import io.milepost.reporting.read.mart.api.ReportsDocument;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the service publishes of itself; written anew with {@code -Dcontracts.approve=true}. */
class CatalogueTest {

    @Test
    @DisplayName("the published document is what is declared")
    void the_published_document_is_what_is_declared() {
        ContractFiles.checkApi("reporting", ReportsDocument.made());
    }

    @Test
    @DisplayName("the page of definitions says of each report what is declared")
    void the_page_of_definitions_is_what_is_declared() {
        ContractFiles.checkPage("reports.md", DefinitionsPage.made());
    }

    @Test
    @DisplayName("R-189: who may do what by each operation stands in docs/permissions.md as it is in the code")
    void what_each_role_may_do_is_published() {
        PermissionMatrix.of("reporting", List.of()).verify();
    }
}
