package dev.confab.message.history;

import dev.confab.message.database.Sql;
import dev.confab.message.log.LogPosition;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages that stand in an index in the order of the log. A page is one statement: what is in the log of its border is a range,
 * and what lies beyond is another one. In one condition the two would be no range, and the database would read everything from
 * the end of the stream up to the border.
 *
 * @param select up to the conditions that leave one order in the index
 * @param indexed the table whose index it is
 * @param parameters of the statement so far
 */
record IndexedRows(Sql sql, String select, String indexed, List<?> parameters) implements Messages {
    private static final Comparator<BundledMessage> OLDEST_FIRST = Comparator.comparing(BundledMessage::position);

    private record Part(String sql, List<?> parameters) {}

    @Override
    public Uni<List<BundledMessage>> newest(int limit) {
        return run(List.of(part("", List.of(), true, limit))).map(found -> first(found, true, limit));
    }

    @Override
    public Uni<List<BundledMessage>> before(LogPosition border, int limit) {
        return run(partsBefore(border, limit)).map(found -> first(found, true, limit));
    }

    @Override
    public Uni<List<BundledMessage>> after(LogPosition border, int limit) {
        return run(partsAfter(border, limit)).map(found -> first(found, false, limit));
    }

    @Override
    public Uni<Halves> around(LogPosition middle, int limitBefore, int limitAfter) {
        return run(Stream.concat(
                                partsBefore(middle.next(), limitBefore).stream(),
                                partsAfter(middle, limitAfter).stream())
                        .toList())
                .map(found -> {
                    var sides = found.stream()
                            .collect(Collectors.partitioningBy(
                                    one -> one.position().isAfter(middle)));
                    return new Halves(
                            first(sides.getOrDefault(false, List.of()), true, limitBefore),
                            first(sides.getOrDefault(true, List.of()), false, limitAfter));
                });
    }

    private List<Part> partsBefore(LogPosition border, int limit) {
        return List.of(
                part(
                        " and x.epoch = ? and x.position < ?",
                        List.of(border.epoch(), border.position().value()),
                        true,
                        limit),
                part(" and x.epoch < ?", List.of(border.epoch()), true, limit));
    }

    private List<Part> partsAfter(LogPosition border, int limit) {
        return List.of(
                part(
                        " and x.epoch = ? and x.position > ?",
                        List.of(border.epoch(), border.position().value()),
                        false,
                        limit),
                part(" and x.epoch > ?", List.of(border.epoch()), false, limit));
    }

    private Part part(String range, List<?> border, boolean newestFirst, int limit) {
        String order = newestFirst ? " order by x.epoch desc, x.position desc" : " order by x.epoch, x.position";
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(border);
        all.add(limit);
        return new Part("(" + select + (range + order).replace("x.", indexed + ".") + " limit ?)", all);
    }

    private Uni<List<BundledMessage>> run(List<Part> parts) {
        return sql.run(
                        parts.stream().map(Part::sql).collect(Collectors.joining(" union all ")),
                        parts.stream()
                                .flatMap(part -> part.parameters().stream())
                                .toList())
                .map(rows -> rows.stream().map(MessageRow::readBundled).toList());
    }

    private static List<BundledMessage> first(List<BundledMessage> found, boolean newestFirst, int limit) {
        return found.stream()
                .sorted(newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST)
                .limit(limit)
                .toList();
    }
}
