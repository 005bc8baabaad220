package dev.confab.bench.floor;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who is in which room, grouped by event loop, and how a frame gets to them: one encoding, one task for each loop. */
final class FloorRooms {
    private record Group(EventLoop loop, List<Channel> members) {}

    private final Map<String, Map<EventLoop, Group>> rooms = new ConcurrentHashMap<>();
    private final AtomicLong positions = new AtomicLong();

    long nextPosition() {
        return positions.incrementAndGet();
    }

    void enter(String room, Channel channel) {
        var group = rooms.computeIfAbsent(room, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(channel.eventLoop(), loop -> new Group(loop, new ArrayList<>()));
        channel.eventLoop().execute(() -> group.members().add(channel));
        channel.closeFuture().addListener(_ -> group.members().remove(channel));
    }

    /** Takes the frame over. */
    void send(String room, ByteBuf frame) {
        for (var group : rooms.getOrDefault(room, Map.of()).values()) {
            frame.retain();
            group.loop().execute(() -> {
                for (var member : group.members()) {
                    ChannelFuture _ = member.writeAndFlush(frame.retainedDuplicate(), member.voidPromise());
                }
                frame.release();
            });
        }
        frame.release();
    }
}
