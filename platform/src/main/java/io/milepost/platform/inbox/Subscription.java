package io.milepost.platform.inbox;

/**
 * A reader of all events of one service, from the first one on.
 *
 * @param group Kafka consumer group, {@code reporting-service.funnel}; a new name reads from the beginning
 * @param source short name of the producing service
 */
public record Subscription(String group, String source, BatchHandler handler) {}
