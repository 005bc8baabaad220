package dev.confab.room.account;

import dev.confab.chassis.account.KnownAccounts;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Map;

/** Everybody there is. */
@Singleton
public class Accounts extends KnownAccounts {
    Accounts(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        super(kafka);
    }
}
