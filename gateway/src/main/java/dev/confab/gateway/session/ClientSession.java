package dev.confab.gateway.session;

import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBucket;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.room.Membership;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One connection of one signed-in user: the streams it is in, and what it may still do. Thread-safe. */
public final class ClientSession implements Author {
    private final Username user;
    private final SessionId session;
    private final Receiver receiver;
    private final LimitsConfig limits;
    private final TokenBucket sends;
    private final TokenBucket commands;
    private final TokenBucket patience;
    private final Turns turns;
    private final Map<StreamKey, Membership> joined = new ConcurrentHashMap<>();
    private volatile boolean ended;
    private volatile boolean flooding;
    private long typedAt;

    public ClientSession(Username user, SessionId session, Receiver receiver, LimitsConfig limits) {
        this.user = user;
        this.session = session;
        this.receiver = receiver;
        this.limits = limits;
        long now = System.nanoTime();
        this.sends = new TokenBucket(Rate.perSecond(limits.sends(), limits.sendBurst()), now);
        this.commands = new TokenBucket(Rate.perSecond(limits.commands(), limits.commandBurst()), now);
        this.patience = new TokenBucket(Rate.perSecond(limits.commands(), limits.patience()), now);
        this.turns = new Turns(limits.waiting(), receiver.loop());
        this.typedAt = now - limits.typing().toNanos();
    }

    @Override
    public Username user() {
        return user;
    }

    @Override
    public SessionId session() {
        return session;
    }

    public Receiver receiver() {
        return receiver;
    }

    /** In which its commands take effect. */
    public Turns turns() {
        return turns;
    }

    /** Sends one frame to this client alone. */
    public void tell(ServerFrame frame) {
        receiver.loop().execute(() -> {
            receiver.write(List.of(Frame.of(frame)));
            receiver.flush();
        });
    }

    @Override
    public Position inSince(Target target) {
        return switch (target) {
            case Target.Room(var name) -> requireIn(name).enteredAt();
            case Target.Person _ -> Position.NONE;
        };
    }

    /** @throws ConfabException {@code not_joined} */
    public Membership requireIn(RoomName room) {
        Membership membership = joined.get(StreamKey.of(room));
        if (membership == null || !membership.isLive()) {
            throw new ConfabException(ErrorCode.NOT_JOINED, "Join the room '" + room + "' first.", "room");
        }
        return membership;
    }

    /** Whether it gets the stream's events by having asked to be in; of its user's conversations it hears all the same. */
    public boolean isIn(StreamKey stream) {
        return joined.containsKey(stream);
    }

    /** @throws ConfabException if this connection is in too many streams to enter another */
    public void requirePlaceFor(StreamKey stream) {
        joined.values().removeIf(membership -> !membership.isLive());
        if (joined.size() >= limits.rooms() && !joined.containsKey(stream)) {
            throw new ConfabException(
                    ErrorCode.CONFLICT,
                    "A connection can be in " + limits.rooms() + " rooms and conversations. Leave one first.",
                    "room");
        }
    }

    /** Notes the membership; an earlier one in the same stream is left, and this one if the connection has gone meanwhile. */
    public void onEntered(StreamKey stream, Membership membership) {
        Membership earlier = joined.put(stream, membership);
        if (earlier != null) {
            earlier.stream().leave(earlier);
        }
        if (ended) {
            leave(stream);
        }
    }

    /** Leaves the stream, if it is in it. */
    public void leave(StreamKey stream) {
        Membership membership = joined.remove(stream);
        if (membership != null) {
            membership.stream().leave(membership);
        }
    }

    /** Leaves every stream, and carries out nothing that still waits; for when the connection has gone. */
    public void leaveAll() {
        ended = true;
        turns.end();
        List.copyOf(joined.keySet()).forEach(this::leave);
    }

    @Override
    public void requireSend() {
        refuseIf(sends.take(System.nanoTime()));
    }

    /** @throws ConfabException {@code rate_limited} */
    public void requireCommand() {
        long now = System.nanoTime();
        Optional<Duration> wait = commands.take(now);
        flooding |= wait.isPresent() && patience.take(now).isPresent();
        refuseIf(wait);
    }

    /** Whether the client goes on flooding although it is refused again and again. */
    public boolean isFlooding() {
        return flooding;
    }

    /** Whether a typing signal may be passed on now. */
    public boolean mayType() {
        long now = System.nanoTime();
        if (now - typedAt < limits.typing().toNanos()) {
            return false;
        }
        typedAt = now;
        return true;
    }

    private static void refuseIf(Optional<Duration> wait) {
        wait.ifPresent(duration -> {
            throw ConfabException.rateLimited(duration);
        });
    }
}
