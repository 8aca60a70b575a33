package io.milepost.cli.suite;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The one way in which this module opens connections. */
public final class Http {

    /** Long enough for a full batch on a busy laptop; a request cut off by it is sent again under the same keys. */
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    private Http() {}

    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}
