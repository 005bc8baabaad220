package dev.confab.room.password;

import dev.confab.chassis.hashing.HashingPool;
import dev.confab.chassis.hashing.PasswordStrength;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Hashes and checks passwords of rooms. Fails with {@link ErrorCode#UNAVAILABLE} under too much load. */
@ApplicationScoped
public class Passwords {
    private final int cost;
    private final GuessThrottle throttle;
    private final HashingPool workers;
    private final SecurityLog security;

    Passwords(PasswordConfig config, GuessThrottle throttle, HashingPool workers, SecurityLog security) {
        this.cost = config.cost();
        this.throttle = throttle;
        this.workers = workers;
        this.security = security;
    }

    /** Of a password that the room is to have. Fails with {@link ErrorCode#INVALID} if it is easy to guess. */
    public Uni<Optional<String>> hash(RoomName room, Optional<RoomPassword> password) {
        return password.map(given -> workers.run(Uni.createFrom().item(() -> hash(room, given)))
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Fails with {@link ErrorCode#WRONG_PASSWORD}, or {@link ErrorCode#RATE_LIMITED} after too many of them. */
    public Uni<Void> check(RoomName name, Username user, Optional<RoomPassword> given, String hash) {
        if (given.isEmpty()) {
            return Uni.createFrom()
                    .failure(new ConfabException(ErrorCode.WRONG_PASSWORD, "This room needs a password.", "password"));
        }
        GuessThrottle.Guess guess = take(name, user);
        return workers.run(Uni.createFrom()
                        .item(() -> BcryptUtil.matches(given.get().value(), hash)))
                .invoke(right -> {
                    if (!right) {
                        tell(SecurityEvent.ROOM_PASSWORD_WRONG, name, user);
                        throw new ConfabException(
                                ErrorCode.WRONG_PASSWORD, "That is not the room's password.", "password");
                    }
                    throttle.giveBack(guess);
                })
                .replaceWithVoid();
    }

    private GuessThrottle.Guess take(RoomName room, Username user) {
        try {
            return throttle.take(room, user);
        } catch (ConfabException refused) {
            tell(SecurityEvent.ROOM_PASSWORD_THROTTLED, room, user);
            throw refused;
        }
    }

    private void tell(SecurityEvent event, RoomName room, Username user) {
        security.of(event).user(user).room(room).log();
    }

    private String hash(RoomName room, RoomPassword chosen) {
        PasswordStrength.require(chosen.value(), "password", room.value());
        return BcryptUtil.bcryptHash(chosen.value(), cost);
    }
}
