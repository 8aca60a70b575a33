package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.AdoptTemplate;
import io.milepost.contracts.contract.ContractEvent.ContractTemplateAdopted;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Wordings;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contract is written by a clause template, and compared with it for as long as it lives. */
final class Wording {

    private Wording() {}

    /** The template that is named, or that has the name of the sales process. */
    record NamedTemplate(Wordings wordings) {}

    /** The template of all whose sales process has none of its own. */
    record StandardTemplate(Wordings wordings) {}

    /** By which a contract is drafted of which nobody says by which. */
    static Optional<StandardWording> ofProcess(Occasion occasion) {
        return named(occasion)
                .or(() -> occasion.read(StandardTemplate.class)
                        .flatMap(template -> template.wordings().on(occasion.today())));
    }

    static Optional<StandardWording> named(Occasion occasion) {
        return occasion.read(NamedTemplate.class)
                .flatMap(template -> template.wordings().on(occasion.today()));
    }

    /** What its authors write, in the clauses of the template where there is one. */
    static List<Clause> of(@Nullable StandardWording wording, @Nullable List<ClauseRead> written) {
        return compared(wording, wording == null ? written : wording.with(orNone(written)));
    }

    static List<Clause> compared(@Nullable StandardWording wording, @Nullable List<ClauseRead> written) {
        return orNone(written).stream().map(clause -> clause.in(wording)).toList();
    }

    /** That nobody takes a clause for what it is not. */
    static Checks checkKinds(Checks before, @Nullable StandardWording wording, @Nullable List<ClauseRead> written) {
        var checks = before;
        var clauses = orNone(written);
        for (int i = 0; i < clauses.size(); i++) {
            checks = checks.that(
                    !clauses.get(i).isMistaken(wording), "/clauses/%d/kind".formatted(i), CLAUSE_KIND_DIFFERS);
        }
        return checks;
    }

    static Decision<ContractEvent> adopt(Open contract, AdoptTemplate adopt, Occasion occasion) {
        var now = named(occasion);
        return check().that(now.isPresent(), "/name", TEMPLATE_NOT_IN_EFFECT).then(() -> {
            var wording = now.orElseThrow();
            var before = contract.agreement();
            if (wording.equals(before.wording())) {
                return unchanged();
            }
            var kept = before.clauses().stream()
                    .filter(clause -> clause.kind() == Clause.Kind.SPECIAL
                            || wording.clause(clause.code()).isEmpty())
                    .map(clause -> new ClauseRead(clause.code(), null, clause.text(), clause.title()))
                    .toList();
            return Drafting.changed(contract, new ContractTemplateAdopted(wording, of(wording, kept)));
        });
    }

    private static List<ClauseRead> orNone(@Nullable List<ClauseRead> written) {
        return Objects.requireNonNullElse(written, List.of());
    }
}
