-- The secured area of the approved companies: who may sign in, and which rows each company sees.

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

-- As long as the row is there the session goes on, on every node: signing out, a lock and a new password take it away.
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

comment on column secured_lock.failures is 'Passwords in a row that were looked at and did not fit; success takes the row away.';

-- Row-level security: a company's own rows, for a session that has named the company, and no row at all for one that has not.
-- The owner of the tables is not held by it, and views that belong to the owner neither.
create function current_company() returns bigint
    language sql stable parallel safe as
$$
select nullif(current_setting('ivr.company_id', true), '')::bigint
$$;

alter table company enable row level security;
alter table worker enable row level security;
alter table client enable row level security;
alter table prestation enable row level security;
alter table emergency_entry enable row level security;
alter table emergency_reference enable row level security;

create policy its_company on company using (id = current_company());
create policy its_company on prestation using (company_id = current_company());
-- Somebody who left for another company is still seen on the entries made before.
create policy its_company on worker using (
    company_id = current_company() or exists (select from prestation where worker_id = worker.id and company_id = current_company()));
create policy its_company on emergency_entry using (
    exists (select from worker where worker.id = worker_id and worker.company_id = current_company()));
create policy its_company on emergency_reference using (exists (select from emergency_entry where emergency_entry.id = entry_id));
-- Clients belong to no company: it sees those for whom its workers have worked.
create policy its_company on client using (
    exists (select from prestation where client_id = client.id and company_id = current_company())
    or exists (select from emergency_entry where client_id = client.id));

-- Whoever could read these tables before still can: the server, until migrate --grant-to is run again, and other systems.
do
$$
declare
    reader record;
begin
    for reader in
        select distinct relname, pg_get_userbyid(grantee) as role
        from (
            select relname, relowner, (aclexplode(relacl)).grantee
            from pg_class where relnamespace = current_schema()::regnamespace
            union
            select relname, relowner, (aclexplode(attacl)).grantee
            from pg_class join pg_attribute on attrelid = pg_class.oid where relnamespace = current_schema()::regnamespace
        ) as granted
        where relname in ('company', 'worker', 'client', 'prestation', 'emergency_entry', 'emergency_reference')
          and grantee not in (0, relowner)
    loop
        execute format('create policy %I on %I to %I using (true) with check (true)', reader.role, reader.relname, reader.role);
    end loop;
end
$$;

-- Which transaction recorded an entry. Entries become visible in the order of their COMMITs, which no clock and no sequence knows:
-- who has seen a snapshot looks next for entries of all transactions that had not ended in it.
alter table prestation add column recorded_in xid8 not null default pg_current_xact_id();

create index prestation_arrival on prestation (company_id, recorded_in);
create index prestation_of_day on prestation (worker_id, service_date);

-- What a company decides. Nothing that was recorded is changed: each decision is a row of its own, with who, when and why.

alter table prestation add column origin text not null default 'phone' check (origin in ('phone', 'emergency'));

comment on column prestation.origin is 'emergency: left while the database could not answer, and accepted by the company later.';

create table prestation_correction (
    id            bigint      generated always as identity primary key,
    prestation_id bigint      not null references prestation,
    number        integer     not null check (number >= 1),
    company_id    bigint      not null references company,
    activity      smallint    not null check (activity between 1 and 4),
    hours         smallint    not null check (hours between 1 and 9),
    service_date  date        not null,
    cancelled     boolean     not null,
    reason        text        not null check (reason <> '' and length(reason) <= 500),
    made_by       text        not null,
    made_at       timestamptz not null,
    unique (prestation_id, number)
);

comment on table prestation_correction is 'What holds instead of what was recorded; of several for one entry the last.';
comment on column prestation_correction.number is '1, 2, ... for each entry: of two people who correct at once, one is told.';

