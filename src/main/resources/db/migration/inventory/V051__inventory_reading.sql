-- Who reads a tenant at this moment; the row is also the lock that makes writers of one tenant take turns. The limits are the longest
-- lives, in seconds, that the tenant's policy allows, as last read; null for none.
create table inventory_hold (
    tenant uuid not null primary key,
    node uuid,
    until_at timestamp with time zone,
    fence bigint not null,
    longest_secret bigint,
    longest_certificate bigint
);

-- How far the reading of one source has come. phase: name of a constant of Phase. next_link: the page to read next, null for the first.
-- changes_link: where the next look at changes begins. expected: what Graph counted. removed: deleted while they were being listed, and
-- never seen. full_at: when the last full pass that missed nothing began. as_of: when the index was last equal to the tenant.
-- gap: something is known to be missing. failed: a reading since then ended early. objects: rows of this source in inventory_object.
create table inventory_reading (
    tenant uuid not null,
    source varchar(20) not null,
    phase varchar(20) not null,
    pass bigint not null,
    next_link varchar,
    changes_link varchar,
    pages integer not null,
    objects_read bigint not null,
    expected bigint not null,
    removed bigint not null,
    restarts integer not null,
    started_at timestamp with time zone,
    looked_at timestamp with time zone,
    full_at timestamp with time zone,
    as_of timestamp with time zone,
    gap boolean not null,
    failed boolean not null,
    objects bigint not null,
    trouble_cause varchar(20),
    trouble_code varchar(200),
    trouble_words varchar(4000),
    trouble_request varchar(200),
    trouble_at timestamp with time zone,
    waiting_until timestamp with time zone,
    primary key (tenant, source)
);

-- When the next band, coverage or end of a secret of the object changes by the passing of time alone; null for never.
alter table inventory_object add column roll_at timestamp with time zone;

create index inventory_object_roll on inventory_object (tenant, roll_at);

-- What came of the last look at Entra's report on the use of credentials. cause: null when it could be read.
create table inventory_use (
    tenant uuid not null primary key,
    read_at timestamp with time zone not null,
    trouble_cause varchar(20),
    trouble_code varchar(200),
    trouble_words varchar(4000),
    trouble_request varchar(200)
);
