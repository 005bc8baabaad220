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

    @Column
    String jwk;

    @Column(name = "active_from")
    Instant activeFrom;

    TokenKeyRow() {}

    TokenKeyRow(TokenKey key) {
        generation = key.generation();
        jwk = key.toJson();
        activeFrom = key.activeFrom();
    }

    TokenKey key() {
        return TokenKey.parse(generation, jwk, activeFrom);
    }
}