create table emergency_decision (
    entry_id   bigint      primary key references emergency_entry,
    company_id bigint      not null references company,
    decision   text        not null check (decision in ('accepted', 'refused')),
    reason     text        check (reason <> '' and length(reason) <= 500),
    made_by    text        not null,
    made_at    timestamptz not null,
    check (decision = 'accepted' or reason is not null)
);

create index prestation_correction_company on prestation_correction (company_id);
create index emergency_decision_company on emergency_decision (company_id);

alter table emergency_entry drop constraint emergency_entry_status_check;
alter table emergency_entry add constraint emergency_entry_status_check check (status in ('waiting', 'recorded', 'refused'));
alter table emergency_entry drop constraint emergency_entry_recorded;
alter table emergency_entry add constraint emergency_entry_recorded check (status <> 'recorded' or prestation_id is not null);
comment on column emergency_entry.status is 'recorded: it has become a prestation, by itself or accepted by the company.';

-- What a company has decided stays, whatever is found out about the entry afterwards.
create or replace function compare_emergency_entry() returns trigger
    language plpgsql security definer as
$$
declare
    is_same boolean;
begin
    select prestation.id,
           (prestation.client_id, prestation.activity, prestation.hours) is not distinct from (new.client_id, new.activity, new.hours)
    into new.prestation_id, is_same
    from prestation
    where (call_sid, entry_no) = (new.call_sid, new.entry_no);
    if not exists (select from emergency_decision where entry_id = new.id) then
        new.status := case when is_same then 'recorded' else 'waiting' end;
    end if;
    return new;
end
$$;

alter table prestation_correction enable row level security;
alter table emergency_decision enable row level security;

create policy its_company on emergency_decision using (company_id = current_company());
-- A date is corrected by a month at most, so that what was worked on a day is found near it.
create policy its_company on prestation_correction using (company_id = current_company()) with check (
    company_id = current_company()
    and exists (select from prestation
                where prestation.id = prestation_id and prestation.company_id = current_company()
                  and prestation_correction.service_date between prestation.service_date - 31 and prestation.service_date + 31));

-- An entry that was left becomes a prestation, once, whoever presses how often. Of a user number that was keyed wrong and that nobody
-- could look up, the company says which is the right one. Where an earlier confirmation of the same entry is on record and says something
-- else, what was left holds instead: as a correction, or, for another client, as an entry of its own. With the rights of the owner, so that
-- the companies' pages need none to write prestations; so it asks for itself whose entry it is.
create function accept_emergency_entry(accepted bigint, right_user_number text, accepted_by text, accepted_at timestamptz) returns text
    language plpgsql security definer as
$$
declare
    entry    emergency_entry;
    earlier  prestation;
    whom     bigint;
    made     text;
begin
    perform lock_call(call_sid) from emergency_entry where id = accepted;
    select emergency_entry.* into entry
    from emergency_entry join worker on worker.id = worker_id
    where emergency_entry.id = accepted and status = 'waiting' and worker.company_id = current_company()
    for update of emergency_entry;
    whom := coalesce(entry.client_id, (select client.id from client where client.user_number = right_user_number and active));
    if entry.id is null or whom is null then
        return null;
    end if;
    insert into emergency_decision (entry_id, company_id, decision, made_by, made_at)
    values (entry.id, current_company(), 'accepted', accepted_by, accepted_at);

    select prestation.* into earlier from prestation where id = entry.prestation_id and company_id = current_company();
    if earlier.id is not null then
        insert into prestation_correction (prestation_id, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
        select earlier.id, coalesce(max(number), 0) + 1, earlier.company_id, entry.activity, entry.hours, entry.service_date,
               earlier.client_id <> whom, 'emergency', accepted_by, accepted_at
        from prestation_correction where prestation_id = earlier.id;
        made := earlier.reference;
    end if;
    if earlier.id is null or earlier.client_id <> whom then
        insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                call_sid, entry_no, possible_duplicate, origin)
        select current_company(), entry.worker_id, client.id, client.region, entry.activity, entry.hours, entry.service_date, accepted_at,
               entry.line, entry.dialled, entry.caller, entry.call_sid,
               case when entry.prestation_id is null then entry.entry_no
                    else (select max(entry_no) + 1 from prestation where call_sid = entry.call_sid) end,
               exists (select from prestation as other
                       where other.worker_id = entry.worker_id and other.client_id = client.id
                         and other.service_date = entry.service_date and other.activity = entry.activity),
               'emergency'
        from client where client.id = whom
        returning reference into made;
    end if;
    update emergency_entry set status = 'recorded' where id = entry.id;
    return made;
