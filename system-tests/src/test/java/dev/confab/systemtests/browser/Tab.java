package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.confab.systemtests.client.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One browser with the page of Confab: what its user does and sees. */
final class Tab implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final Complaints complaints;

    Tab(BrowserContext context, String address) {
        context.setDefaultTimeout(Patience.LIMIT.toMillis());
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        this.complaints = Complaints.of(context, page, address);
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints.all();
    }

    /** This test breaks a server on purpose. */
    Tab allowBrokenServers() {
        complaints.allowBrokenServers();
        return this;
    }

    Tab open() {
        page.navigate(address + "/");
        return this;
    }

    Tab reload() {
        page.reload();
        return this;
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    Locator find(String testId, String attribute, String value) {
        return page.locator("[data-testid='%s'][%s='%s']".formatted(testId, attribute, value.replace("'", "\\'")));
    }

    Tab register(String username, String password) {
        find("tab-register").click();
        return submit(username, password);
    }

    Tab signIn(String username, String password) {
        find("tab-login").click();
        return submit(username, password);
    }

    private Tab submit(String username, String password) {
        find("username").fill(username);
        find("password").fill(password);
        find("submit").click();
        return this;
    }

    Tab signOut() {
        find("account-menu").click();
        find("sign-out").click();
        return this;
    }

    /** Waits until the room, or the conversation with the person, is shown and can be written to. */
    Tab expectPlace(String name) {
        assertThat(find("room-title")).hasText(name);
        assertThat(find("composer")).isVisible();
        return this;
    }

    Tab goToRoom(String room) {
        find("room-item", "data-room", room).click();
        return expectPlace(room);
    }

    /** Looks for a room among all rooms and presses its button. */
    Tab enterFromDirectory(String room) {
        find("browse-rooms").click();
        find("room-search").fill(room);
        find("directory-room", "data-room", room).getByTestId("join-room").click();
        return this;
    }

    Tab join(String room) {
        return enterFromDirectory(room).expectPlace(room);
    }

    Tab createRoom(String name, String password) {
        find("create-room").click();
        find("create-room-name").fill(name);
        find("create-room-password").fill(password);
        find("create-room-submit").click();
        return expectPlace(name);
    }

    Tab say(String text) {
        find("composer").fill(text);
        find("composer").press("Enter");
        return this;
    }

    Locator message(String text) {
        return find("message")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByTestId("message-text")
                                .filter(new Locator.FilterOptions().setHasText(exactly(text)))));
    }

    /** The text and no more, as a pattern that JavaScript understands. */
    private static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0") + "\\s*$");
    }

    /** Chooses what to do with a message from its menu. */
    Tab act(String text, String item) {
        message(text).hover();
        find("message-menu").click();
        find(item).click();
        return this;
    }

    /** Says something in the thread that is open. */
    Tab answer(String text) {
        Locator composer = find("thread-pane").getByTestId("composer");
        composer.fill(text);
        composer.press("Enter");
        return this;
    }

    /** Opens the conversation with somebody. */
    Tab openPrivate(String user) {
        page.navigate(address + path("/#/private/{}", user));
        return expectPlace(user);
    }

    /** Waits until the message is there, once, and kept. */
    Tab expectMessage(String text) {
        assertThat(message(text)).hasCount(1);
        assertThat(message(text)).hasAttribute("data-state", "sent");
        return this;
    }

    /** Waits until exactly these messages are shown, in this order. */
    Tab expectMessages(String... texts) {
        assertThat(find("message-text")).hasText(texts);
        return this;
    }

    /** For what must not come; to be called when something that was sent later has arrived. */
    Tab expectNoMessage(String text) {
        assertThat(message(text)).hasCount(0);
        return this;
    }

    Locator person(String user) {
        return find("person", "data-user", user);
    }

    /** Opens what can be done about somebody in the room. */
    Tab openPersonMenu(String user) {
        person(user).getByTestId("person-menu").click();
        return this;
    }

    /** Waits until the user is there, among others; with one's own name: until one is in the room. */
    Tab expectPeopleToInclude(String user) {
        assertThat(person(user)).hasCount(1);
        return this;
    }

    /** Waits until these are in the room and nobody else. */
    Tab expectPeople(String... users) {
        for (String user : users) {
            assertThat(person(user)).hasCount(1);
        }
        assertThat(find("person")).hasCount(users.length);
        return this;
    }

    Tab expectNotice(String text) {
        assertThat(find("notice").filter(new Locator.FilterOptions().setHasText(text)))
                .isVisible();
        return this;
    }

    void takePicture(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
