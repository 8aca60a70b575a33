package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebPropertiesTest {

    @Test
    void as_many_reads_are_under_way_as_the_heap_holds_and_at_least_four() {
        int held = (int) (Runtime.getRuntime().maxMemory() / (64L << 20));
        assertThat(bound(Map.of()).concurrentReads()).isEqualTo(Math.max(4, held));
    }

    @Test
    void an_operator_may_say_how_many() {
        assertThat(bound(Map.of("milepost.web.concurrent-reads", "7")).concurrentReads())
                .isEqualTo(7);
    }

    private static WebProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("milepost.web", WebProperties.class);
    }
}
