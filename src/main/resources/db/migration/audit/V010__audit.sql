-- The end of each tenant's chain. Its row lock serialises appends, so that a chain never forks.
create table audit_head (
    tenant uuid not null primary key,
    seq bigint not null,
    hash varchar(64) not null
);

-- Append-only. The hash covers every other column and the hash of the entry before.
create table audit_event (
    tenant uuid not null,
    seq bigint not null,
    at timestamp with time zone not null,
    actor uuid not null,
    action varchar(200) not null,
    operation uuid,
    target text not null,
    details text not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    primary key (tenant, seq)
);

create index audit_event_operation on audit_event (tenant, operation);
create index audit_event_actor on audit_event (tenant, actor);
