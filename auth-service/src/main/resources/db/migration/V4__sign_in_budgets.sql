-- Wrong passwords of late, per account and address together and each.
create table sign_in_budget (
    budget_key   varchar(120) not null primary key,
    failures     integer      not null,
    failed_at    bigint       not null,
    succeeded_at bigint,
    key by_failure (failed_at)
) character set utf8mb4 collate utf8mb4_bin;
