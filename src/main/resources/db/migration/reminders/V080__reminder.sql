-- One row for each credential, step (days before its end) and recipient; written when the step is reached, and never again for the
-- same credential and step. claimed_by: the attempt that sends it now; null for none. trouble: what the mail server said last.
create table reminder (
    tenant uuid not null,
    object_id uuid not null,
    key_id uuid not null,
    step integer not null,
    recipient varchar(254) not null,
    name varchar(256) not null,
    ends_at timestamp with time zone not null,
    claimed_by uuid,
    claimed_at timestamp with time zone,
    sent_at timestamp with time zone,
    trouble varchar(500),
    trouble_at timestamp with time zone,
    primary key (tenant, object_id, key_id, step, recipient)
);

create index reminder_ends on reminder (tenant, ends_at);
create index reminder_recipient on reminder (tenant, recipient, ends_at);
create index reminder_sent on reminder (tenant, sent_at);
create index reminder_claim on reminder (claimed_by);

-- One row for each day. beat_at: the last sign of life of the node that works on it. finished_at: null while it does, or died.
create table reminder_run (
    tenant uuid not null,
    run_day date not null,
    beat_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    mails integer not null,
    failed integer not null,
    primary key (tenant, run_day)
);
