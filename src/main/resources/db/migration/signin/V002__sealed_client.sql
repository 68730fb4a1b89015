-- Tokens of signed-in operators. What is sealed can only be read with a key that is not in this database.
create table sealed_client (
    grant_id   uuid                     not null primary key,
    tenant     uuid                     not null,
    operator   uuid                     not null,
    version    int                      not null,
    sealed     bytea                    not null,
    expires_at timestamp with time zone not null
);

create index sealed_client_expires_at on sealed_client (expires_at);
