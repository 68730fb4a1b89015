-- Tests of connections: words only. The credential of a running test is in the memory of its node.
create table connection_test (
    id uuid not null primary key,
    tenant uuid not null,
    operator uuid not null,
    client uuid not null,
    address varchar(300) not null,
    way varchar(20) not null,
    need varchar(20) not null,
    phase varchar(20) not null,
    report text not null,
    revision integer not null,
    stop_asked boolean not null,
    started_at timestamp with time zone not null,
    alive_until timestamp with time zone not null
);

create index connection_test_newest on connection_test (tenant, operator, started_at);
create index connection_test_old on connection_test (started_at);
