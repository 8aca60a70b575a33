package io.milepost.platform.inbox;

import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.TestProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The automations of a post in a process of their own: it halts at one of its calls, or holds amid a batch. */
final class AutomationProcess {
    private static final int HOLDS = 0;

    private AutomationProcess() {}

    /** @param call to log, inbox, parked records or broker at which it halts, the first being 1 */
    static TestProcess halting(String bootstrap, Post post, Path folder, int call) {
        return start(bootstrap, post, folder, call);
    }

    /** One that says "amid" and holds before its second command, and says "sent" after each that it sends then. */
    static TestProcess holding(String bootstrap, Post post, Path folder) {
        return start(bootstrap, post, folder, HOLDS);
    }

    private static TestProcess start(String bootstrap, Post post, Path folder, int call) {
        return TestProcess.start(
                AutomationProcess.class,
                SuiteParts.shared().mongoUri(),
                bootstrap,
                post.office().database().getName(),
                folder.toString(),
                post.shop(),
                Integer.toString(call));
    }

    /** A group whose members all are of this kind goes on so soon without one that is silent when another joins. */
    static Map<String, Object> soonGivenUp(String bootstrap, int records) {
        var connection = Instance.connection(bootstrap, records);
        connection.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 2_000);
        return connection;
    }

    /** The process itself. It ends at its call, when it is killed or asked to, or when whoever started it is gone. */
    public static void main(String[] arguments) {
        int call = Integer.parseInt(arguments[5]);
        try (var post = Post.open(arguments[0], arguments[2], Path.of(arguments[3]), arguments[4]);
                var _ = call == HOLDS ? holding(post, arguments[1]) : halting(post, arguments[1], call)) {
            TestProcess.awaitEnd();
        }
    }

    private static Instance halting(Post post, String bootstrap, int call) {
        return post.instance(Faults.haltingAt(call), Instance.inPlace(bootstrap, 1 + new Random(call).nextInt(5)));
    }

    private static Instance holding(Post post, String bootstrap) {
        var sent = new AtomicInteger();
        return post.instance(Faults.none(), soonGivenUp(bootstrap, 100), dispatch -> request -> {
            int number = sent.incrementAndGet();
            if (number == 2) {
                TestProcess.hold("amid");
            }
            var outcome = dispatch.apply(request).join();
            if (number >= 2) {
                TestProcess.say("sent");
            }
            return CompletableFuture.completedFuture(outcome);
        });
    }
}
