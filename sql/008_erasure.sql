-- What may be erased of a person while entries still name the login or user number; and how what is too old is found.

alter table worker
    add column erased_at timestamptz,
    alter column name drop not null,
    alter column password_hash drop not null,
    alter column language drop not null,
    add constraint worker_erased check (
        case when erased_at is null then num_nulls(name, password_hash, language) = 0
             else num_nonnulls(name, password_hash, language, picked_language) = 0 and not active and not app_blocked end);

alter table client
    add column erased_at timestamptz,
    alter column name drop not null,
    alter column language drop not null,
    add constraint client_erased check (
        case when erased_at is null then num_nulls(name, language) = 0
             else num_nonnulls(name, phone, language) = 0 and not active end);

comment on column worker.erased_at is 'Of this person only the login is left, for as long as entries point here.';
comment on column client.erased_at is 'Of this person only the user number and region are left, for as long as entries point here.';
comment on column prestation.caller is 'As Twilio gave it; empty once it was erased, with the person or by its age.';

-- Entries lie in the order of their dates, so one that is a thousandth of the size does.
create index prestation_age on prestation using brin (service_date);
create index prestation_caller_age on prestation (recorded_at) where caller <> '';
create index prestation_of_client on prestation (client_id);
create index login_failure_age on login_failure (failed_at);
create index login_failure_login on login_failure (login);
