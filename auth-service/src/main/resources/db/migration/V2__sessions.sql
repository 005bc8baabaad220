-- A sign-in of an account on one device. Of its refresh tokens only hashes are kept.
create table user_session (
    id            varchar(36)  not null primary key,
    username_key  varchar(50)  not null,
    rotation_key  varchar(43)  not null,
    token_hash    varchar(64)  not null,
    previous_hash varchar(64)  not null,
    rotations     integer      not null,
    rotated_at    bigint       not null,
    created_at    bigint       not null,
    last_seen_at  bigint       not null,
    expires_at    bigint       not null,
    user_agent    varchar(255) not null,
    address       varchar(45)  not null,
    key by_user (username_key, last_seen_at),
    key by_expiry (expires_at),
    foreign key (username_key) references account (username_key)
) character set utf8mb4 collate utf8mb4_bin;
