package dev.confab.gateway.stream;

import io.netty.channel.EventLoop;

/** How much of what was put into a stream its reader has taken. Confined to the event loop. */
final class Demand {
    private final EventLoop loop;
    private long asked;
    private long given;
    private Runnable whenTaken = () -> {};

    Demand(EventLoop loop) {
        this.loop = loop;
    }

    /** The reader asks for so many more; from any thread. */
    void onAsked(long more) {
        loop.execute(() -> {
            asked = more > Long.MAX_VALUE - asked ? Long.MAX_VALUE : asked + more;
            look();
        });
    }

    void onGiven() {
        given++;
    }

    /** Runs it once the reader asks for more than there is. */
    void whenTaken(Runnable then) {
        whenTaken = then;
        look();
    }

    private void look() {
        if (asked > given) {
            Runnable then = whenTaken;
            whenTaken = () -> {};
            loop.execute(then);
        }
    }
}
