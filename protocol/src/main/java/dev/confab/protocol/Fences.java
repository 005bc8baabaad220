package dev.confab.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The fence rule of one room: <em>an event whose author is banned at its position is void</em>, and a ticket from before
 * its user was banned, was kicked or left is worth nothing. Gateways and message-service feed it the room's log and so
 * drop the same events without talking to one another.
 *
 * <p>Feeding it an event twice, or starting from a {@link RoomState} and then feeding it events that the state already
 * covers, changes nothing. Mutable, not thread-safe: confined to whoever reads the log.
 */
public final class Fences {
    /** Departures of one user that are remembered, the last ones. */
    private static final int MAX_DEPARTURES = 8;

    private final Map<Username, List<BanInterval>> bans = new HashMap<>();
    private final Map<Username, NavigableSet<Position>> departures = new HashMap<>();
    private Position ticketsSince = Position.NONE;

    /**
     * @param departures where each user was last kicked or left
     * @param ticketsSince tickets from before it are worth nothing, whoever has them
     */
    public static Fences of(Collection<BanInterval> bans, Map<Username, Position> departures, Position ticketsSince) {
        Fences fences = new Fences();
        bans.forEach(fences::add);
        departures.forEach(fences::depart);
        fences.ticketsSince = ticketsSince;
        return fences;
    }

    /** As {@link #isVoid(RoomEvent, Position, Instant, Position)} of an event that does not say how its author was judged. */
    public boolean isVoid(RoomEvent event, Position position, Instant at) {
        return isVoid(event, position, at, position);
    }

    /**
     * Whether every reader has to drop the event: its author is banned at its position, or was put out between having been
     * judged and it.
     *
     * @param judgedAt up to where the log was known to whoever let the author write it
     */
    public boolean isVoid(RoomEvent event, Position position, Instant at, Position judgedAt) {
        return switch (event) {
            case RoomEvent.Message message ->
                isBanned(message.from(), position, at) || wasPutOut(message.from(), judgedAt, position);
            case RoomEvent.Direct d -> false;
            case RoomEvent.Kicked k -> false;
            case RoomEvent.Banned b -> false;
            case RoomEvent.Unbanned u -> false;
            case RoomEvent.Joined j -> false;
            case RoomEvent.Left l -> false;
            case RoomEvent.RoleChanged r -> false;
            case RoomEvent.RoomChanged c -> false;
        };
    }

    /** Tickets from before it are worth nothing, whoever has them; events from before it may be of a deleted room. */
    public Position ticketsSince() {
        return ticketsSince;
    }

    /** Takes note of an event of this room; to be called in the log's order. */
    public void onEvent(RoomEvent event, Position position) {
        if (position.isAfter(ticketsSince)) {
            takeIn(event, position);
        } // else it is of an earlier room of this name, or the state covers it
    }

    /** Whether the user is banned for an event at this position, appended at this time. */
    public boolean isBanned(Username user, Position position, Instant at) {
        return bans.getOrDefault(user, List.of()).stream().anyMatch(ban -> ban.covers(position, at));
    }

    /** Whether a ticket issued at that position has ended since: its user was banned, kicked or left, or the room did. */
    public boolean endsTicketOf(Username user, Position issuedAt) {
        return ticketsSince.isAfter(issuedAt)
                || !departuresOf(user).tailSet(issuedAt, false).isEmpty()
                || bans.getOrDefault(user, List.of()).stream()
                        .anyMatch(ban -> ban.from().isAfter(issuedAt));
    }

    private boolean wasPutOut(Username user, Position after, Position before) {
        return before.isAfter(after)
                && (!departuresOf(user).subSet(after, false, before, false).isEmpty()
                        || bans.getOrDefault(user, List.of()).stream()
                                .map(BanInterval::from)
                                .anyMatch(from -> from.isAfter(after) && before.isAfter(from)));
    }

    private NavigableSet<Position> departuresOf(Username user) {
        return departures.getOrDefault(user, Collections.emptyNavigableSet());
    }

    private void takeIn(RoomEvent event, Position position) {
        switch (event) {
            case RoomEvent.Banned banned ->
                add(new BanInterval(banned.user(), position, Optional.empty(), banned.until()));
            case RoomEvent.Unbanned unbanned -> lift(unbanned.user(), position);
            case RoomEvent.Kicked kicked -> depart(kicked.user(), position);
            case RoomEvent.Left left -> depart(left.user(), position);
            case RoomEvent.RoomChanged changed -> {
                if (changed.change() == RoomEvent.RoomChanged.Change.DELETED) {
                    startAgain(position);
                }
            }
            case RoomEvent.Message m -> {}
            case RoomEvent.Direct d -> {}
            case RoomEvent.Joined j -> {}
            case RoomEvent.RoleChanged r -> {}
        }
    }

    private void add(BanInterval ban) {
        List<BanInterval> ofUser = bans.computeIfAbsent(ban.user(), u -> new ArrayList<>());
        if (ofUser.stream().noneMatch(known -> known.from().equals(ban.from()))) {
            ofUser.add(ban);
        }
    }

    private void lift(Username user, Position position) {
        bans.getOrDefault(user, new ArrayList<>())
                .replaceAll(ban -> ban.to().isEmpty() && position.isAfter(ban.from()) ? ban.liftedAt(position) : ban);
    }

    private void depart(Username user, Position position) {
        NavigableSet<Position> ofUser = departures.computeIfAbsent(user, u -> new TreeSet<>());
        ofUser.add(position);
        if (ofUser.size() > MAX_DEPARTURES) {
            ofUser.removeFirst();
        }
    }

    private void startAgain(Position deletion) {
        bans.clear();
        departures.clear();
        ticketsSince = deletion;
    }
}
