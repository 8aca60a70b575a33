package io.milepost.platform.testkit.archfixture.broken.thing;

import org.apache.kafka.common.TopicPartition;

record KafkaThing(TopicPartition partition) {}
