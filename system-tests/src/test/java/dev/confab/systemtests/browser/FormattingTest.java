package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.LocatorOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What formatted messages look like. */
@BrowserTest
class FormattingTest {

    @Test
    void shouldShowAMessageFormatted(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String room = confab.room(owner, "kitchen");
        Tab tab = browsers.open(confab.person("alice")).join(room);
        Locator text = tab.find("message-text").last();
        // when
        confab.connect(owner).join(room).send("""
                **bold** *it* ~~no~~ `co*d*e` snake_case_word :tada:
                next <b>line</b>

                > quoted
                answer
                - one
                  1. two

                [here](https://a.example/b) [not](javascript:alert(1))""");
        // then
        assertThat(text.locator("strong")).hasText("bold");
        assertThat(text.locator("em")).hasText("it");
        assertThat(text.locator("s")).hasText("no");
        assertThat(text.locator("code")).hasText("co*d*e");
        assertThat(text.locator("p").first()).containsText("snake_case_word 🎉\nnext <b>line</b>");
        assertThat(text.locator("blockquote")).hasText("quoted");
        assertThat(text.locator("ul > li > ol > li")).hasText("two");
        assertThat(text.locator("a")).hasCount(1);
        assertThat(text.locator("a")).hasAttribute("href", "https://a.example/b");
        assertThat(text.locator("a")).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(text.locator("a")).hasAttribute("target", "_blank");
        assertThat(text).containsText("[not](javascript:alert(1))");
    }

    @Test
    void shouldShowWhereALinkLeadsThatPretendsToLeadElsewhere(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        // when
        tab.say("[https://bank.example](https://evil.example/login)");
        // then
        assertThat(tab.find("message-text").last()).hasText("https://bank.example (evil.example)");
    }

    @Test
    void shouldColourCodeWithWhatIsFetchedOnlyThen(Browsers browsers, Confab confab) {
        // given
        String room = confab.room(confab.person("owner"), "kitchen");
        Tab tab = browsers.open(confab.person("alice"));
        List<String> fetched = new CopyOnWriteArrayList<>();
        tab.page().context().onRequest(request -> fetched.add(request.url()));
        tab.join(room).say("`no block`").expectMessage("no block");
        assertThat(fetched).noneMatch(FormattingTest::isOfColours);
        // when
        Request colours =
                tab.page().waitForRequest(FormattingTest::isOfColours, () -> tab.say("```java\nreturn \"a\";\n```"));
        // then
        assertThat(tab.find("code").locator(".code-keyword")).hasText("return");
        assertThat(tab.find("code").locator(".code-string")).hasText("\"a\"");
        assertThat(tab.find("code")).hasText("return \"a\";");
    }

    private static boolean isOfColours(String url) {
        return url.contains("highlighting");
    }

    private static boolean isOfColours(Request request) {
        return isOfColours(request.url());
    }

    @Test
    void shouldCopyCodeAsItWasWritten(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String room = confab.room(owner, "kitchen");
        Tab tab = browsers.open(
                confab.person("alice"),
                new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        tab.join(room);
        confab.connect(owner).join(room).send("```\n  <b>\n\n\t*two*\n```");
        // when
        tab.find("copy-code").click();
        // then
        assertThat(tab.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Copied")))
                .isVisible();
        assertThat(tab.page().evaluate("navigator.clipboard.readText()")).isEqualTo("  <b>\n\n\t*two*");
    }

    @Test
    void shouldScrollCodeThatIsTooWideWithinItself(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String room = confab.room(owner, "kitchen");
        Session alice = confab.person("alice");
        confab.connect(alice).join(room);
        Tab phone = browsers.open(alice, new NewContextOptions().setViewportSize(320, 640));
        phone.page().navigate(confab.gateway() + path("/#/room/{}", room));
        phone.expectPlace(room);
        // when
        confab.connect(owner).join(room).send("```\n%s\n```".formatted("wide ".repeat(60)));
        // then
        assertThat(phone.find("code")).isVisible();
        assertThat((Boolean) phone.find("code").evaluate("code => code.scrollWidth > code.clientWidth"))
                .isTrue();
        assertThat((Boolean) phone.find("timeline").evaluate("box => box.scrollWidth <= box.clientWidth"))
                .isTrue();
    }

    @Test
    void shouldLeadToThePeopleAndRoomsThatAreNamed(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        Session alice = confab.person("alice");
        String kitchen = confab.room(owner, "kitchen");
        String garden = confab.room(owner, "herb garden");
        Tab tab = browsers.open(alice).join(garden);
        tab.join(kitchen);
        // when
        ChatClient writer = confab.connect(owner).join(kitchen);
        writer.send("@%s and @nobody: see #%s, says @%s.".formatted(alice.username(), garden, owner.username()));
        // then
        assertThat(tab.find("mention")).hasText(new String[] {"@" + alice.username(), "@" + owner.username()});
        tab.find("mention").last().click();
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText(owner.username());
        tab.page().keyboard().press("Escape");
        // when
        tab.find("message-text")
                .last()
                .locator("a", new LocatorOptions().setHasText("#" + garden))
                .click();
        // then
        tab.expectPlace(garden);
    }
}
