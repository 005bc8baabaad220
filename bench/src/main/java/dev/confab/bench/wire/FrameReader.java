package dev.confab.bench.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream of bytes apart: first the head of an HTTP message, then WebSocket frames, which it shows where they lie,
 * without copying. Masked frames have to be masked with zeros.
 */
public abstract class FrameReader extends ChannelInboundHandlerAdapter {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private @Nullable ByteBuf rest;
    private boolean open;

    protected abstract void onHead(ChannelHandlerContext context, String head);

    /** A frame whose payload is in this part of the buffer. */
    protected abstract void onFrame(ChannelHandlerContext context, int opcode, ByteBuf buffer, int from, int to);

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var in = joined((ByteBuf) message);
        try {
            if (open || head(context, in)) {
                while (frame(context, in)) {}
            }
            rest = in.isReadable() ? in.copy() : null;
        } finally {
            in.release();
        }
    }

    private ByteBuf joined(ByteBuf in) {
        var before = rest;
        if (before == null) {
            return in;
        }
        rest = null;
        before.writeBytes(in);
        in.release();
        return before;
    }

    private boolean head(ChannelHandlerContext context, ByteBuf in) {
        int end = indexOf(in, END_OF_HEAD, in.readerIndex(), in.writerIndex());
        if (end < 0) {
            return false;
        }
        open = true;
        var head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII);
        in.skipBytes(END_OF_HEAD.length);
        onHead(context, head.toString());
        return true;
    }

    private boolean frame(ChannelHandlerContext context, ByteBuf in) {
        int start = in.readerIndex();
        int available = in.readableBytes();
        if (available < 2) {
            return false;
        }
        int opcode = in.getByte(start) & 0x0F;
        int second = in.getByte(start + 1) & 0xFF;
        int mask = (second & 0x80) == 0 ? 0 : 4;
        long length = second & 0x7F;
        int header = 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + mask;
        if (available < header) {
            return false;
        }
        if (length == 126) {
            length = in.getUnsignedShort(start + 2);
        } else if (length == 127) {
            length = in.getLong(start + 2);
        }
        if (available < header + length) {
            return false;
        }
        int from = start + header;
        int to = from + (int) length;
        in.readerIndex(to);
        onFrame(context, opcode, in, from, to);
        return true;
    }

    /** Where the word begins in this part of the buffer, -1 if it is not there. */
    public static int indexOf(ByteBuf buffer, byte[] word, int from, int to) {
        for (int at = buffer.indexOf(from, to, word[0]); at >= 0; at = buffer.indexOf(at + 1, to, word[0])) {
            if (at + word.length > to) {
                return -1;
            }
            int same = 1;
            while (same < word.length && buffer.getByte(at + same) == word[same]) {
                same++;
            }
            if (same == word.length) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (rest != null) {
            rest.release();
            rest = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        ChannelFuture _ = context.close();
    }
}
