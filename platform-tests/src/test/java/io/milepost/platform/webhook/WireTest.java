package io.milepost.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a webhook on the wire, whoever receives it. */
class WireTest {
    private static final WebhookProperties USUAL =
            new WebhookProperties(false, Duration.ofSeconds(2), 8, Duration.ofDays(30), null, Duration.ofSeconds(10));

    @Test
    @DisplayName("The signature is that of the example which the libraries of Standard Webhooks are tested by")
    void the_published_example() {
        assertThat(Secrets.signature(
                        Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1",
                "fec0::1",
                "100::1"
            })
    void an_address_that_is_not_public_is_told(String address) throws UnknownHostException {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "192.167.1.1",
                "169.253.0.1",
                "198.17.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808",
                "2002:808:808::"
            })
    void an_address_that_is_public_is_let_through(String address) throws UnknownHostException {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:10.0.0.1]/"
            })
    @DisplayName("No receiver inside is spoken to, whatever its address is written like")
    void nobody_inside_is_called(String url) {
        var receiver = new HttpReceiver(USUAL);
        try {
            assertThat(receiver.post(URI.create(url), Map.of(), new byte[0]).error())
                    .isIn("ADDRESS_NOT_PUBLIC", "HOST_UNKNOWN");
        } finally {
            receiver.close();
        }
    }

    @Test
    void nobody_is_spoken_to_without_tls_unless_a_setting_allows_it() {
        var receiver = new HttpReceiver(USUAL);
        assertThat(receiver.post(URI.create("http://1.1.1.1/"), Map.of(), new byte[0])
                        .error())
                .isEqualTo("NOT_SECURE");
        receiver.close();
    }

    @Test
    void an_event_is_tried_ten_times_in_three_days_and_a_half() {
        var pauses = IntStream.rangeClosed(1, 9)
                .mapToObj(failed -> Retries.after(failed, "a", null))
                .toList();
        assertThat(pauses).isSorted().doesNotContainNull();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(3), Duration.ofHours(84));
        assertThat(Retries.after(10, "a", null)).isNull();
        assertThat(Retries.after(10, "a", Duration.ofSeconds(1))).isNull();
    }

    @Test
    void a_receiver_may_ask_for_a_longer_pause_up_to_a_day() {
        assertThat(Retries.after(1, "a", Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(Retries.after(1, "a", Duration.ofDays(400))).isEqualTo(Duration.ofHours(24));
        assertThat(Retries.after(3, "a", Duration.ofSeconds(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
    }
}
