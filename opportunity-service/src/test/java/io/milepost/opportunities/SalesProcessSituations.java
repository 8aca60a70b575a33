package io.milepost.opportunities;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.DefineSalesProcess;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.DraftVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.PublishVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.RetireVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.TailorVersion;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.util.UUID;

/** Sales processes made over HTTP, as far as they are to be. */
final class SalesProcessSituations {

    private SalesProcessSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(DefineSalesProcess.class, client -> new Situation(null, define()))
                .accepted(
                        DraftVersion.class,
                        client -> new Situation(
                                client.create(define()),
                                new DraftVersion(Templates.contracted(
                                        Templates.owing(Templates.SHORT, Templates.OBLIGATIONS), Templates.CONTRACTS))))
                .accepted(
                        TailorVersion.class,
                        client -> new Situation(
                                client.create(define()),
                                new TailorVersion(
                                        SalesProcesses.idOf("standard"),
                                        Templates.stages(50, 100),
                                        null,
                                        null,
                                        20,
                                        null,
                                        null,
                                        Templates.OBLIGATIONS,
                                        null,
                                        null,
                                        null)))
                .accepted(PublishVersion.class, client -> new Situation(drafted(client), new PublishVersion(1)))
                .accepted(RetireVersion.class, client -> new Situation(published(client), new RetireVersion(1)))
                .refused("VERSION_UNKNOWN", client -> new Situation(published(client), new PublishVersion(2)))
                .refused(
                        "MODEL_UNKNOWN",
                        client -> new Situation(
                                client.create(define()),
                                new TailorVersion(
                                        UUID.randomUUID(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)));
    }

    /** Of a name that nothing else has. */
    static DefineSalesProcess define() {
        return new DefineSalesProcess("process " + UUID.randomUUID(), "North", Mode.PROJECT);
    }

    private static UUID drafted(SuiteClient client) {
        var process = client.create(define());
        client.accept(process, new DraftVersion(Templates.SHORT));
        return process;
    }

    private static UUID published(SuiteClient client) {
        var process = drafted(client);
        client.accept(process, new PublishVersion(1));
        return process;
    }
}
