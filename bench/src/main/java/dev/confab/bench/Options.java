package dev.confab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is asked for.
 *
 * @param names of scenarios; all if empty
 * @param output the folder to write to, if any
 */
record Options(boolean quick, List<String> names, Optional<Path> output) {

    /**
     * @param arguments {@code --quick}, {@code --output FOLDER}, names of scenarios
     * @throws IllegalArgumentException with what is wrong
     */
    static Options parse(List<String> arguments, List<String> known) {
        boolean quick = false;
        Optional<Path> output = Optional.empty();
        var names = new ArrayList<String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--output") && rest.hasNext()) {
                output = Optional.of(Path.of(rest.next()));
            } else if (known.contains(argument)) {
                names.add(argument);
            } else {
                throw new IllegalArgumentException(
                        "'%s' is no scenario. There are: %s".formatted(argument, String.join(", ", known)));
            }
        }
        return new Options(quick, List.copyOf(names), output);
    }

    /** Those of the items that were named, in their own order. */
    <T> List<T> chosen(List<T> items, Function<T, String> name) {
        return items.stream()
                .filter(item -> names.isEmpty() || names.contains(name.apply(item)))
                .toList();
    }
}
