-- The key pairs that sign access tokens. Replicas that make the same generation at once: the first one counts.
create table token_key (
    generation  integer      not null primary key,
    jwk         varchar(500) not null,
    active_from bigint       not null
) character set utf8mb4 collate utf8mb4_bin;
