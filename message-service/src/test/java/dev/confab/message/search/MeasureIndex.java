package dev.confab.message.search;

import dev.confab.message.log.LogPosition;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Run by hand: how quick an index is, with as many messages as the first argument says, in the folder that the second names. */
final class MeasureIndex {
    private static final int STREAMS = 600;
    private static final int PAGE = 2_000;
    private static final int VOCABULARY = 60_000;
    private static final Random RANDOM = new Random(7);

    private MeasureIndex() {}

    public static void main(String[] arguments) throws IOException {
        int messages = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        try (MessageIndex index = MessageIndex.create(folder)) {
            long start = System.nanoTime();
            for (int from = 0; from < messages; from += PAGE) {
                index.put(IntStream.range(from, from + PAGE)
                        .mapToObj(MeasureIndex::message)
                        .toList());
                index.refresh();
            }
            index.commit(new IndexProgress(new dev.confab.protocol.Epoch("measured"), java.util.Map.of()));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%d messages, %.0f a second, %d bytes each%n",
                    messages, messages / seconds, size(folder) / messages);
            for (String q : List.of("word", "prefix", "infix", "phrase", "cjk", "from")) {
                measure(index, q, SearchOrder.NEWEST);
                measure(index, q, SearchOrder.BEST);
            }
        }
    }

    private static void measure(MessageIndex index, String kind, SearchOrder order) throws IOException {
        Set<Integer> streams = IntStream.rangeClosed(1, 60).boxed().collect(Collectors.toSet());
        long[] times = new long[1_000];
        for (int i = 0; i < times.length; i++) {
            SearchQuery query = ReadQuery.of(
                    switch (kind) {
                        case "prefix" -> word().substring(0, 2);
                        case "infix" -> word().substring(1) + " ";
                        case "phrase" -> "\"" + word() + " " + word() + "\"";
                        case "cjk" -> cjk(2);
                        case "from" -> "from:user" + RANDOM.nextInt(1_000) + " has:link";
                        default -> word() + " ";
                    });
            long start = System.nanoTime();
            index.find(query, streams, Optional.empty(), order, Optional.empty(), 21, Duration.ofSeconds(10));
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                "%s %s: p50 %.2f ms, p99 %.2f ms, most %.1f ms%n",
                kind, order, times[500] / 1e6, times[990] / 1e6, times[999] / 1e6);
    }

    private static IndexedMessage message(int number) {
        List<String> words = new ArrayList<>();
        int length = 4 + RANDOM.nextInt(12);
        for (int i = 0; i < length; i++) {
            words.add(number % 5 == 0 ? cjk(2) : word());
        }
        String text = String.join(number % 5 == 0 ? "" : " ", words)
                + (number % 30 == 0 ? " https://example.org/" + number : "");
        return new IndexedMessage(
                new IndexPlace(1 + RANDOM.nextInt(STREAMS), new LogPosition(1, new Position(number))),
                Instant.ofEpochMilli(1_770_000_000_000L + number * 100L),
                new Username("user" + RANDOM.nextInt(1_000)),
                number % 10 == 0,
                false,
                text);
    }

    /** Few are frequent, many are seldom. */
    private static String word() {
        int rank = (int) Math.pow(VOCABULARY, RANDOM.nextDouble());
        return "aeiou".charAt(rank % 5) + Integer.toString(rank * 7919, 36) + "st".repeat(rank % 3);
    }

    private static String cjk(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> Character.toString(0x4E00 + (int) Math.pow(3_000, RANDOM.nextDouble())))
                .collect(Collectors.joining());
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
