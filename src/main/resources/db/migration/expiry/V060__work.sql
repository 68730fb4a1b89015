-- What the help desk does about a credential. state: names of the constants of WorkState. name, kind and ends_at are a copy of the
-- index, for items whose credential is gone. lost_at: since when the credential is gone although nothing took its place.
create table work_item (
    tenant uuid not null,
    object_id uuid not null,
    key_id uuid not null,
    version integer not null,
    state varchar(20) not null,
    assignee uuid,
    ticket varchar(100),
    snoozed_until timestamp with time zone,
    name varchar not null,
    kind varchar(20) not null,
    ends_at timestamp with time zone,
    lost_at timestamp with time zone,
    changed_at timestamp with time zone not null,
    primary key (tenant, object_id, key_id)
);

create index work_item_state on work_item (tenant, state, changed_at);
create index work_item_assignee on work_item (tenant, assignee, changed_at);
create index work_item_snoozed on work_item (state, snoozed_until);

-- Only ever added to. version: of the item as this event left it. who: null for the portal itself.
create table work_event (
    tenant uuid not null,
    object_id uuid not null,
    key_id uuid not null,
    version integer not null,
    at timestamp with time zone not null,
    who uuid,
    what varchar(30) not null,
    text varchar,
    until_at timestamp with time zone,
    primary key (tenant, object_id, key_id, version)
);

-- query: as FilterParameters writes it.
create table saved_view (
    id uuid not null primary key,
    tenant uuid not null,
    owner uuid not null,
    name varchar(100) not null,
    query varchar(2000) not null,
    shared boolean not null,
    created_at timestamp with time zone not null
);

create index saved_view_owner on saved_view (tenant, owner);
