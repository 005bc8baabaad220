package dev.confab.bench.floor;

import dev.confab.bench.wire.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The floor's process: says its port and serves until its input ends. */
final class FloorMain {
    private FloorMain() {}

    public static void main(String[] arguments) throws IOException {
        var rooms = new FloorRooms();
        var server = new ServerBootstrap()
                .group(Transport.loops(1), Transport.loops(Runtime.getRuntime().availableProcessors()))
                .channel(Transport.server())
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new FloorConnection(rooms));
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
        System.out.println(((InetSocketAddress) server.localAddress()).getPort());
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }
}
