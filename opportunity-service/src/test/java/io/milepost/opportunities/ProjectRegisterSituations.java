package io.milepost.opportunities;

import static io.milepost.opportunities.SalesProjectSituations.APPOINT;
import static io.milepost.opportunities.SalesProjectSituations.appoint;
import static io.milepost.opportunities.SalesProjectSituations.authorized;
import static io.milepost.opportunities.SalesProjectSituations.proposed;

import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.DraftAppointment;
import io.milepost.opportunities.stakeholder.Stakeholder.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registers of sales projects, made over HTTP. */
final class ProjectRegisterSituations {
    private static final Rating LIKELY = new Rating(Likelihood.HIGH, Impact.MEDIUM);
    private static final Response PREPARE = new Response(Strategy.REDUCE, "a second supplier");

    private ProjectRegisterSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return ProjectPlanSituations.in(walk)
                .accepted(IdentifyRisk.class, client -> new Situation(null, risk(proposed(client))))
                .accepted(AssignRiskOwner.class, client -> {
                    var project = proposed(client);
                    client.accept(project, new DraftAppointment(APPOINT.members()));
                    return new Situation(client.create(risk(project)), new AssignRiskOwner("kim"));
                })
                .accepted(
                        PlanResponse.class,
                        client -> new Situation(
                                identified(client), new PlanResponse(new Response(Strategy.ACCEPT, "wait and see"))))
                .accepted(
                        ReviewRisk.class,
                        client -> new Situation(
                                identified(client), new ReviewRisk(LIKELY, "as before", today().plusDays(7))))
                .accepted(
                        MarkRiskOccurred.class,
                        client -> new Situation(identified(client), new MarkRiskOccurred(today(), "two weeks lost")))
                .accepted(CloseRisk.class, client -> new Situation(identified(client), new CloseRisk("settled")))
                .accepted(RegisterStakeholder.class, client -> new Situation(null, stakeholder(proposed(client))))
                .accepted(
                        ChangeStakeholder.class,
                        client -> new Situation(
                                client.create(stakeholder(proposed(client))),
                                new ChangeStakeholder(new Profile(Influence.LOW, "canary clerk", null, null))))
                .accepted(
                        AssessStakeholder.class,
                        client -> new Situation(
                                client.create(stakeholder(proposed(client))),
                                new AssessStakeholder(Stance.SCEPTIC, Trust.LOW, "canary words")))
                .accepted(TieStakeholder.class, client -> {
                    var project = proposed(client);
                    var other = client.create(stakeholder(project));
                    return new Situation(
                            client.create(stakeholder(project)), new TieStakeholder(other, Nature.ADVISES));
                })
                .accepted(UntieStakeholder.class, client -> {
                    var project = proposed(client);
                    var other = client.create(stakeholder(project));
                    var tied = client.create(stakeholder(project));
                    client.accept(tied, new TieStakeholder(other, Nature.ADVISES));
                    return new Situation(tied, new UntieStakeholder(other, Nature.ADVISES));
                })
                .accepted(
                        MarkStakeholderLeft.class,
                        client -> new Situation(
                                client.create(stakeholder(proposed(client))), new MarkStakeholderLeft("canary job")))
                .refused("OTHER_UNKNOWN", client -> {
                    var stranger = client.create(stakeholder(proposed(client)));
                    return new Situation(
                            client.create(stakeholder(proposed(client))), new TieStakeholder(stranger, Nature.ADVISES));
                })
                .refused("RESPONSE_MISSING", client -> new Situation(null, risk(proposed(client), null)))
                .refused("RISK_OWNER_LEAVES", client -> {
                    var project = authorized(client);
                    client.accept(project, APPOINT);
                    client.create(risk(project));
                    return new Situation(project, appoint("other "));
                });
    }

    static RegisterStakeholder stakeholder(UUID project) {
        return new RegisterStakeholder(
                project,
                Side.CUSTOMER,
                "canary Bo",
                null,
                null,
                new Profile(Influence.DECIDES, "canary head", "canary needs", "canary hopes"));
    }

    static IdentifyRisk risk(UUID project) {
        return risk(project, PREPARE);
    }

    private static IdentifyRisk risk(UUID project, @Nullable Response response) {
        return new IdentifyRisk(
                project,
                Element.DELIVERY,
                "the steel comes late",
                "one supplier",
                LIKELY,
                response,
                null,
                today().plusDays(30));
    }

    private static UUID identified(SuiteClient client) {
        return client.create(risk(proposed(client)));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
