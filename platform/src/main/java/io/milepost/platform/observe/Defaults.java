package io.milepost.platform.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** The suite's defaults of management, logging and the like, below everything that a service or a deployment states. */
final class Defaults implements EnvironmentPostProcessor {

    /** For spring.factories. */
    Defaults() {}

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource("milepost-defaults", "classpath:milepost-defaults.properties"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
