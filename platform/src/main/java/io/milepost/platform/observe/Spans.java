package io.milepost.platform.observe;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what comes after a request and on other threads, in the trace that the {@code traceparent} of its events names. There are
 * none where nothing traces, where the trace is not sampled, and of a text that is no {@code traceparent}.
 */
public final class Spans {
    public static final Spans NONE = new Spans(null);

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Running UNSEEN = new Running(null);

    private final @Nullable Tracer tracer;

    /** @param tracer null where nothing traces */
    public Spans(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Whether the text is a {@code traceparent} of the version that the suite speaks; others may send what they like. */
    public static boolean isParent(@Nullable String text) {
        return text != null && TRACEPARENT.matcher(text).matches();
    }

    /** One that has begun. */
    public static final class Running {
        private final @Nullable Span span;

        private Running(@Nullable Span span) {
            this.span = span;
        }

        public void end() {
            end(null);
        }

        /**
         * Ends it with a fault, if there was one.
         *
         * @param fault whose name alone is kept, since its text may quote data
         */
        public void end(@Nullable Throwable fault) {
            if (span != null) {
                if (fault != null) {
                    span.tag("error.type", fault.getClass().getSimpleName());
                }
                span.end();
            }
        }
    }

    /**
     * Begins one, in the trace that this names.
     *
     * @param name of a bounded list, since spans are counted by it
     */
    public Running begin(String name, @Nullable String traceparent) {
        if (tracer == null || traceparent == null || !isSampled(traceparent) || !isParent(traceparent)) {
            return UNSEEN;
        }
        var parent = tracer.traceContextBuilder()
                .traceId(traceparent.substring(3, 35))
                .spanId(traceparent.substring(36, 52))
                .sampled(true)
                .build();
        return new Running(tracer.spanBuilder().setParent(parent).name(name).start());
    }

    /** The lowest bit of the last digit; the whole is looked at only where this is so. */
    private static boolean isSampled(String traceparent) {
        return !traceparent.isEmpty() && (Character.digit(traceparent.charAt(traceparent.length() - 1), 16) & 1) == 1;
    }
}
