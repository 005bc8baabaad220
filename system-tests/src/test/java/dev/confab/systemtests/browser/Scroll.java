package dev.confab.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.client.Patience;
import java.util.function.BooleanSupplier;

/** Goes through a long talk, and looks at every step whether the page has stayed small. */
final class Scroll {
    private static final int MOST_ROWS = 300;
    private static final int MOST_ELEMENTS = 6_000;

    /** Elements of the page in all shadow trees. */
    private static final String ELEMENTS = """
            () => {
              const count = (root) => [...root.querySelectorAll('*')]
                .reduce((sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
              return count(document);
            }""";

    private static final String STEP = """
            (box, heights) => {
              box.scrollTop += heights * box.clientHeight;
              return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            }""";

    private Scroll() {}

    /** Goes on by so many heights of the view until it is there. */
    static void by(Tab tab, double heights, BooleanSupplier isThere) {
        await().pollInSameThread().atMost(Patience.LIMIT.multipliedBy(2)).until(() -> {
            tab.find("timeline").evaluate(STEP, heights);
            expectSmall(tab);
            return isThere.getAsBoolean();
        });
    }

    static void expectSmall(Tab tab) {
        assertThat(tab.find("message").count()).isLessThanOrEqualTo(MOST_ROWS);
        assertThat((Integer) tab.page().evaluate(ELEMENTS)).isLessThan(MOST_ELEMENTS);
    }
}
