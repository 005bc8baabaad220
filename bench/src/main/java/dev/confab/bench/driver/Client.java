package dev.confab.bench.driver;

import dev.confab.bench.wire.FrameReader;
import dev.confab.bench.wire.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person's connection. It reads no JSON: the server's frames tell what they are by their first bytes. Confined to its
 * event loop, save where it says otherwise.
 */
final class Client extends FrameReader {
    private static final byte[] POSITION = "\"position\":".getBytes(StandardCharsets.US_ASCII);
    private static final int POSITION_OF_EVENT = "{\"position\":".length();
    private static final int TYPE = "{\"type\":\"".length();
    private static final int AFTER_OK = "{\"type\":\"ok\",\"".length();

    private final Person person;
    private final String host;
    private final Consumer<Client> onLive;
    private final Tally tally;
    private volatile @Nullable Channel channel;
    private volatile boolean live;

    Client(Person person, String host, Tally tally, Consumer<Client> onLive) {
        this.person = person;
        this.host = host;
        this.tally = tally;
        this.onLive = onLive;
    }

    Person person() {
        return person;
    }

    boolean isLive() {
        return live;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        write(context, Wire.upgrade(context.alloc(), host, person.token()));
    }

    @Override
    protected void onHead(ChannelHandlerContext context, String head) {
        if (!head.startsWith("HTTP/1.1 101")) {
            tally.onFailure(head.lines().findFirst().orElse(head));
            ChannelFuture _ = context.close();
        }
    }

    @Override
    protected void onFrame(ChannelHandlerContext context, int opcode, ByteBuf buffer, int from, int to) {
        switch (opcode) {
            case Wire.TEXT -> onText(context, buffer, from, to);
            case Wire.PING -> write(context, Wire.pong(context.alloc()));
            case Wire.CLOSE -> {
                tally.onFailure("closed with " + (to - from < 2 ? 0 : buffer.getUnsignedShort(from)));
                ChannelFuture _ = context.close();
            }
            default -> {}
        }
    }

    private void onText(ChannelHandlerContext context, ByteBuf buffer, int from, int to) {
        if (buffer.getByte(from + 2) == 'p') {
            onEvent(buffer, from, to);
            return;
        }
        switch (buffer.getByte(from + TYPE)) {
            case 'w' -> person.seats().forEach(seat -> write(context, Wire.text(context.alloc(), seat.join())));
            case 'o' -> onOk(buffer, from, to);
            case 'e' -> tally.onFailure(buffer.toString(from, to - from, StandardCharsets.UTF_8));
            default -> {}
        }
    }

    private void onEvent(ByteBuf buffer, int from, int to) {
        long due = Marker.find(buffer, from, to);
        if (live && due >= 0 && person.isCounted()) {
            tally.onDelivery(System.nanoTime() - due);
        }
        if (person.seats().size() == 1) {
            var seat = person.seats().getFirst();
            if (!seat.onPosition(Marker.number(buffer, from + POSITION_OF_EVENT, to))) {
                tally.disordered++;
            }
            lookWhetherLive();
        }
    }

    private void onOk(ByteBuf buffer, int from, int to) {
        if (buffer.getByte(from + AFTER_OK) == 'i') {
            tally.kept++;
            return;
        }
        int position = indexOf(buffer, POSITION, from, to);
        person.onJoined(position < 0 ? -1 : Marker.number(buffer, position + POSITION.length, to));
        lookWhetherLive();
    }

    private void lookWhetherLive() {
        if (!live && person.seats().stream().allMatch(Seat::isLive)) {
            live = true;
            onLive.accept(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!live) {
            onLive.accept(this);
        }
        live = false;
    }

    /** From any thread. */
    void say(String json) {
        var to = channel;
        if (to != null && to.isActive()) {
            ChannelFuture _ = to.writeAndFlush(Wire.text(to.alloc(), json), to.voidPromise());
        }
    }

    /** From any thread: leaves the first room and joins it again. */
    void leaveAndReturn() {
        var to = channel;
        if (to != null && to.isActive()) {
            to.eventLoop().execute(() -> {
                var seat = person.seats().getFirst();
                say("{\"type\":\"leave\",\"room\":\"%s\"}".formatted(seat.room().name()));
                say(seat.join());
            });
        }
    }

    /** From any thread: ends all of them and returns when they have ended. */
    static void end(List<Client> clients) {
        clients.stream()
                .flatMap(client -> Stream.ofNullable(client.channel))
                .map(Channel::close)
                .toList()
                .forEach(ChannelFuture::syncUninterruptibly);
    }

    private static void write(ChannelHandlerContext context, ByteBuf frame) {
        ChannelFuture _ = context.writeAndFlush(frame, context.voidPromise());
    }
}
