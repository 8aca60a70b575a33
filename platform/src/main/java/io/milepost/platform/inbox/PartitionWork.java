package io.milepost.platform.inbox;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with the records of one partition, in their order. */
@FunctionalInterface
interface PartitionWork {

    /** When it returns, the records are done with; when it throws, they come again after a while; {@link EpochChanged} stops. */
    void handle(int partition, List<ConsumerRecord<byte[], byte[]>> records);
}
