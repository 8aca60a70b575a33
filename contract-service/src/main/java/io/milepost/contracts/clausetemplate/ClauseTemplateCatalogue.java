package io.milepost.contracts.clausetemplate;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.contracts.clausetemplate.ClauseTemplate.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;

/** The clause template's commands and events. Whoever sells may draft a wording; only the legal department agrees to it. */
public final class ClauseTemplateCatalogue {

    public static final Catalogue<ClauseTemplate, Command, Event> CLAUSE_TEMPLATE = Catalogue.of(
                    "clause-template", "clause-templates", ClauseTemplate.DECIDER)
            .creates(DefineClauseTemplate.class, ClauseTemplate::define, LEGAL, SALES_MANAGER, IMPORTER)
            .command(DraftWording.class, LEGAL, SALES_MANAGER, IMPORTER)
            .command(PublishWording.class, LEGAL)
            .command(RetireWording.class, LEGAL)
            .event(ClauseTemplateDefined.class, "clause-template.defined", 1)
            .event(WordingDrafted.class, "clause-template.wording-drafted", 1)
            .event(WordingPublished.class, "clause-template.wording-published", 1)
            .event(WordingRetired.class, "clause-template.wording-retired", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private ClauseTemplateCatalogue() {}

    /**
     * What a read shows of a clause template.
     *
     * @param status DRAFT until a version is published, then PUBLISHED, RETIRED once every published version is retired
     */
    public record View(String status, String name, List<Version> versions) {
        static View of(ClauseTemplate template) {
            return new View(statusOf(template.versions()).name(), template.name(), template.versions());
        }
    }

    private static Status statusOf(List<Version> versions) {
        if (versions.stream().anyMatch(version -> version.status() == Status.PUBLISHED)) {
            return Status.PUBLISHED;
        }
        return versions.stream().anyMatch(version -> version.status() == Status.RETIRED)
                ? Status.RETIRED
                : Status.DRAFT;
    }
}
