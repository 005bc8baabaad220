package dev.confab.auth.people;

import dev.confab.auth.account.AccountRow;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words by which people are found. Every method needs a running transaction, or session where it only reads. */
@ApplicationScoped
public class PeopleStore {
    /** So many accounts that fit one word are looked at for the others. */
    private static final int CANDIDATES = 1_000;

    private static final String FITS =
            " and (a.username_key like :key%1$d escape '!' or exists (select 1 from account_name n"
                    + " where n.username_key = a.username_key and n.word like :word%1$d escape '!'))";

    /** Has somebody found by this display name, and by no former one. */
    public Uni<Void> call(Username user, String displayName) {
        return Database.session()
                .chain(session -> session.createNativeQuery("delete from account_name where username_key = :user")
                        .setParameter("user", user.key())
                        .executeUpdate())
                .chain(deleted -> Multi.createFrom()
                        .iterable(NameWords.of(displayName))
                        .onItem()
                        .transformToUniAndConcatenate(word -> add(user, word))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** Words that differ in case or accents alone are one. */
    private static Uni<Integer> add(Username user, String word) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "insert ignore into account_name (word, username_key) values (:word, :user)")
                        .setParameter("word", word)
                        .setParameter("user", user.key())
                        .executeUpdate());
    }

    /**
     * People of whom each word begins the username or a word of the display name: whose username it is first, then by
     * username. Nobody who is disabled.
     *
     * @param words one at least
     */
    Uni<List<AccountRow>> find(List<String> words, int limit) {
        String longest = words.stream()
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow();
        String sql = "select a.* from (select * from (select username_key from account"
                + " where username_key like :key escape '!' order by username_key limit :candidates) k"
                + " union select * from (select username_key from account_name"
                + " where word like :word escape '!' order by word, username_key limit :candidates) w) c"
                + " join account a on a.username_key = c.username_key where not a.disabled"
                + IntStream.range(0, words.size()).mapToObj(FITS::formatted).collect(Collectors.joining())
                + " order by a.username_key <> :exact, a.username_key limit :limit";
        return Database.session().chain(session -> {
            var query = session.createNativeQuery(sql, AccountRow.class)
                    .setParameter("key", prefix(longest.toLowerCase(Locale.ROOT)))
                    .setParameter("word", prefix(longest))
                    .setParameter("candidates", CANDIDATES)
                    .setParameter("exact", words.getFirst().toLowerCase(Locale.ROOT))
                    .setParameter("limit", limit);
            for (int i = 0; i < words.size(); i++) {
                query.setParameter("key" + i, prefix(words.get(i).toLowerCase(Locale.ROOT)));
                query.setParameter("word" + i, prefix(words.get(i)));
            }
            return query.getResultList();
        });
    }

    private static String prefix(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
