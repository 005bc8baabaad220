package dev.confab.auth.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "token_key")
class TokenKeyRow {
    @Id
    int generation;

    /** Sealed by {@link SealedKeys}; in the clear if a former version has kept it. */
    @Column
    String jwk;

    @Column(name = "active_from")
    Instant activeFrom;

    TokenKeyRow() {}

    /** @param sealed the key as it is kept */
    TokenKeyRow(TokenKey key, String sealed) {
        generation = key.generation();
        jwk = sealed;
        activeFrom = key.activeFrom();
    }
}
