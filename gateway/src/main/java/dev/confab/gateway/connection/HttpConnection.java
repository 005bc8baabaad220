package dev.confab.gateway.connection;

import dev.confab.chassis.problem.ProblemDetails;
import dev.confab.gateway.upload.Uploads;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import io.micrometer.core.instrument.Counter;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Watches the requests of one connection, between the codec and the server. Cuts it off when a request is not there, or not
 * answered, in time; when an answer is not taken in that time; and when too many requests are sent without waiting for
 * answers. Tells {@link Pending} what bodies hold; of a file that is brought nothing is held.
 */
final class HttpConnection extends ChannelDuplexHandler {
    /** That may be sent without waiting for the answer to the first; they wait in memory. */
    private static final int MAX_WAITING = 32;

    private final Channel channel;
    private final Pending pending;
    private final Deadline answer;
    private final Deadline upload;
    private final Deadline taking;

    private BooleanSupplier midway = this::isIncoming;
    private int unanswered;
    private boolean incoming;
    /** What is under way brings a file. */
    private boolean uploading;

    private boolean answering;
    private boolean over;
    /** Nothing of ours is under way; read by other threads. */
    private volatile boolean waiting = true;

    HttpConnection(Channel channel, Pending pending, Duration within, Duration uploadWithin, Counter slow) {
        this.channel = channel;
        this.pending = pending;
        this.answer = new Deadline(channel, within, slow);
        this.upload = new Deadline(channel, uploadWithin, slow);
        this.taking = new Deadline(channel, within, slow);
    }

    /** @param ofDecoder tells of a request that is not there yet more than the messages do */
    void knowing(BooleanSupplier ofDecoder) {
        midway = ofDecoder;
    }

    void onConnected() {
        answer.start();
        pending.onOpen(this);
    }

    void onBytes() {
        startAnswer();
    }

    /** What was sent has been made requests of, as far as it goes. */
    void onRead() {
        settle();
    }

    private boolean isIncoming() {
        return incoming;
    }

    /** Whether it waits for its client, with whom it may be done at any time. */
    boolean waitsForClient() {
        return waiting;
    }

    /** Ends it if it still waits for its client, for others to have its part of something; from any thread. */
    void giveWay(Share share) {
        channel.eventLoop().execute(() -> {
            if (waiting) {
                refuse();
            } else {
                share.stays(this);
            }
        });
    }

    /** Ends it, with an answer where one can be given; on its event loop. */
    void refuse() {
        if (over) {
            return;
        }
        over = true;
        waiting = false;
        ChannelHandlerContext context = channel.pipeline().context(this);
        if (context != null && unanswered == 1 && !answering) {
            ChannelFuture _ = context.writeAndFlush(refusal()).addListener(ChannelFutureListener.CLOSE);
        } else {
            ChannelFuture _ = channel.close();
        }
    }

    private static FullHttpResponse refusal() {
        ProblemDetails problem = ProblemDetails.of(ConfabException.unavailable("Room for this request"));
        byte[] body = Json.bytes(problem);
        var refusal = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, Unpooled.wrappedBuffer(body));
        refusal.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.RETRY_AFTER, 2)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return refusal;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            incoming = true;
            unanswered++;
            uploading = unanswered == 1 && Uploads.is(request.method().name(), request.uri());
            if (uploading) {
                answer.stop();
            }
        }
        if (message instanceof HttpContent content
                && unanswered > 0
                && !uploading
                && content.content().isReadable()) {
            pending.onBody(this, content.content().readableBytes());
        }
        if (message instanceof LastHttpContent) {
            incoming = false;
        }
        update();
        context.fireChannelRead(message);
        if (unanswered > MAX_WAITING) {
            refuse();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response && response.status().code() >= 200) {
            unanswered--;
            answering = true;
            stopAnswer();
            uploading = false;
            if (unanswered == 0) {
                pending.onAnswered(this);
            }
        }
        if (message instanceof LastHttpContent) {
            answering = false;
        }
        settle();
        ChannelFuture _ = context.write(message, promise);
    }

    /** A client that takes nothing makes the channel unwritable, and one that takes little at a time keeps it so. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable()) {
            taking.stop();
        } else {
            taking.start();
        }
        context.fireChannelWritabilityChanged();
    }

    /** It is closed, or a WebSocket. */
    void onGone() {
        stopAnswer();
        taking.stop();
        pending.onGone(this);
    }

    private void settle() {
        update();
        if (unanswered > 0 || midway.getAsBoolean()) {
            startAnswer();
        } else {
            stopAnswer();
        }
    }

    private void startAnswer() {
        (uploading ? upload : answer).start();
    }

    private void stopAnswer() {
        answer.stop();
        upload.stop();
    }

    private void update() {
        waiting = !over && !answering && (unanswered == 0 || (incoming && unanswered == 1));
    }
}
