-- Who may sign in to the pages.

create table secured_user (
    id            bigint      generated always as identity primary key,
    user_name     text        not null unique check (user_name ~ '^[a-z0-9][a-z0-9._@+-]{2,63}$'),
    password_hash text        not null,
    role          text        not null check (role in ('company', 'operator')),
    company_id    bigint      references company,
    locked        boolean     not null default false,
    created_at    timestamptz not null default now(),
    check ((role = 'company') = (company_id is not null))
);

comment on table secured_user is 'People at a screen: of an approved company, or who run this service. Workers on the phone are in worker.';
comment on column secured_user.locked is 'By who runs this service, until they unlock it. Wrong passwords are counted in secured_lock.';

create index secured_user_company on secured_user (company_id);

-- As long as the row is there the session goes on, on every node: signing out, a lock and a new password remove it.
create table secured_session (
    id       uuid        primary key,
    user_id  bigint      not null references secured_user on delete cascade,
    began_at timestamptz not null
);

create index secured_session_user on secured_session (user_id);
create index secured_session_age on secured_session (began_at);

-- As on the phone: names as they were typed, whether somebody has them or not, so that the lock tells nobody which exist.
create table secured_lock (
    user_name    text        primary key,
    failures     integer     not null,
    tried_at     timestamptz not null,
    locked_until timestamptz
);

comment on column secured_lock.failures is 'Passwords in a row that were looked at and did not fit; success removes the row.';
