-- Who is on the line and for whom they work. Filled by import; the phone only reads it
-- (and remembers the language that a worker picked).

create table company (
    id           bigint generated always as identity primary key,
    company_code text   not null unique check (company_code ~ '^[A-Za-z0-9._-]{1,32}$'),
    name         text   not null check (name <> '' and length(name) <= 200)
);

create table worker (
    id              bigint  generated always as identity primary key,
    login           text    not null unique check (login ~ '^[0-9]{4,20}$'),
    password_hash   text    not null,
    company_id      bigint  not null references company,
    name            text    not null check (name <> '' and length(name) <= 200),
    language        text    not null check (language in ('nl', 'fr', 'de', 'en')),
    picked_language text    check (picked_language in ('nl', 'fr', 'de', 'en')),
    active          boolean not null,
    app_blocked     boolean not null default false
);

comment on column worker.picked_language is 'Picked on the phone; goes before language, and an import leaves it alone.';
comment on column worker.app_blocked is 'The mobile app''s block. It never stops a phone entry.';

create index worker_company on worker (company_id);

create table client (
    id          bigint  generated always as identity primary key,
    user_number text    not null unique check (user_number ~ '^[0-9]{12}$'),
    name        text    not null check (name <> '' and length(name) <= 200),
    region      text    not null check (region in ('flanders', 'brussels', 'wallonia')),
    phone       text    check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    language    text    not null check (language in ('nl', 'fr', 'de', 'en')),
    active      boolean not null
);

comment on table client is 'The voucher user, in whose home the work is done.';
