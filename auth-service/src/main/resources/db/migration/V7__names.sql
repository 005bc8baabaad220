-- The words of display names, so that people are found by each of them, in any case and without accents.
create table account_name (
    word         varchar(50) character set utf8mb4 collate utf8mb4_unicode_ci not null,
    username_key varchar(50) not null,
    primary key (username_key, word),
    key by_word (word, username_key),
    foreign key (username_key) references account (username_key)
) character set utf8mb4 collate utf8mb4_bin;

-- What accounts are called already. A name has 25 words at most; more than eight are few.
insert ignore into account_name (word, username_key)
select substring_index(substring_index(trim(display_name), ' ', n), ' ', -1), username_key
  from account
  join (select 1 as n union all select 2 union all select 3 union all select 4
        union all select 5 union all select 6 union all select 7 union all select 8) numbers
    on n <= 1 + char_length(trim(display_name)) - char_length(replace(trim(display_name), ' ', ''))
 where trim(display_name) <> ''
   and substring_index(substring_index(trim(display_name), ' ', n), ' ', -1) <> '';
