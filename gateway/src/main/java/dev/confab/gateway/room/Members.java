package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.room.Membership.Live;
import dev.confab.protocol.Username;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The clients in one stream, grouped by event loop. Guarded by their {@link Stream}, save for the groups: each is touched on
 * its own loop only, by tasks that this class queues in the order of its calls.
 */
final class Members {
    private final Attendance attendance;
    private final Map<EventLoop, Set<Membership>> groups = new HashMap<>();
    private final Map<Username, Integer> connections = new HashMap<>();

    Members(Attendance attendance) {
        this.attendance = attendance;
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    void add(Membership membership) {
        EventLoop loop = membership.receiver().loop();
        Set<Membership> group = groups.computeIfAbsent(loop, l -> new LinkedHashSet<>());
        if (connections.merge(membership.user(), 1, Integer::sum) == 1) {
            attendance.onCame(membership.user());
        }
        loop.execute(() -> group.add(membership));
    }

    void remove(Membership membership) {
        if (!membership.isLive()) {
            return;
        }
        membership.end();
        if (connections.computeIfPresent(membership.user(), (user, count) -> count == 1 ? null : count - 1) == null) {
            attendance.onWent(membership.user());
        }
        EventLoop loop = membership.receiver().loop();
        Set<Membership> group = groups.getOrDefault(loop, Set.of());
        loop.execute(() -> group.remove(membership));
    }

    void deliver(List<Live> events, Fanout out) {
        shared(events.stream().map(Live::frame).toList(), out, (group, frames, touched) -> {
            for (Membership membership : group) {
                if (membership.isLive() && membership.deliver(events, frames)) {
                    touched.add(membership.receiver());
                }
            }
        });
    }

    void tell(Frame frame, Fanout out) {
        shared(List.of(frame), out, (group, frames, touched) -> {
            for (Membership membership : group) {
                membership.receiver().write(frames);
                touched.add(membership.receiver());
            }
        });
    }

    void tellPeople(Frame news, Supplier<List<Frame>> snapshot, Fanout out) {
        shared(List.of(news), out, (group, frames, touched) -> {
            for (Membership membership : group) {
                membership.tellPeople(frames, snapshot);
                touched.add(membership.receiver());
            }
        });
    }

    void evict(Username user, Frame farewell, Fanout out) {
        if (connections.containsKey(user)) {
            evict(
                    membership -> membership.user().equals(user),
                    out,
                    membership -> membership.receiver().write(List.of(farewell)));
        }
    }

    /** @param last what everybody gets that is up to date; whoever is not gets it now */
    void evictAll(Frame last, Fanout out) {
        evict(membership -> true, out, membership -> {
            if (membership.isBehind()) {
                membership.receiver().write(List.of(last));
            }
        });
    }

    private void evict(Predicate<Membership> who, Fanout out, Consumer<Membership> farewell) {
        groups.forEach((loop, group) -> out.add(loop, touched -> {
            for (Membership membership : List.copyOf(group)) {
                if (membership.isLive() && who.test(membership)) {
                    farewell.accept(membership);
                    touched.add(membership.receiver());
                    membership.stream().leave(membership);
                    membership.receiver().onEvicted();
                }
            }
        }));
    }

    /** What to do with a group and what all of it gets, on the group's event loop. */
    private interface GroupDelivery {
        void deliver(Set<Membership> group, Frames frames, Set<Receiver> touched);
    }

    private void shared(List<Frame> list, Fanout out, GroupDelivery delivery) {
        if (isEmpty()) {
            return;
        }
        Frames frames = Frames.encode(list);
        groups.forEach(
                (loop, group) -> out.add(loop, frames.deferred(touched -> delivery.deliver(group, frames, touched))));
        frames.release();
    }
}
