package dev.confab.systemtests.client;

import static dev.confab.systemtests.client.FrameMatcher.frame;

import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection of one person.
 *
 * <pre>{@code
 * var alice = ChatClient.connect(gateway, Users.register(gateway, "alice")).join("kitchen");
 * var bob = ChatClient.connect(gateway, Users.register(gateway, "bob")).join("kitchen");
 * alice.send("hi");
 * bob.expect(message("hi").from(alice.session()));
 * }</pre>
 *
 * <p>What is heard waits in an inbox until it is expected; what is expected is taken out of it. Answers to commands go to
 * whoever gave the command. Methods that give a command wait for its answer and fail if it is an error; {@link #ask} and
 * {@link #submit} leave that to the caller.
 */
public final class ChatClient implements AutoCloseable {
    private final String gateway;
    private final Session session;
    private final Ear ear;
    private final Inbox inbox = new Inbox();
    private final Replies replies = new Replies();
    private final People people = new People();
    private final Socket socket = new Socket(new Heard());
    private final AtomicInteger refs = new AtomicInteger();
    private String room = "";

    ChatClient(String gateway, Session session, Ear ear) {
        this.gateway = gateway;
        this.session = session;
        this.ear = ear;
    }

    /** Connects as an API user does, with the bearer token. */
    public static ChatClient connect(String gateway, Session session) {
        return Handshake.at(gateway).bearer(session.accessToken()).connect(session);
    }

    Socket socket() {
        return socket;
    }

    void awaitWelcome() {
        inbox.take(frame("welcome").with("user", session.username()));
    }

    public Session session() {
        return session;
    }

    /** REST as the same person at the same gateway. */
    public Api api() {
        return session.api(gateway);
    }

    /** The stored messages of a room, as this person may read them. */
    public History history(String ofRoom) {
        return History.ofRoom(api(), ofRoom);
    }

    /** Joins and makes it the room that {@link #send} and {@link #typing} mean. */
    public ChatClient join(String name) {
        return enter(name, joining(name));
    }

    public ChatClient join(String name, String password) {
        return enter(name, joining(name).withPassword(password));
    }

    /** Comes back to a room having seen everything up to the position. */
    public ChatClient resume(String name, String ticket, long since) {
        return enter(name, joining(name).withTicket(ticket).since(since));
    }

    private ChatClient enter(String name, Joining joining) {
        ask(joining).expectOk();
        room = name;
        return this;
    }

    /** A join of which the answer matters; to be given to {@link #ask}. */
    public static Joining joining(String name) {
        return Joining.of(new Target.Room(new RoomName(name)));
    }

    /** A join of the conversation with somebody; to be given to {@link #ask}. */
    public static Joining joiningWith(String username) {
        return Joining.of(new Target.Person(new Username(username)));
    }

    /** Leaves the room; membership stays. */
    public ChatClient leave(String name) {
        ask(leaving(name)).expectOk();
        return this;
    }

    /** A leave of which the answer matters; to be given to {@link #ask}. */
    public static Command leaving(String name) {
        return ref -> new ClientCommand.Leave(Optional.of(ref), new RoomName(name));
    }

    /** Writes to the room that was joined last. */
    public ChatClient send(String text) {
        ask(message(room, text)).expectOk();
        return this;
    }

    public ChatClient direct(Session to, String text) {
        ask(privately(to.username(), text)).expectOk();
        return this;
    }

    /** Tells the room that was joined last; there is no answer to wait for. */
    public ChatClient typing() {
        socket.send(Json.text(new ClientCommand.Typing(Optional.empty(), new Target.Room(new RoomName(room)))));
        return this;
    }

    public static Command message(String toRoom, String text) {
        return message(toRoom, MessageId.next(), text);
    }

    /** A message of which the id matters. */
    public static Command message(String toRoom, MessageId id, String text) {
        return ref -> new ContentCommand.Send(
                Optional.of(ref), new Target.Room(new RoomName(toRoom)), id, new MessageText(text));
    }

    public static Command privately(String to, String text) {
        return privately(to, MessageId.next(), text);
    }

    /** A private message of which the id matters. */
    public static Command privately(String to, MessageId id, String text) {
        return ref -> new ContentCommand.Send(
                Optional.of(ref), new Target.Person(new Username(to)), id, new MessageText(text));
    }

    /** Marks a joined room as read up to there. */
    public static Command reading(String room, long position) {
        return ref -> new ClientCommand.Read(
                Optional.of(ref), new Target.Room(new RoomName(room)), new Position(position), Optional.empty());
    }

    /** Gives a command and returns its answer, be it {@code ok} or {@code error}. */
    public Frame ask(Command command) {
        return Replies.await(submit(command));
    }

    /** Gives a command; the answer comes later, or fails when the connection ends before. */
    public CompletableFuture<Frame> submit(Command command) {
        String ref = Integer.toString(refs.incrementAndGet());
        CompletableFuture<Frame> answer = replies.to(ref);
        socket.send(Json.text(command.withRef(ref)));
        return answer;
    }

    /** Sends this very text. Its answer, if it has one, goes to the inbox. */
    public ChatClient raw(String text) {
        socket.send(text);
        return this;
    }

    public ChatClient rawBytes(byte[] bytes) {
        socket.sendBytes(bytes);
        return this;
    }

    /** Waits for a frame; those that came before it stay for later expectations. */
    public Frame expect(FrameMatcher wanted) {
        return inbox.take(wanted);
    }

    /**
     * Waits for the marker, which must have been sent after what should not have come, and fails if that came before.
     */
    public ChatClient expectNothing(FrameMatcher unwanted, FrameMatcher marker) {
        inbox.takeWithout(unwanted, marker);
        return this;
    }

    /** Waits until exactly these are in the room, as far as this client was told. */
    public ChatClient expectPeople(String inRoom, Session... expected) {
        Set<String> wanted =
                new TreeSet<>(Arrays.stream(expected).map(Session::username).toList());
        inbox.until(
                "exactly %s in %s, of whom there are %s".formatted(wanted, inRoom, people),
                () -> people.in(inRoom).equals(wanted));
        return this;
    }

    /** Waits for the server to close the connection and returns why. */
    public int awaitClose() {
        return inbox.awaitClose();
    }

    /** Loses the connection, as a client does whose network is gone. */
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.close();
    }

    /** What to do; is given the {@code ref} that its answer will carry. */
    @FunctionalInterface
    public interface Command {
        ClientCommand withRef(String ref);
    }

    /** A join with what it takes. */
    public record Joining(
            Target target,
            Optional<String> password,
            Optional<String> ticket,
            Optional<Position> since,
            Optional<Epoch> epoch)
            implements Command {
        static Joining of(Target target) {
            return new Joining(target, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Joining withPassword(String word) {
            return new Joining(target, Optional.of(word), ticket, since, epoch);
        }

        public Joining withTicket(String earlier) {
            return new Joining(target, password, Optional.of(earlier), since, epoch);
        }

        public Joining since(long position) {
            return new Joining(target, password, ticket, Optional.of(new Position(position)), epoch);
        }

        /** The log that the position is of. */
        public Joining of(String log) {
            return new Joining(target, password, ticket, since, Optional.of(new Epoch(log)));
        }

        @Override
        public ClientCommand withRef(String ref) {
            return new ClientCommand.Join(Optional.of(ref), target, password, ticket, since, epoch);
        }
    }

    /** Sorts what comes: answers to those who asked, everything else to the inbox. */
    private final class Heard implements Socket.Hearer {
        @Override
        public void onText(String text) {
            Frame heard = Frame.parse(text);
            ear.onFrame(heard);
            people.onFrame(heard);
            if (!replies.complete(heard)) {
                inbox.add(heard);
            }
            inbox.changed();
        }

        @Override
        public void onClose(int code) {
            ear.onClose(code);
            inbox.close(code);
            replies.fail(code);
        }
    }
}
