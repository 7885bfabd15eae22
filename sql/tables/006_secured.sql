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

comment on table secured_user is 'Users of the pages: staff of a company, or operators of the service. Workers are in worker.';
comment on column secured_user.locked is 'Locked by an operator until unlocked. secured_lock counts wrong passwords.';

create index secured_user_company on secured_user (company_id);

-- A session lasts while its row exists, on every node: signing out, a lock and a new password delete it.
create table secured_session (
    id       uuid        primary key,
    user_id  bigint      not null references secured_user on delete cascade,
    began_at timestamptz not null
);

create index secured_session_user on secured_session (user_id);
create index secured_session_age on secured_session (began_at);

-- As on the phone: user names as typed, whether they exist or not, so that the lock does not reveal which exist.
create table secured_lock (
    user_name    text        primary key,
    failures     integer     not null,
    tried_at     timestamptz not null,
    locked_until timestamptz
);

comment on column secured_lock.failures is 'Consecutive wrong passwords; a correct one deletes the row.';
