package io.milepost.reporting.read.cells;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.inbox.Instance;
import io.milepost.platform.inbox.Subscription;
import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.TestProcess;
import java.util.Random;

/** A projection in a process of its own, started from this class path, that halts at one of its calls to database or broker. */
final class ProjectionProcess {
    private ProjectionProcess() {}

    /** @param call the one at which it halts, the first being 1 */
    static TestProcess start(String mongo, String bootstrap, String database, String group, int call) {
        return TestProcess.start(ProjectionProcess.class, mongo, bootstrap, database, group, Integer.toString(call));
    }

    /** The process itself. It ends at its call, when it is killed, or when whoever started it is gone. */
    public static void main(String[] arguments) {
        int call = Integer.parseInt(arguments[4]);
        var faults = Faults.haltingAt(call);
        var connection = Instance.inPlace(arguments[1], 1 + new Random(call).nextInt(8));
        var projection = new Tokens();
        try (var client = MongoClients.create(arguments[0])) {
            var database = faults.around(client.getDatabase(arguments[2]));
            var projector = new Projector<>(projection, new MongoCells<>(database, projection));
            try (var _ = Instance.reading(
                    new Subscription(arguments[3], projection.source(), projector), database, connection, faults)) {
                TestProcess.awaitEnd();
            }
        }
    }
}
