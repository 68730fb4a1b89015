-- When an unread secret is thrown away. It is set when the secret is made, and again when the
-- operation finishes, because only then can anybody read it.
alter table envelope add column readable_until timestamp with time zone;

update envelope set readable_until = sealed_at + interval '10' minute where sealed_at is not null;
