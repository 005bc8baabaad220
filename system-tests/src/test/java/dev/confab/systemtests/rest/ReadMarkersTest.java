package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class ReadMarkersTest {

    @Test
    void shouldCountWhatIsNewSinceTheMarker(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient reader = confab.connect(bob).join(room);
        confab.connect(alice).join(room).send("one").send("two").send("three");
        long first = reader.expect(message("one")).position();
        reader.history(room).newest();
        // when
        mark(confab, bob, room, first);
        // then
        await().atMost(Patience.LIMIT).until(() -> unread(confab, bob, room) == 2);
    }

    @Test
    void shouldNeverMoveAMarkerBack(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient reader = confab.connect(bob).join(room);
        confab.connect(alice).join(room).send("one").send("two");
        long first = reader.expect(message("one")).position();
        long second = reader.expect(message("two")).position();
        reader.history(room).newest();
        mark(confab, bob, room, second);
        await().atMost(Patience.LIMIT).until(() -> unread(confab, bob, room) == 0);
        // when
        mark(confab, bob, room, first);
        // then
        assertThat(unread(confab, bob, room)).isZero();
    }

    @Test
    void shouldTellThePersonsOtherDevices(Confab confab) {
        // given
        Session phone = confab.person("alice");
        Session laptop = Users.login(confab.gateway(), phone.username(), phone.password());
        String room = confab.room(phone, "kitchen");
        ChatClient onLaptop = confab.connect(laptop, confab.otherGateway()).join(room);
        long position = onLaptop.send("hi").expect(message("hi")).position();
        // when
        mark(confab, phone, room, position);
        // then
        Frame read = onLaptop.expect(frame("read").in(room));
        assertThat(read.position()).isEqualTo(position);
    }

    @Test
    void shouldCountWhatIsNewInAPrivateConversation(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        ChatClient reader = confab.connect(bob);
        confab.connect(alice).direct(bob, "one").direct(bob, "two");
        long first = reader.expect(direct("one")).position();
        History.withPerson(confab.api(bob), alice.username()).newest();
        // when
        confab.api(bob)
                .put(path("/api/direct/{}/read", alice.username()), Map.of("position", first))
                .expect(204);
        // then
        JsonNode conversation = await().atMost(Patience.LIMIT)
                .until(
                        () -> confab.api(bob)
                                .get("/api/unread")
                                .expect(200)
                                .json()
                                .path("direct")
                                .path(0),
                        one -> one.path("unread").asInt() == 1);
        assertThat(conversation.path("with").asText()).isEqualTo(alice.username());
    }

    private static void mark(Confab confab, Session person, String room, long position) {
        confab.api(person)
                .put(path("/api/rooms/{}/read", room), Map.of("position", position))
                .expect(204);
    }

    private static int unread(Confab confab, Session person, String room) {
        JsonNode rooms =
                confab.api(person).get("/api/unread").expect(200).json().path("rooms");
        return rooms.valueStream()
                .filter(one -> one.path("room").asText().equals(room))
                .mapToInt(one -> one.path("unread").asInt())
                .sum();
    }
}
