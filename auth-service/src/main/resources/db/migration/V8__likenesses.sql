-- The username that the display name looks like, empty if none. Null until the service has filled it in.
alter table account
    add column likeness varchar(50) null,
    add key account_likeness (likeness),
    algorithm = inplace, lock = none;
