-- Personal links to the calendar feed. token_hash: SHA-256 of the token in hex; the token itself is nowhere.
create table calendar_link (
    tenant uuid not null,
    owner uuid not null,
    token_hash varchar(64) not null,
    created_at timestamp with time zone not null,
    renewed_at timestamp with time zone not null,
    primary key (tenant, owner)
);

create unique index calendar_link_token on calendar_link (token_hash);
