-- The clients that a worker keys by a short number. They come with a worker's second entry for a client, or from the company's pages.

create table saved_client (
    worker_id   bigint      not null references worker on delete cascade,
    number      smallint    not null check (number between 10 and 99),
    company_id  bigint      not null references company,
    client_id   bigint      not null references client on delete cascade,
    user_number text        not null check (user_number ~ '^[0-9]{12}$'),
    name        text        check (name <> '' and length(name) <= 100),
    saved_at    timestamptz not null,
    removed_at  timestamptz,
    call_sid    text        check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no    integer     check (entry_no >= 1),
    primary key (worker_id, number),
    unique (worker_id, company_id, client_id),
    check ((call_sid is null) = (entry_no is null))
);

comment on column saved_client.number is 'A trigger gives it. Nobody else has it until the row is gone, a year after the client was removed.';
comment on column saved_client.company_id is 'The worker''s company at that time: another one does not see for whom the worker worked before.';
comment on column saved_client.user_number is
    'The client''s, so that a company sees whom it saved. It sees the client''s own name only of those for whom its workers have worked.';
comment on column saved_client.name is 'What the company calls the client; null for the client''s own name.';
comment on column saved_client.call_sid is 'With entry_no the entry that made it, so that a repeated confirmation is answered like the first; null when the company did.';

create index saved_client_client on saved_client (client_id);
