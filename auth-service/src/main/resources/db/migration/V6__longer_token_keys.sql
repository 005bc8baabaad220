-- RSA keys are longer than those on elliptic curves.
alter table token_key modify jwk varchar(4000) not null;
