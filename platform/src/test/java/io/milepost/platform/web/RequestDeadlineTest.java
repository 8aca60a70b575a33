package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
    private static final String HEAD = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n";

    private final RequestDeadline deadline = new RequestDeadline(Duration.ofSeconds(10));
    private final EmbeddedChannel channel = new EmbeddedChannel(deadline.bytes(), new HttpServerCodec(), deadline);

    @BeforeEach
    void stopTime() {
        channel.freezeTime();
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answer(HttpResponseStatus status) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        answer.headers().set("Content-Length", 0);
        channel.writeOutbound(answer);
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private String answered() {
        var all = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            all.append(bytes.toString(StandardCharsets.US_ASCII));
            bytes.release();
        }
        return all.toString();
    }

    private void assertCut(String answer) {
        assertThat(channel.isOpen()).isFalse();
        assertThat(answered()).startsWith(answer).hasSizeLessThan(answer.isEmpty() ? 1 : 100);
    }

    @Test
    void a_head_is_cut_when_it_is_late_however_often_something_comes_of_it() {
        for (int i = 0; i < 9; i++) {
            send(HEAD.substring(i, i + 1));
            pass(1);
        }
        assertThat(channel.isOpen()).isTrue();

        pass(1);

        assertCut("HTTP/1.1 408");
    }

    @Test
    void a_body_is_cut_when_it_is_late() {
        send(HEAD + "1");
        pass(9);
        send("23");
        assertThat(channel.isOpen()).isTrue();

        pass(1);

        assertCut("HTTP/1.1 408");
    }

    @Test
    void a_request_that_has_come_may_be_answered_as_late_as_it_takes_and_the_next_may_come_later() {
        send(HEAD.substring(0, 20));
        pass(5);
        send(HEAD.substring(20) + "12");
        pass(4);
        send("34");

        pass(1_000);
        assertThat(channel.isOpen()).isTrue();
        answer(HttpResponseStatus.OK);
        pass(1_000);
        assertThat(channel.isOpen()).isTrue();
        assertThat(answered()).startsWith("HTTP/1.1 200");

        send("GET");
        pass(10);
        assertCut("HTTP/1.1 408");
    }

    @Test
    void where_a_former_request_has_no_answer_yet_none_is_made_up() {
        send(HEAD + "1234");
        send("GET ");

        pass(10);

        assertCut("");
    }

    @Test
    void what_was_refused_before_its_body_came_gets_no_second_answer() {
        send(HEAD + "1");
        answer(HttpResponseStatus.UNAUTHORIZED);
        assertThat(answered()).startsWith("HTTP/1.1 401");

        pass(10);

        assertCut("");
    }

    @Test
    void to_be_told_to_go_on_is_no_answer() {
        send(HEAD);
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        assertThat(answered()).startsWith("HTTP/1.1 100");

        pass(10);

        assertCut("HTTP/1.1 408");
    }

    @Test
    void a_body_that_is_no_http_is_refused_at_once() {
        send("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");

        assertCut("HTTP/1.1 400");
    }
}
