package dev.confab.message.search;

import dev.confab.message.history.BundleReactions;
import dev.confab.message.history.BundledMessage;
import dev.confab.message.history.HistoryMessage;
import dev.confab.message.history.Naming;
import dev.confab.message.search.CurrentIndex.Searchable;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.message.search.MessageIndex.Found;
import dev.confab.message.search.SearchPage.Hit;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.store.AlreadyClosedException;

/** Finds messages that somebody may read. The index says which; what they are, and whether they are, the rows do. */
@ApplicationScoped
public class SearchMessages {
    private final SearchStore store;
    private final CurrentIndex current;
    private final SearchWorkers workers;
    private final BundleReactions reactions;
    private final SearchConfig config;

    SearchMessages(
            SearchStore store,
            CurrentIndex current,
            SearchWorkers workers,
            BundleReactions reactions,
            SearchConfig config) {
        this.store = store;
        this.current = current;
        this.workers = workers;
        this.reactions = reactions;
        this.config = config;
    }

    /** A page that somebody asks for. */
    record Request(SearchQuery query, SearchOrder order, Optional<FieldDoc> after, int limit) {}

    Uni<SearchPage> search(Request request, Username reader) {
        Searchable searchable = current.require();
        return store.readable(reader)
                .map(readable -> within(request.query(), readable))
                .chain(streams -> find(searchable, request, streams)
                        .chain(found -> page(searchable, request, streams, found, reader)));
    }

    private static Map<Integer, Naming> within(SearchQuery query, Map<Integer, Naming> readable) {
        Map<Integer, Naming> streams = new HashMap<>(readable);
        if (!query.isAnywhere()) {
            streams.values()
                    .removeIf(naming -> !switch (naming) {
                        case Naming.OfRoom(var room) -> query.rooms().contains(room);
                        case Naming.OfTwo(var _, var other) -> query.people().contains(other);
                    });
        }
        return streams;
    }

    private Uni<List<Found>> find(Searchable searchable, Request request, Map<Integer, Naming> streams) {
        if (streams.isEmpty() || request.query().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Uni<Optional<List<IndexPlace>>> pinned = request.query().pinned()
                ? store.pinned(streams.keySet()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
        return pinned.chain(places -> workers.run(() -> find(searchable, request, streams, places)));
    }

    private List<Found> find(
            Searchable searchable, Request request, Map<Integer, Naming> streams, Optional<List<IndexPlace>> pinned)
            throws IOException {
        try {
            return searchable
                    .index()
                    .find(
                            request.query(),
                            streams.keySet(),
                            pinned,
                            request.order(),
                            request.after(),
                            request.limit() + 1,
                            config.timeout());
        } catch (AlreadyClosedException failing) {
            throw ConfabException.unavailable("The search");
        }
    }

    private Uni<SearchPage> page(
            Searchable searchable, Request request, Map<Integer, Naming> streams, List<Found> found, Username reader) {
        List<Found> shown = found.stream().limit(request.limit()).toList();
        Optional<String> next = found.size() > shown.size()
                ? Optional.of(request.order().cursor(shown.getLast().order()))
                : Optional.empty();
        return store.messages(shown.stream().map(Found::place).toList(), reader)
                .chain(rows -> hits(request.query(), streams, shown, rows, reader))
                .map(hits -> new SearchPage(
                        hits,
                        searchable.isComplete(),
                        Optional.of(searchable.share()).filter(share -> !searchable.isComplete()),
                        next));
    }

    /** Of the messages as they are now, those that still are what was looked for. */
    private Uni<List<Hit>> hits(
            SearchQuery query,
            Map<Integer, Naming> streams,
            List<Found> found,
            Map<IndexPlace, BundledMessage> rows,
            Username reader) {
        List<BundleReactions.Of> messages = new ArrayList<>();
        List<List<List<Integer>>> highlights = new ArrayList<>();
        for (Found one : found) {
            BundledMessage row = rows.get(one.place());
            Naming naming = streams.get(one.place().stream());
            if (row != null && naming != null && (!query.pinned() || row.pinned())) {
                TextMatch.of(query.words(), row.message().text()).ifPresent(ranges -> {
                    messages.add(new BundleReactions.Of(one.place().stream(), naming, row));
                    highlights.add(ranges);
                });
            }
        }
        return reactions.into(messages, reader).map(whole -> zip(whole, highlights));
    }

    private static List<Hit> zip(List<HistoryMessage> messages, List<List<List<Integer>>> highlights) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            hits.add(new Hit(messages.get(i), highlights.get(i)));
        }
        return hits;
    }
}
