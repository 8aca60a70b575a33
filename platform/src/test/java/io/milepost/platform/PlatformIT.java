package io.milepost.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Everything together, as a service states it: one import and its catalogues, or one import alone. */
class PlatformIT {
    private final SuiteParts parts = SuiteParts.shared();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Deciding {
        @Bean
        Catalogue<?, ?, ?> parcels() {
            return ParcelMessages.CATALOGUE;
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Empty {}

    private ConfigurableApplicationContext start(Class<?> application, String service) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(parts.arguments(service)));
        arguments.add("--milepost.service=" + service);
        return SpringApplication.run(application, arguments.toArray(String[]::new));
    }

    private static int status(ConfigurableApplicationContext context, String path)
            throws IOException, InterruptedException {
        int port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_service_with_a_catalogue_becomes_ready() throws Exception {
        try (var context = start(Deciding.class, "parcel")) {
            assertThat(status(context, "/actuator/health/readiness")).isEqualTo(200);
            assertThat(context.getBean(Listings.class).position()).isZero();
        }
    }

    @Test
    void a_service_without_any_becomes_ready_too() throws Exception {
        try (var context = start(Empty.class, "empty")) {
            assertThat(status(context, "/actuator/health/readiness")).isEqualTo(200);
            assertThat(status(context, "/v1/parcels")).isEqualTo(401);
        }
    }
}
