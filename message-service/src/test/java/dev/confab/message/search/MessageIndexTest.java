package dev.confab.message.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.confab.message.log.LogPosition;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.message.search.MessageIndex.Found;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIndexTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int KITCHEN = 1;
    private static final int CELLAR = 2;
    private static final Set<Integer> BOTH = Set.of(KITCHEN, CELLAR);

    @TempDir
    Path folder;

    private MessageIndex index;
    private long positions;

    @BeforeEach
    void open() throws IOException {
        index = MessageIndex.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static IndexedMessage message(int stream, long position, String author, boolean inThread, String text) {
        return new IndexedMessage(
                new IndexPlace(stream, new LogPosition(1, new Position(position))),
                START.plusSeconds(position),
                new Username(author),
                inThread,
                false,
                text);
    }

    private IndexedMessage say(int stream, String text) throws IOException {
        IndexedMessage message = message(stream, positions++, "Ann", false, text);
        index.put(List.of(message));
        index.refresh();
        return message;
    }

    private List<Long> find(String q) throws IOException {
        return positions(find(q, BOTH, SearchOrder.NEWEST, Optional.empty(), 100));
    }

    private List<Found> find(String q, Set<Integer> streams, SearchOrder order, Optional<FieldDoc> after, int limit)
            throws IOException {
        return index.find(ReadQuery.of(q), streams, Optional.empty(), order, after, limit, Duration.ofSeconds(30));
    }

    private static List<Long> positions(List<Found> found) {
        return found.stream()
                .map(one -> one.place().position().position().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The kettle is in the kitchen          | kettle
                    The kettle is in the kitchen          | KITCHEN kettle
                    The kettle is in the kitchen          | kit
                    The kettle is in the kitchen          | tche
                    The kettle is in the kitchen          | ettl the
                    The kettle is in the kitchen          | "in the kitchen"
                    Crème brûlée                          | creme brulee
                    Crème brûlée                          | crème
                    ＦＵＬＬ width                        | full
                    see foo-bar.txt there                 | foo-bar.t
                    我们在东京都见面                       | 东京
                    我们在东京都见面                       | 东京都见
                    我们在东京都见面                       | 京
                    カタカナとひらがな                     | カタ
                    안녕하세요 여러분                       | 하세
                    abc東京def                            | 東京
                    a party 🎉 tonight                    | 🎉
                    100% sure                             | 100
                    """)
    void shouldFind(String text, String q) throws IOException {
        // given
        say(KITCHEN, text);
        // then
        assertThat(find(q)).containsExactly(0L);
        assertThat(TextMatch.of(ReadQuery.of(q).words(), text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The kettle is in the kitchen | kettles
                    The kettle is in the kitchen | kettle tea
                    The kettle is in the kitchen | tc
                    The kettle is in the kitchen | "the in"
                    The kettle is in the kitchen | "in the kit"
                    The kettle is in the kitchen | "kettle kitchen"
                    The kettle is in the kitchen | k*n
                    The kettle is in the kitchen | ke kitchen
                    我们在东京都见面              | 京东
                    我们在东京都见面              | 东都
                    """)
    void shouldNotFind(String text, String q) throws IOException {
        // given
        say(KITCHEN, text);
        // then
        assertThat(find(q)).isEmpty();
        assertThat(TextMatch.of(ReadQuery.of(q).words(), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                "***",
                "a* OR *:*",
                "text:*",
                "(",
                "((((((",
                "[a TO z]",
                "\"",
                "\"\"\"",
                "a\" OR \"b",
                "\\",
                "/.*/",
                "~~~",
                "^^^",
                "+-&&||!",
                "id:1/1/0",
                "stream:2",
                "\u0000",
                "\ud83d",
                "%_%"
            })
    void shouldTakeNothingForAPattern(String q) throws IOException {
        // given
        say(KITCHEN, "something else");
        // then
        assertThat(find(q)).isEmpty();
    }

    @Test
    void shouldFindOnlyInTheStreamsThatAreGiven() throws IOException {
        // given
        say(KITCHEN, "tea");
        say(CELLAR, "tea");
        // then
        assertThat(positions(find("tea", Set.of(CELLAR), SearchOrder.NEWEST, Optional.empty(), 10)))
                .containsExactly(1L);
        assertThat(find("tea", Set.of(), SearchOrder.BEST, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void shouldFindByWhoAndWhenAndWhat() throws IOException {
        // given
        index.put(List.of(
                message(KITCHEN, 0, "Ann", false, "plain"),
                message(KITCHEN, 1, "bob", true, "an answer"),
                message(KITCHEN, 2, "bob", false, "see https://example.org/tea"),
                message(KITCHEN, 100_000, "ann", false, "the day after")));
        index.refresh();
        // then
        assertThat(find("from:ANN")).containsExactly(100_000L, 0L);
        assertThat(find("from:ann from:bob is:thread")).containsExactly(1L);
        assertThat(find("has:link")).containsExactly(2L);
        assertThat(find("has:file")).isEmpty();
        assertThat(find("on:2026-03-01")).containsExactly(2L, 1L, 0L);
        assertThat(find("after:2026-03-01")).containsExactly(100_000L);
        assertThat(find("before:2026-03-02 from:ann")).containsExactly(0L);
        assertThat(find("after:2026-03-01T10:00:00Z before:2026-03-01T10:00:02Z"))
                .containsExactly(1L);
    }

    @Test
    void shouldPageNewestFirstWhateverIsWrittenMeanwhile() throws IOException {
        // given
        for (int i = 0; i < 5; i++) {
            say(i % 2 == 0 ? KITCHEN : CELLAR, "tea " + i);
        }
        // when
        List<Found> first = find("tea", BOTH, SearchOrder.NEWEST, Optional.empty(), 2);
        String cursor = SearchOrder.NEWEST.cursor(first.getLast().order());
        say(KITCHEN, "more tea");
        List<Found> second = find("tea", BOTH, SearchOrder.NEWEST, SearchOrder.NEWEST.after(cursor), 10);
        // then
        assertThat(positions(first)).containsExactly(4L, 3L);
        assertThat(positions(second)).containsExactly(2L, 1L, 0L);
    }

    @Test
    void shouldPageWholeWordsBeforeBeginningsBeforeParts() throws IOException {
        // given
        say(KITCHEN, "tea");
        say(KITCHEN, "teapot");
        say(KITCHEN, "steam");
        say(KITCHEN, "tea again");
        // when
        List<Found> first = find("tea", BOTH, SearchOrder.BEST, Optional.empty(), 1);
        List<Long> all = new ArrayList<>(positions(first));
        say(KITCHEN, "fresh tea");
        for (List<Found> page = first; !page.isEmpty(); all.addAll(positions(page))) {
            String cursor = SearchOrder.BEST.cursor(page.getLast().order());
            page = find("tea", BOTH, SearchOrder.BEST, SearchOrder.BEST.after(cursor), 1);
        }
        // then
        assertThat(all).containsExactly(3L, 0L, 1L, 2L);
    }

    @Test
    void shouldHoldWhatTheRowsHold() throws IOException {
        // given
        IndexedMessage tea = say(KITCHEN, "tea");
        IndexedMessage coffee = say(KITCHEN, "coffee");
        // when
        index.put(List.of(
                new IndexedMessage(tea.place(), tea.at(), tea.author(), false, false, "cocoa"),
                new IndexedMessage(coffee.place(), coffee.at(), coffee.author(), false, true, "")));
        index.refresh();
        // then
        assertThat(find("tea")).isEmpty();
        assertThat(find("coffee")).isEmpty();
        assertThat(find("cocoa")).containsExactly(0L);
        assertThat(index.documents()).isEqualTo(1);
    }

    @Test
    void shouldForgetAStream() throws IOException {
        // given
        say(KITCHEN, "tea");
        say(CELLAR, "tea");
        // when
        index.removeStreams(Set.of(KITCHEN));
        index.refresh();
        // then
        assertThat(find("tea")).containsExactly(1L);
    }

    @Test
    void shouldBeAsCommittedAfterACrashAndTakeTheSameAgain() throws IOException {
        // given
        say(KITCHEN, "kept");
        IndexProgress progress = new IndexProgress(new Epoch("abc"), Map.of(0, 7L, 1, 9L));
        index.commit(progress);
        IndexedMessage lost = say(KITCHEN, "lost");
        // when
        index.close();
        index = MessageIndex.open(folder);
        // then
        assertThat(index.committed()).contains(progress);
        assertThat(find("kept")).containsExactly(0L);
        assertThat(find("lost")).isEmpty();
        // when
        index.put(List.of(message(KITCHEN, 0, "Ann", false, "kept"), lost));
        index.put(List.of(lost));
        index.refresh();
        // then
        assertThat(find("lost")).containsExactly(1L);
        assertThat(find("kept")).containsExactly(0L);
        assertThat(index.documents()).isEqualTo(2);
    }

    @Test
    void shouldNotBeTakenForWholeInAnotherFormat() throws IOException {
        // then
        assertThat(index.committed()).isEmpty();
        assertThat(IndexProgress.of(Map.of("format", "0", "log", "abc", "partition.0", "7")))
                .isEmpty();
    }

    @Test
    void shouldNotBeGoneOnFromInAnotherLogOrWithAnotherDatabase() {
        // given
        Epoch log = new Epoch("abc");
        IndexProgress progress = new IndexProgress(log, Map.of(0, 7L));
        // then
        assertThat(progress.isOf(log, Map.of(0, 7L))).isTrue();
        assertThat(progress.isOf(new Epoch("def"), Map.of(0, 7L))).isFalse();
        assertThat(progress.isOf(log, Map.of(0, 6L))).isFalse();
        assertThat(progress.isOf(log, Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments_", ".si", ".cfs", ".cfe"})
    void shouldBeMadeAnewWhenAFileIsDamaged(String name) throws IOException {
        // given
        say(KITCHEN, "tea");
        index.commit(new IndexProgress(new Epoch("abc"), Map.of()));
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().contains(name)).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        // when
        Exception failure = catchException(() -> MessageIndex.open(folder).close());
        index = MessageIndex.create(folder);
        // then
        assertThat(KeepIndex.isCorrupt(failure)).as(String.valueOf(failure)).isTrue();
        assertThat(index.committed()).isEmpty();
        assertThat(index.documents()).isZero();
    }
}
