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
 * The fence rule of one room: <em>what its author was banned for at its position is void</em>, and so is what only owners and
 * moderators may do of somebody who was neither there; a ticket from before its user was banned, was kicked or left is worth
 * nothing. Gateways and message-service feed it the room's log and so
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
    private final Authority authority = new Authority();
    private Position ticketsSince = Position.NONE;
    private Position since = Position.NONE;

    /**
     * @param departures where each user was last kicked or left
     * @param roles of owners and moderators
     * @param ticketsSince tickets from before it are worth nothing, whoever has them
     * @param since where the room was created, or its namesake deleted; {@link Position#NONE} where that is not known
     */
    public static Fences of(
            Collection<BanInterval> bans,
            Map<Username, Position> departures,
            Collection<RoleInterval> roles,
            Position ticketsSince,
            Position since) {
        Fences fences = new Fences();
        fences.authority.addAll(roles);
        bans.forEach(fences::add);
        departures.forEach(fences::depart);
        fences.ticketsSince = ticketsSince;
        fences.since = since;
        return fences;
    }

    /**
     * Whether every reader has to drop the event: its author is banned at its position, or was put out between having been
     * judged and it, or was judged in an earlier room of this name, or may not do this there. Whether what it is about stands
     * is not judged here.
     *
     * <p>Readers of the log know where the earlier room was deleted, those that start from a state where this one was created.
     * That comes to the same: nobody is let into a room by a gateway that has not read of its creation.
     */
    public boolean isVoid(LoggedEvent logged) {
        return switch (logged.event()) {
            case Content content ->
                content.isVoidByItself()
                        || isBanned(content.from(), logged.position(), logged.at())
                        || isBetween(since, logged.authorizedAt(), logged.position())
                        || wasPutOut(content.from(), logged.authorizedAt(), logged.position())
                        || (content.isForModerators() && !authority.isModerator(content.from(), logged.position()));
            case Decision d -> false;
        };
    }

    /** Tickets from before it are worth nothing, whoever has them; events from before it may be of a deleted room. */
    public Position ticketsSince() {
        return ticketsSince;
    }

    /** Takes note of an event of this room; to be called in the log's order. */
    public void onEvent(RoomEvent event, Position position) {
        if (event instanceof Decision decision && position.isAfter(ticketsSince)) {
            takeIn(decision, position);
        } // else it is of an earlier room of this name, or the state covers it
    }

    /** Whether the user is banned for an event at this position, appended at this time. */
    public boolean isBanned(Username user, Position position, Instant at) {
        return bans.getOrDefault(user, List.of()).stream().anyMatch(ban -> ban.covers(position, at));
    }

    /** Whether the user is owner or moderator for an event at this position. */
    public boolean isModerator(Username user, Position position) {
        return authority.isModerator(user, position);
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
                                .anyMatch(ban -> isBetween(ban.from(), after, before)));
    }

    private static boolean isBetween(Position position, Position after, Position before) {
        return position.isAfter(after) && before.isAfter(position);
    }

    private NavigableSet<Position> departuresOf(Username user) {
        return departures.getOrDefault(user, Collections.emptyNavigableSet());
    }

    private void takeIn(Decision decision, Position position) {
        switch (decision) {
            case Decision.Banned banned ->
                add(new BanInterval(banned.user(), position, Optional.empty(), banned.until()));
            case Decision.Unbanned unbanned -> lift(unbanned.user(), position);
            case Decision.Kicked kicked -> depart(kicked.user(), position);
            case Decision.Left left -> depart(left.user(), position);
            case Decision.RoleChanged changed -> authority.onRole(changed.user(), changed.role(), position);
            case Decision.RoomChanged changed -> {
                switch (changed.change()) {
                    case CREATED, CHANGED -> authority.onOwner(changed.owner(), position);
                    case DELETED -> startAgain(position);
                }
            }
            case Decision.Joined j -> {}
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
        authority.clear();
        ticketsSince = deletion;
        since = deletion;
    }
}
