-- Companies, workers and clients. Commands import them; calls only read them and store the language that a worker selected.

create table company (
    id           bigint generated always as identity primary key,
    company_code text   not null unique check (company_code ~ '^[A-Za-z0-9._-]{1,32}$'),
    name         text   not null check (name <> '' and length(name) <= 200)
);

create table worker (
    id              bigint      generated always as identity primary key,
    login           text        not null unique check (login ~ '^[0-9]{4,20}$'),
    password_hash   text,
    company_id      bigint      not null references company,
    name            text        check (name <> '' and length(name) <= 200),
    language        text        check (language in ('nl', 'fr', 'de', 'en')),
    picked_language text        check (picked_language in ('nl', 'fr', 'de', 'en')),
    active          boolean     not null,
    app_blocked     boolean     not null default false,
    erased_at       timestamptz,
    constraint worker_erased check (
        case when erased_at is null then num_nulls(name, password_hash, language) = 0
             else num_nonnulls(name, password_hash, language, picked_language) = 0 and not active and not app_blocked end)
);

comment on column worker.picked_language is 'Selected on the phone. It has priority over language, and imports do not change it.';
comment on column worker.app_blocked is 'The mobile app''s block. It never stops a phone entry.';
comment on column worker.erased_at is 'When the person was erased. Only the login stays, while entries refer to it.';

create index worker_company on worker (company_id);

create table client (
    id          bigint      generated always as identity primary key,
    user_number text        not null unique check (user_number ~ '^[0-9]{12}$'),
    name        text        check (name <> '' and length(name) <= 200),
    region      text        not null check (region in ('flanders', 'brussels', 'wallonia')),
    phone       text        check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    language    text        check (language in ('nl', 'fr', 'de', 'en')),
    active      boolean     not null,
    erased_at   timestamptz,
    constraint client_erased check (
        case when erased_at is null then num_nulls(name, language) = 0
             else num_nonnulls(name, phone, language) = 0 and not active end)
);

-- For calls from a client's telephone.
create index client_phone on client (phone) where active;

comment on table client is 'The voucher user, in whose home the work is done.';
comment on column client.erased_at is 'When the person was erased. Only user number and region stay, while entries refer to them.';

-- Two small tables say whose names a company sees. Without them, each name would be a search in every monthly partition.

create table company_client (
    client_id  bigint not null references client on delete cascade,
    company_id bigint not null,
    primary key (client_id, company_id)
);

comment on table company_client is 'The clients for whom the workers of a company have worked. A trigger adds rows; purge deletes those without entries.';
comment on column company_client.company_id is 'No foreign key, for the same reason as prestation.company_id.';

create table company_former_worker (
    worker_id  bigint not null references worker on delete cascade,
    company_id bigint not null references company,
    primary key (worker_id, company_id)
);

comment on table company_former_worker is 'Workers who moved to another company; their entries stay and show their names. A trigger adds rows.';
