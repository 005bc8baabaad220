package dev.confab.systemtests;

import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stack as one test sees it: with people and rooms that no other test knows. */
public final class Confab implements AutoCloseable {
    private final TestStack stack;
    private final List<ChatClient> clients = new ArrayList<>();

    public Confab(TestStack stack) {
        this.stack = stack;
    }

    public TestStack stack() {
        return stack;
    }

    /** The gateway that most tests talk to. */
    public String gateway() {
        return stack.gatewayUrl(1);
    }

    public String otherGateway() {
        return stack.gatewayUrl(2);
    }

    /** All of them. */
    public List<String> gateways() {
        return stack.gatewayUrls();
    }

    /** @param number 1, 2 or 3 */
    public String gateway(int number) {
        return stack.gatewayUrl(number);
    }

    /** REST at auth-service, as those who run the server. */
    public Api operator() {
        return new Api(stack.url("auth-service")).with("Confab-Operator", Stacks.OPERATOR_SECRET);
    }

    /** REST without an identity. */
    public Api stranger() {
        return new Api(gateway());
    }

    /** A new person, signed in. */
    public Session person(String nickname) {
        return Users.register(stack, nickname);
    }

    public Api api(Session person) {
        return person.api(gateway());
    }

    /** A new room. */
    public String room(Session owner, String name) {
        return room(owner, Map.of("name", Users.fresh(name)));
    }

    /** A new room that lets in who knows the password. */
    public String room(Session owner, String name, String password) {
        return room(owner, Map.of("name", Users.fresh(name), "password", password));
    }

    private String room(Session owner, Map<String, String> room) {
        return api(owner).post("/api/rooms", room).expect(201).text("name");
    }

    public ChatClient connect(Session person) {
        return connect(person, gateway());
    }

    public ChatClient connect(Session person, String gateway) {
        return closing(ChatClient.connect(gateway, person));
    }

    public ChatClient connect(Session person, Handshake handshake) {
        return closing(handshake.connect(person));
    }

    private ChatClient closing(ChatClient client) {
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(ChatClient::close);
    }
}
