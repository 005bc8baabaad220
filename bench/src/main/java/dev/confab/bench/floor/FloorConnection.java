package dev.confab.bench.floor;

import dev.confab.bench.wire.FrameReader;
import dev.confab.bench.wire.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One client of the floor: it may join rooms and send. */
final class FloorConnection extends FrameReader {
    private static final String JOIN = "{\"type\":\"join\",\"room\":\"";
    private static final String SEND = "{\"type\":\"send\",\"room\":\"";

    private final FloorRooms rooms;

    FloorConnection(FloorRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    protected void onHead(ChannelHandlerContext context, String head) {
        // the driver asks with the key of RFC 6455's example, to which this is the answer
        var answer = """
                HTTP/1.1 101 Switching Protocols\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
                \r
                """;
        var buffer = context.alloc().buffer(answer.length());
        buffer.writeCharSequence(answer, StandardCharsets.US_ASCII);
        ChannelFuture _ = context.write(buffer, context.voidPromise());
        tell(context, "{\"type\":\"welcome\"}");
    }

    @Override
    protected void onFrame(ChannelHandlerContext context, int opcode, ByteBuf buffer, int from, int to) {
        if (opcode != Wire.TEXT) {
            return;
        }
        var text = buffer.toString(from, to - from, StandardCharsets.UTF_8);
        if (text.startsWith(JOIN)) {
            rooms.enter(room(text, JOIN), context.channel());
            tell(context, "{\"type\":\"ok\",\"room\":\"\",\"position\":0}");
        } else if (text.startsWith(SEND)) {
            rooms.send(room(text, SEND), message(context, text));
        }
    }

    /** As long as what the gateway makes of the same. */
    private ByteBuf message(ChannelHandlerContext context, String text) {
        var json = "{\"position\":%d,\"at\":\"%s\",\"type\":\"message\",\"from\":\"person000000\",%s"
                .formatted(rooms.nextPosition(), Instant.now(), text.substring("{\"type\":\"send\",".length()));
        return Wire.serverText(context.alloc(), json);
    }

    private static String room(String text, String head) {
        return text.substring(head.length(), text.indexOf('"', head.length()));
    }

    private static void tell(ChannelHandlerContext context, String json) {
        ChannelFuture _ = context.writeAndFlush(Wire.serverText(context.alloc(), json), context.voidPromise());
    }
}
