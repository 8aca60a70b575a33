package io.milepost.platform.relay;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;

/**
 * Where a service's events stand on Kafka, for ever and in the order of their keys.
 *
 * @param source short name of the producing service
 */
public record EventTopic(String source) {
    /** Fixed for the topic's life: another number would move keys to other partitions and break their order. */
    public static final int PARTITIONS = 12;

    /** Events are the integration's source of truth: the broker never deletes one. */
    static final Map<String, String> KEPT_FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    /** Above the log's limit for a commit (4 MB), so that whatever was stored can be published. */
    static final int MAX_RECORD_BYTES = 5 * 1024 * 1024;

    public String name() {
        return source + ".events.v1";
    }

    String checkpointName() {
        return source + ".relay-checkpoint";
    }

    /** Computed here and not by the client, so that every client agrees for ever. */
    static int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    NewTopic events() {
        var settings = new HashMap<>(KEPT_FOR_EVER);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(MAX_RECORD_BYTES));
        return new NewTopic(name(), Optional.of(PARTITIONS), Optional.empty()).configs(settings);
    }

    NewTopic checkpoint() {
        return new NewTopic(checkpointName(), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }
}
