package io.milepost.cli.importing;

import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Leads as commands. One without a contact, a need or a note of consent is captured and kept out of the register, where it can be
 * completed.
 *
 * @param latest day of the files, at which a lead without a date stands
 */
record LeadPlan(Ids ids, ZoneId zone, LocalDate latest) {

    private static final String REASON = "Given up before the import; the reason was not recorded";

    Story story(Lead lead) {
        var steps = new ArrayList<Step>();
        steps.add(step(
                lead,
                "capture",
                new Bodies.CaptureLead(
                        lead.channel().name(),
                        lead.campaign(),
                        lead.company(),
                        lead.contact(),
                        lead.phone(),
                        lead.email(),
                        lead.need(),
                        lead.region())));
        steps.addAll(lead.canBeRegistered() ? inRegister(lead) : outside(lead));
        return Story.of(FileKind.LEADS, lead.line(), lead.id(), steps);
    }

    private List<Step> outside(Lead lead) {
        return lead.status() == Lead.Status.DISQUALIFIED
                ? List.of(step(lead, "discard", new Bodies.DiscardLead(REASON)))
                : List.of();
    }

    private List<Step> inRegister(Lead lead) {
        var steps = new ArrayList<Step>();
        steps.add(step(lead, "register", new Bodies.RegisterLead()));
        var owner = lead.owner();
        if (owner != null) {
            steps.add(step(lead, "assign", new Bodies.AssignLead(owner)));
        }
        switch (lead.status()) {
            case OPEN -> {}
            case QUALIFIED -> {
                if (owner != null) {
                    steps.add(step(lead, "qualify", new Bodies.QualifyLead()));
                }
            }
            case DISQUALIFIED -> steps.add(step(lead, "disqualify", new Bodies.DisqualifyLead(REASON)));
        }
        return steps;
    }

    private Step step(Lead lead, String name, Record body) {
        var day = Objects.requireNonNullElse(lead.createdOn(), latest);
        return new Step(
                Service.LEAD,
                new Item(
                        body.getClass().getSimpleName(),
                        ids.lead(lead.id()),
                        day.atStartOfDay(zone).toInstant(),
                        ids.key(FileKind.LEADS, name, lead.id()),
                        body));
    }
}
