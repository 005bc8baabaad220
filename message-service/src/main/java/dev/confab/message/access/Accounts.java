package dev.confab.message.access;

import dev.confab.chassis.account.KnownAccounts;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Map;

/** Everybody who can be written to. */
@Singleton
public class Accounts extends KnownAccounts {
    Accounts(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        super(kafka);
    }
}
