package io.milepost.contracts;

import io.milepost.contracts.clausetemplate.ClauseTemplate;
import io.milepost.contracts.clausetemplate.ClauseTemplate.*;
import io.milepost.contracts.contract.ContractCommand.AdoptTemplate;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.util.List;
import java.util.UUID;

/** For every command of the clause template a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class TemplateSituations {
    static final List<StandardClause> CLAUSES =
            List.of(new StandardClause("L-1", "Law", "The law of the seat applies.", true));

    private TemplateSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(DefineClauseTemplate.class, _ -> new Situation(null, new DefineClauseTemplate(name())))
                .accepted(
                        DraftWording.class,
                        client -> new Situation(
                                client.create(new DefineClauseTemplate(name())), new DraftWording(CLAUSES)))
                .accepted(
                        PublishWording.class,
                        client -> new Situation(drafted(client, name()), new PublishWording(1, null)))
                .accepted(RetireWording.class, client -> {
                    var name = name();
                    publish(client, name);
                    return new Situation(ClauseTemplate.idOf(name), new RetireWording(1));
                })
                .accepted(AdoptTemplate.class, client -> {
                    var name = name();
                    publish(client, name);
                    return new Situation(client.create(ContractSituations.MIGRATED), new AdoptTemplate(name));
                })
                .refused(
                        "TEMPLATE_NOT_IN_EFFECT",
                        client -> new Situation(client.create(ContractSituations.MIGRATED), new AdoptTemplate(name())))
                .refused(
                        "VERSION_UNKNOWN",
                        client -> new Situation(drafted(client, name()), new PublishWording(2, null)));
    }

    /** In effect from now on. */
    static void publish(SuiteClient client, String name) {
        client.accept(drafted(client, name), new PublishWording(1, null));
    }

    private static UUID drafted(SuiteClient client, String name) {
        var template = client.create(new DefineClauseTemplate(name));
        client.accept(template, new DraftWording(CLAUSES));
        return template;
    }

    private static String name() {
        return "template " + UUID.randomUUID();
    }
}
