package dev.confab.message.projection;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run changes in a thread.
 *
 * @param answers how many more, or fewer, answers of each author stand
 * @param last the last answer of the run, if there is one
 */
record ThreadChange(Map<Username, Integer> answers, Optional<Last> last) {
    static final ThreadChange NONE = new ThreadChange(Map.of(), Optional.empty());

    record Last(LogPosition position, Instant at) {}

    ThreadChange answered(Message answer) {
        return new ThreadChange(with(answer.name().from(), 1), Optional.of(new Last(answer.position(), answer.at())));
    }

    ThreadChange deleted(Message answer) {
        return new ThreadChange(with(answer.name().from(), -1), last);
    }

    int total() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<Username, Integer> with(Username author, int more) {
        Map<Username, Integer> next = new LinkedHashMap<>(answers);
        next.merge(author, more, Integer::sum);
        return next;
    }
}
