package dev.confab.room.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a list.
 *
 * @param next cursor of the next page, absent on the last
 */
public record Page<T>(List<T> rows, Optional<String> next) {

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(rows.stream().map(view).toList(), next);
    }
}
