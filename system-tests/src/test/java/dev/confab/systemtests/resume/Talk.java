package dev.confab.systemtests.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.content.Kind;
import java.util.List;
import java.util.stream.Stream;

/** A stream in which Alice says a lot while Bob is gone. */
record Talk(Gone gone, Busy busy) {

    /** One of each kind, so that what is away is away once for both. */
    static List<Talk> ofBothKinds(Confab confab) {
        return Stream.of(Kind.values())
                .map(kind -> Gone.from(kind, confab))
                .map(gone -> new Talk(gone, new Busy(confab, gone.alice())))
                .toList();
    }

    /** That somebody who goes on where Bob was hears exactly what he has missed. */
    void expectAllHeardBy(ChatClient back) {
        assertThat(busy.heardBy(back))
                .as(gone.bob().address())
                .containsExactlyElementsOf(busy.after(gone.joined().position()));
    }
}
