package dev.confab.message.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.confab.message.history.HistoryMessage;
import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param complete whether all messages were looked through: not while the index is made anew
 * @param indexed how much of all messages about, from 0 to 1, if not all
 * @param next to be sent as {@code cursor}; absent if there is nothing more. A page may hold less than was asked for, and more
 *     follow all the same
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SearchPage(List<Hit> hits, boolean complete, Optional<Double> indexed, Optional<String> next) {

    /**
     * A message that was found.
     *
     * @param highlights from and behind which UTF-16 units of its text the words stand, in order
     */
    public record Hit(HistoryMessage message, List<List<Integer>> highlights) {}
}
