package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/** What room-service decides about a room and the people in it. It is never void. */
public sealed interface Decision extends RoomEvent {
    RoomName room();

    @JsonIgnore
    @Override
    default StreamKey stream() {
        return StreamKey.of(room());
    }

    /** Ends the user's sessions in the room; tickets issued before it are void. */
    record Kicked(RoomName room, MessageId id, Username user, Username by, String reason) implements Decision {
        public Kicked {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(user, "user");
            Required.require(by, "by");
        }
    }

    /** From here until {@code until}, by the log's time (for ever if absent), what the user writes is void. */
    record Banned(RoomName room, MessageId id, Username user, Username by, String reason, Optional<Instant> until)
            implements Decision {
        public Banned {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(user, "user");
            Required.require(by, "by");
        }
    }

    /** Lifts the ban: what the user writes after it counts again. */
    record Unbanned(RoomName room, MessageId id, Username user, Username by) implements Decision {
        public Unbanned {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(user, "user");
            Required.require(by, "by");
        }
    }

    /** The user's membership began. Membership outlives sessions: it is what a room's password protects. */
    record Joined(RoomName room, MessageId id, Username user, Role role) implements Decision {
        public Joined {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(user, "user");
            Required.require(role, "role");
        }
    }

    /** The user's membership ended; tickets issued before it are void. */
    record Left(RoomName room, MessageId id, Username user) implements Decision {
        public Left {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(user, "user");
        }
    }

    /** The user became a moderator, or is one no longer. */
    record RoleChanged(RoomName room, MessageId id, Username user, Role role, Username by)
            implements Decision, Timeline {
        public RoleChanged {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(user, "user");
            Required.require(role, "role");
            Required.require(by, "by");
        }
    }

    /** The room itself was created, changed or deleted; a deleted room's events so far are void. */
    record RoomChanged(RoomName room, MessageId id, Change change, Username owner, String topic, boolean hasPassword)
            implements Decision, Timeline {
        public RoomChanged {
            Required.require(room, "room");
            Required.require(id, "id");
            Required.require(change, "change");
            Required.require(owner, "owner");
        }

        public enum Change {
            @JsonProperty("created")
            CREATED,
            @JsonProperty("changed")
            CHANGED,
            @JsonProperty("deleted")
            DELETED
        }
    }
}
