package io.milepost.delivery.kernel;

import io.milepost.delivery.kernel.Rules.Items;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What holds where no sales process is known here (yet), as {@code standard-rules.json} has it.
 *
 * @param handoverNoticeDays how many days before a handover is due those who hold it are reminded
 * @param retentionNoticeDays how many days before the time of papers is over their custodian is told
 * @param strategicClosure what the delivery of a strategic deal needs besides, whose contract did not name its process
 * @param withoutSalesProject versions that the product comes with and that ask for no sales project
 * @param careVisitDays how many days after the acceptance of a delivery its customer is visited
 * @param visiting what becomes of such a visit
 */
public record StandardRules(
        int handoverDays,
        int handoverNoticeDays,
        int retentionNoticeDays,
        Items closure,
        Items strategicClosure,
        Items salesClosure,
        List<Published> withoutSalesProject,
        List<Integer> careVisitDays,
        VisitRules visiting) {
    public static final StandardRules RULES = read();

    /** A published version of a sales process. */
    public record Published(String process, int version) {}

    public StandardRules {
        withoutSalesProject = List.copyOf(withoutSalesProject);
        careVisitDays = List.copyOf(careVisitDays);
    }

    public boolean asksForSalesProject(String process, int version) {
        return !withoutSalesProject.contains(new Published(process, version));
    }

    private static StandardRules read() {
        try (var file = StandardRules.class.getResourceAsStream("/standard-rules.json")) {
            return Json.mapper().readValue(Objects.requireNonNull(file).readAllBytes(), StandardRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
