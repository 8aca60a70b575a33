package io.milepost.platform.inbox;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with the records of one partition, in their order. */
interface PartitionWork {

    /**
     * The offset at which the effects end that stand in the database. Kafka's own may be ahead of it: a database that was
     * restored knows less than its consumer group once did.
     */
    long next(int partition);

    /** When it returns, the records are done with; when it throws, they come again after a while; {@link EpochChanged} stops. */
    void handle(int partition, List<ConsumerRecord<byte[], byte[]>> records);
}
