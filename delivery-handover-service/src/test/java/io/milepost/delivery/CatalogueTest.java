package io.milepost.delivery;

import io.milepost.platform.testkit.ContractFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("delivery", List.of());
    }
}
