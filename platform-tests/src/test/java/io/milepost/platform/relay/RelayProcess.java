package io.milepost.platform.relay;

import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.TestProcess;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A relay in a process of its own: it halts at one of its calls to the broker, or holds between sending and committing. */
final class RelayProcess {
    private static final int HOLDS = 0;

    private RelayProcess() {}

    /** @param call of its producer at which it halts, the first being 1 */
    static TestProcess halting(RelayedLog published, String holder, int call) {
        return start(published, holder, call);
    }

    /** One that says "sent" and holds before its first commit, then "committed" or the exception's name. */
    static TestProcess holding(RelayedLog published, String holder) {
        return start(published, holder, HOLDS);
    }

    private static TestProcess start(RelayedLog published, String holder, int call) {
        return TestProcess.start(
                RelayProcess.class,
                SuiteParts.shared().mongoUri(),
                SuiteParts.shared().bootstrapServers(),
                published.database().getName(),
                holder,
                Integer.toString(call));
    }

    /** The process itself. It ends at its call, when it is killed or asked to, or when whoever started it is gone. */
    public static void main(String[] arguments) {
        int call = Integer.parseInt(arguments[4]);
        try (var published = RelayedLog.open(arguments[0], arguments[1], arguments[2])) {
            var relay = published.relay(
                    arguments[3],
                    published.database(),
                    call == HOLDS ? Held::new : settings -> halting(settings, Faults.haltingAt(call)));
            relay.start();
            TestProcess.awaitEnd();
            relay.stop();
        }
    }

    private static Producer<byte[], byte[]> halting(Map<String, Object> settings, Faults faults) {
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        return faults.around(producer, producer::close);
    }

    private static final class Held extends KafkaProducer<byte[], byte[]> {
        Held(Map<String, Object> settings) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            flush();
            TestProcess.hold("sent");
            try {
                super.commitTransaction();
                TestProcess.say("committed");
            } catch (KafkaException refused) {
                TestProcess.say(refused.getClass().getSimpleName());
                throw refused;
            }
        }
    }
}
