package dev.confab.systemtests.resume;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.ChatClient.Joining;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.content.Kind;
import dev.confab.systemtests.content.Kind.Seat;
import dev.confab.systemtests.content.Meeting;

/**
 * Bob, who was in a stream with Alice and whose connection is gone.
 *
 * @param joined what he was told when he joined
 */
record Gone(Seat alice, Seat bob, Frame joined) {
    static Gone from(Kind kind, Confab confab) {
        Meeting meeting = kind.meeting(confab);
        ChatClient reader = confab.connect(meeting.bob().person());
        Frame joined = reader.ask(Meeting.joining(meeting.bob())).expectOk();
        reader.abort();
        return new Gone(meeting.alice(), meeting.bob(), joined);
    }

    /** How he goes on where he was, with what he was given there. */
    Joining comingBack() {
        Joining again = Meeting.joining(bob).since(joined.position()).of(joined.text("epoch"));
        return joined.json().has("ticket") ? again.withTicket(joined.text("ticket")) : again;
    }

    /** Bob, who has gone on through that gateway. */
    ChatClient back(Confab confab, String gateway) {
        ChatClient back = confab.connect(bob.person(), gateway);
        back.ask(comingBack()).expectOk();
        return back;
    }
}