end
$$;

create function refuse_emergency_entry(refused bigint, why text, refused_by text, refused_at timestamptz) returns boolean
    language plpgsql security definer as
$$
begin
    perform lock_call(call_sid) from emergency_entry where id = refused;
    update emergency_entry set status = 'refused'
    from worker
    where emergency_entry.id = refused and status = 'waiting' and worker.id = worker_id and worker.company_id = current_company();
    if not found then
        return false;
    end if;
    insert into emergency_decision (entry_id, company_id, decision, reason, made_by, made_at)
    values (refused, current_company(), 'refused', why, refused_by, refused_at);
    return true;
end
$$;

revoke execute on function accept_emergency_entry, refuse_emergency_entry from public;

do
$$
begin
    execute format('alter function accept_emergency_entry set search_path = %I, pg_temp', current_schema());
    execute format('alter function compare_emergency_entry() set search_path = %I, pg_temp', current_schema());
    execute format('alter function refuse_emergency_entry set search_path = %I, pg_temp', current_schema());
end
$$;

-- Payload: {"company_code": "..."}
create function notify_emergency() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('emergency', json_build_object(
        'company_code', (select company_code from company join worker on worker.company_id = company.id where worker.id = new.worker_id))::text);
    return null;
end
$$;

create trigger emergency_entry_left after insert on emergency_entry
    for each row when (new.worker_id is not null and new.status = 'waiting') execute function notify_emergency();

-- What holds, as a company's pages show it. With the rights of who looks, and so with row-level security.
create view company_entry with (security_invoker = true) as
select prestation.id, prestation.reference, prestation.company_id, prestation.worker_id, prestation.client_id,
       worker.login as worker_login, worker.name as worker_name, client.user_number, client.name as client_name,
       prestation.region,
       coalesce(correction.activity, prestation.activity) as activity,
       coalesce(correction.hours, prestation.hours) as hours,
       coalesce(correction.service_date, prestation.service_date) as service_date,
       prestation.service_date as recorded_date,
       prestation.recorded_at, prestation.line, prestation.possible_duplicate, prestation.origin,
       coalesce(correction.number, 0) as corrections,
       coalesce(correction.cancelled, false) as cancelled,
       prestation.recorded_in
from prestation
join worker on worker.id = prestation.worker_id
join client on client.id = prestation.client_id
left join lateral (
    select number, activity, hours, service_date, cancelled
    from prestation_correction
    where prestation_id = prestation.id
    order by number desc
    limit 1
) as correction on true;

-- What other systems read: a column more at the end, and the corrections beside it.
create or replace view prestation_feed as
select prestation.reference,
       company.company_code,
       worker.login as worker_login,
       client.user_number,
       prestation.region,
       prestation.activity,
       prestation.hours,
       prestation.service_date,
       prestation.recorded_at,
       prestation.line,
       prestation.dialled,
       prestation.caller,
       prestation.call_sid,
       prestation.entry_no,
       prestation.possible_duplicate,
       prestation.origin
from prestation
join company on company.id = prestation.company_id
join worker on worker.id = prestation.worker_id
join client on client.id = prestation.client_id;

create view prestation_correction_feed as
select prestation.reference, company.company_code, number as correction_no, prestation_correction.activity, prestation_correction.hours,
       prestation_correction.service_date, cancelled, reason, made_by, made_at
from prestation_correction
join prestation on prestation.id = prestation_id
join company on company.id = prestation_correction.company_id;
