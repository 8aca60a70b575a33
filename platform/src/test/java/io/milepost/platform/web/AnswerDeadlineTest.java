package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerDeadlineTest {
    private final Taker taker = new Taker();
    private final EmbeddedChannel channel = new EmbeddedChannel(taker, new AnswerDeadline(Duration.ofSeconds(10)));

    /** The other end, which takes a piece when it is told to. */
    private static final class Taker extends ChannelOutboundHandlerAdapter {
        private final Queue<ChannelPromise> pieces = new ArrayDeque<>();

        @Override
        public void write(ChannelHandlerContext context, Object piece, ChannelPromise taken) {
            ReferenceCountUtil.release(piece);
            pieces.add(taken);
        }

        void take() {
            pieces.remove().setSuccess();
        }
    }

    @BeforeEach
    void stopTime() {
        channel.freezeTime();
    }

    private void write(int pieces) {
        for (int i = 0; i < pieces; i++) {
            var _ = channel.write(Unpooled.wrappedBuffer(new byte[1]));
        }
        channel.flush();
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void who_takes_nothing_is_cut_off() {
        write(1);

        pass(9);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void who_takes_a_piece_now_and_then_is_not_and_who_stops_is() {
        write(20);
        for (int i = 0; i < 10; i++) {
            pass(9);
            taker.take();
            assertThat(channel.isOpen()).isTrue();
        }

        pass(10);
        pass(10);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void who_has_taken_everything_may_wait_for_more_as_long_as_it_likes() {
        write(2);
        taker.take();
        taker.take();

        pass(1_000);
        assertThat(channel.isOpen()).isTrue();

        write(1);
        pass(9);
        taker.take();
        pass(1_000);
        assertThat(channel.isOpen()).isTrue();
    }
}
