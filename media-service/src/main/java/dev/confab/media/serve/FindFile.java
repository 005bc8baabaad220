package dev.confab.media.serve;

import dev.confab.media.access.AskMessageService;
import dev.confab.media.access.AskMessageService.Access;
import dev.confab.media.file.MediaStore;
import dev.confab.media.file.StoredFile;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds a file for somebody who may read a message that has it, or who uploaded it and has not deleted it since. */
@ApplicationScoped
class FindFile {
    private final MediaStore store;
    private final AskMessageService messages;

    FindFile(MediaStore store, AskMessageService messages) {
        this.store = store;
        this.messages = messages;
    }

    /** Whoever may not read it hears what they would hear if it was not there: fails with {@code not_found}. */
    Uni<StoredFile> find(MediaId id, Username user, SessionId session) {
        return store.find(id)
                .map(found -> found.orElseThrow(FindFile::notFound))
                .chain(file -> messages.access(id, user, session).map(access -> {
                    if (!mayRead(file, user, access)) {
                        throw notFound();
                    }
                    return file;
                }));
    }

    private static boolean mayRead(StoredFile file, Username user, Access access) {
        boolean deleted = access.gone() && !access.standing();
        return access.readable() || (file.owner().equals(user) && !deleted);
    }

    static ConfabException notFound() {
        return new ConfabException(ErrorCode.NOT_FOUND, "There is no such file.");
    }
}
