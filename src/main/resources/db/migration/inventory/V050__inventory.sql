-- name_key: lower case, cut; for sorting. pass: number of the full pass that last saw it.
-- owner_state, source: names of the constants of OwnerState and Source.
create table inventory_object (
    tenant uuid not null,
    object_id uuid not null,
    source varchar(20) not null,
    app_id uuid,
    name varchar not null,
    name_key varchar(64) not null,
    created_at timestamp with time zone,
    owner_state varchar(20) not null,
    owners_read_at timestamp with time zone,
    live_secrets integer not null,
    pass bigint not null,
    primary key (tenant, object_id)
);

create index inventory_object_app on inventory_object (tenant, app_id);
create index inventory_object_secrets on inventory_object (tenant, live_secrets, name_key, object_id);
create index inventory_object_owners on inventory_object (tenant, owner_state, name_key, object_id);

-- facet holds kind, source, covered, too long, owner state and work state in one number (class Facet), so that a list under any
-- filter is a handful of index ranges. ends_at is 9999-12-31 for a credential without an end. ends_month is the month of the end as yyyymm,
-- 0 without one. covered_from: when a newer credential takes over; null for never.
create table inventory_credential (
    tenant uuid not null,
    object_id uuid not null,
    key_id uuid not null,
    band integer not null,
    facet integer not null,
    ends_month integer not null,
    name_key varchar(64) not null,
    description varchar,
    hint varchar(20),
    thumbprint varchar(100),
    starts_at timestamp with time zone,
    ends_at timestamp with time zone not null,
    covered_from timestamp with time zone,
    last_used_at timestamp with time zone,
    primary key (tenant, object_id, key_id)
);

create index inventory_credential_ends on inventory_credential (tenant, band, facet, ends_at, object_id, key_id);
create index inventory_credential_name on inventory_credential (tenant, band, facet, name_key, object_id, key_id);

-- How many credentials there are of each facet, band and month; kept in the transaction that changes them.
create table inventory_tally (
    tenant uuid not null,
    facet integer not null,
    band integer not null,
    ends_month integer not null,
    credentials bigint not null,
    primary key (tenant, facet, band, ends_month)
);

-- Words of names and owners, lower case, for search by the beginning of words.
create table inventory_word (
    tenant uuid not null,
    word varchar(40) not null,
    object_id uuid not null,
    of_owner boolean not null,
    primary key (tenant, word, object_id, of_owner)
);

create index inventory_word_object on inventory_word (tenant, object_id);

create table inventory_owner (
    tenant uuid not null,
    object_id uuid not null,
    owner_id uuid not null,
    name varchar not null,
    username varchar not null,
    mail varchar,
    state varchar(20) not null,
    primary key (tenant, object_id, owner_id)
);
