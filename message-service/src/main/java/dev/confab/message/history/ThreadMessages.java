package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A thread: its root, deleted or not, and the answers to it, however many still stand. */
record ThreadMessages(BundledMessage root, Messages answers) implements Messages {

    @Override
    public Uni<List<BundledMessage>> newest(int limit) {
        return answers.newest(limit).map(found -> withRootLast(found, Optional.empty(), limit));
    }

    @Override
    public Uni<List<BundledMessage>> before(LogPosition border, int limit) {
        return answers.before(border, limit).map(found -> withRootLast(found, Optional.of(border), limit));
    }

    @Override
    public Uni<List<BundledMessage>> after(LogPosition border, int limit) {
        return answers.after(border, limit).map(found -> withRootFirst(found, border, limit));
    }

    @Override
    public Uni<Halves> around(LogPosition middle, int limitBefore, int limitAfter) {
        return answers.around(middle, limitBefore, limitAfter)
                .map(found -> new Halves(
                        withRootLast(found.before(), Optional.of(middle.next()), limitBefore),
                        withRootFirst(found.after(), middle, limitAfter)));
    }

    private List<BundledMessage> withRootLast(
            List<BundledMessage> newestFirst, Optional<LogPosition> border, int limit) {
        boolean reached = newestFirst.size() < limit
                && border.filter(position -> !position.isAfter(root.position())).isEmpty();
        return reached ? Stream.concat(newestFirst.stream(), Stream.of(root)).toList() : newestFirst;
    }

    private List<BundledMessage> withRootFirst(List<BundledMessage> oldestFirst, LogPosition border, int limit) {
        return root.position().isAfter(border)
                ? Stream.concat(Stream.of(root), oldestFirst.stream())
                        .limit(limit)
                        .toList()
                : oldestFirst;
    }
}
