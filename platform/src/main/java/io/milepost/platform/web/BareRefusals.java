package io.milepost.platform.web;

import io.milepost.platform.json.Json;
import io.milepost.platform.observe.Trace;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.springframework.http.MediaType;

/**
 * Gives what is refused without a word the problem that every refusal has: by Netty, which could not read the request, by
 * the server before Spring had one, or by Spring for a file.
 */
final class BareRefusals extends ChannelDuplexHandler {
    private static final int LONGEST_PATH = 1_000;

    private final String baseUrl;
    private final AnsweredRequests answered;

    /** Of the requests that are not answered yet. */
    private final Queue<String> paths = new ArrayDeque<>();

    /** Whether what comes is the rest of an answer in whose place another one was sent. */
    private boolean replaced;

    BareRefusals(String baseUrl, AnsweredRequests answered) {
        this.baseUrl = baseUrl;
        this.answered = answered;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            paths.add(pathOf(request.uri()));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof HttpResponse answer && isBareRefusal(answer)) {
            replaced = !(message instanceof LastHttpContent);
            var _ = context.write(problem(answer), written);
            ReferenceCountUtil.release(message);
        } else if (replaced && message instanceof HttpContent) {
            replaced = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            written.setSuccess();
        } else {
            var _ = context.write(message, written);
        }
        if (message instanceof LastHttpContent && !isInformational(message)) {
            paths.poll();
        }
    }

    private static boolean isBareRefusal(HttpResponse answer) {
        return answer.status().code() >= 400 && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private FullHttpResponse problem(HttpResponse refused) {
        var problem = problemOf(refused.status().code());
        var traced = refused.headers().get(RequestIds.TRACEPARENT);
        var trace = traced == null ? Trace.madeUp() : Trace.of(traced);
        answered.bare(problem.code(), problem.status(), traced == null ? trace.id() : null);
        var requestId = refused.headers().get(RequestIds.HEADER, trace.id());
        var path = paths.isEmpty() ? "/" : paths.element();
        var body = Json.mapper().writeValueAsBytes(Problems.json(problem, baseUrl, path, trace.id(), requestId));
        var answer =
                new DefaultFullHttpResponse(refused.protocolVersion(), refused.status(), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(refused.headers())
                .remove(HttpHeaderNames.TRANSFER_ENCODING)
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, RequestIds.UNCACHED)
                .set(RequestIds.HEADER, requestId)
                .set(RequestIds.TRACEPARENT, trace.parent());
        if (problem.retryable()) {
            answer.headers().set(HttpHeaderNames.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        return answer;
    }

    private static Problem problemOf(int status) {
        return switch (status) {
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "See the header Allow.");
            case 408 -> Problem.of(ProblemCode.REQUEST_TIMEOUT, "Send the whole request without a pause.");
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "Send less at a time.");
            case 414 -> Problem.of(ProblemCode.URI_TOO_LONG, "Ask for less at a time.");
            case 431 -> Problem.of(ProblemCode.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
            case 400 -> Problem.of(ProblemCode.INVALID_REQUEST, "The request is not well-formed HTTP.");
            default -> of(status, status < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL);
        };
    }

    /** Of a status that no code of ours has. */
    private static Problem of(int status, ProblemCode code) {
        return new Problem(code.name(), status, code.title(), "It was not taken.", false, List.of(), List.of());
    }

    /** Without the query, in which anything may stand. */
    private static String pathOf(String target) {
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }
}
