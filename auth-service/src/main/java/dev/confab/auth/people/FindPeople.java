package dev.confab.auth.people;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds people by what their names begin with. */
@ApplicationScoped
class FindPeople {
    /** In UTF-16 units, and in words. */
    static final int MAX_LENGTH = 100;

    static final int MAX_WORDS = 5;

    /**
     * @param displayName empty if just the username
     * @param avatar names the picture, empty if there is none
     */
    record Person(Username username, String displayName, String avatar) {}

    private final Database database;
    private final PeopleStore people;

    FindPeople(Database database, PeopleStore people) {
        this.database = database;
        this.people = people;
    }

    /**
     * @param query words, each the beginning of the username or of a word of the display name
     * @throws ConfabException {@link ErrorCode#INVALID} if there is none, or too many
     */
    Uni<List<Person>> find(String query, int limit) {
        List<String> words = NameWords.of(query);
        if (words.isEmpty() || words.size() > MAX_WORDS || query.length() > MAX_LENGTH) {
            throw new ConfabException(
                    ErrorCode.INVALID,
                    "'q' has 1 to %d words, of %d characters at most.".formatted(MAX_WORDS, MAX_LENGTH),
                    "q");
        }
        return database.read(() -> people.find(words, limit))
                .map(rows -> rows.stream()
                        .map(row -> new Person(row.username(), row.displayName(), row.avatar()))
                        .toList());
    }
}
