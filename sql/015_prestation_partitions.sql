-- Entries by the month of the work: a call looks at one month, an index is as large as a month, and what is kept no longer lies together.
-- What was there is copied, while nobody records: calls that are confirmed meanwhile wait, or are left as in an emergency.

lock table prestation, prestation_correction, emergency_entry in access exclusive mode;

alter table emergency_entry drop constraint emergency_entry_prestation_id_fkey;
alter table prestation_correction drop constraint prestation_correction_prestation_id_fkey;

-- Out of the way, with all that has a name of its own.
alter table prestation rename to prestation_before;
alter sequence prestation_id_seq rename to prestation_before_id_seq;

do
$$
declare
    its name;
begin
    for its in
        select conname from pg_constraint where conrelid = 'prestation_before'::regclass
    loop
        execute format('alter table prestation_before rename constraint %I to %I', its, 'before_' || its);
    end loop;
    for its in
        select relname from pg_index join pg_class on pg_class.oid = indexrelid
        where indrelid = 'prestation_before'::regclass and relname not like 'before\_%'
    loop
        execute format('alter index %I rename to %I', its, 'before_' || its);
    end loop;
end
$$;

-- A sequence beside the table: identity columns of partitioned tables are not the same in all versions of PostgreSQL.
create sequence prestation_id_seq;
select setval('prestation_id_seq', last_value, is_called) from prestation_before_id_seq;

create table prestation (
    id                 bigint      not null default nextval('prestation_id_seq'),
    reference          text        not null default next_reference()
                                   check (reference ~ '^[0-8][0-9]{8}$' and right(reference, 1) = check_digit(left(reference, 8))),
    company_id         bigint      not null,
    worker_id          bigint      not null,
    client_id          bigint      not null,
    region             text        not null check (region in ('flanders', 'brussels', 'wallonia')),
    activity           smallint    not null check (activity between 1 and 4),
    hours              smallint    not null check (hours between 1 and 9),
    service_date       date        not null,
    recorded_at        timestamptz not null,
    line               text        not null check (line in ('flanders-brussels', 'wallonia')),
    dialled            text        not null,
    caller             text        not null,
    call_sid           text        not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no           integer     not null check (entry_no >= 1),
    possible_duplicate boolean     not null,
    deliveries         integer     not null default 1,
    recorded_in        xid8        not null default pg_current_xact_id(),
    origin             text        not null default 'phone' check (origin in ('phone', 'emergency'))
) partition by range (service_date);

alter sequence prestation_id_seq owned by prestation.id;

comment on column prestation.company_id is 'The worker''s company when the entry was made.';
comment on column prestation.region is 'The client''s region when the entry was made; the number dialled does not decide it.';
comment on column prestation.service_date is
    'Sealed with the first webhook of the call, so all entries of a call, and all deliveries of one, have the same and lie in one partition.';
comment on column prestation.caller is 'As Twilio gave it; empty once it was erased, with the person or by its age.';
comment on column prestation.deliveries is
    'How often the confirmation arrived. A repeat must write something, so that its own COMMIT waits for the standby too.';
comment on column prestation.origin is 'emergency: left while the database could not answer, and accepted by the company later.';

-- The net below: no entry is refused because nobody made its month. It is empty, or the partitions command was forgotten.
create table prestation_other partition of prestation default;
alter table prestation_other enable row level security;

-- Makes the partition of a month and moves there what the net caught of it. Null when there is one, otherwise how many rows it moved.
-- It waits for locks that calls hold and holds some that calls wait for: who calls it sets lock_timeout to what a call does not notice,
-- and tries again. Row-level security is of the table that a query names; nobody is given anything on a partition, so nobody names one.
create function add_prestation_partition(month date) returns bigint
    language plpgsql as
$$
declare
    begins    constant date := date_trunc('month', month);
    ends      constant date := begins + interval '1 month';
    partition constant text := 'prestation_' || to_char(begins, 'YYYY_MM');
    is_caught boolean;
    moved     bigint := 0;
begin
    if to_regclass(quote_ident(partition)) is not null then
        return null;
    end if;
    -- An insert that is on its way into the net would be refused there once the month has a partition. So there is none on its way.
    lock table only prestation in share row exclusive mode;
    if to_regclass(quote_ident(partition)) is not null then
        return null;
    end if;
    lock table prestation_other in access exclusive mode;

    execute format('create table %I (like prestation including all)', partition);
    execute format('alter table %I enable row level security', partition);
    is_caught := exists (select from prestation_other where service_date >= begins and service_date < ends);
    if is_caught then
        -- A foreign key looks for a row in the partition that it was in, and would not let it go.
        alter table emergency_entry drop constraint emergency_entry_prestation_fkey;
        alter table prestation_correction drop constraint prestation_correction_prestation_fkey;
        execute format(
            'with caught as (delete from prestation_other where service_date >= %L and service_date < %L returning *)
             insert into %I select * from caught', begins, ends, partition);
        get diagnostics moved = row_count;
    end if;
    execute format('alter table prestation attach partition %I for values from (%L) to (%L)', partition, begins, ends);
    if is_caught then
        perform add_prestation_references();
    end if;
    return moved;
end
$$;

-- Held from now on; whether they hold for what was there before, validate_prestation_references looks.
create function add_prestation_references() returns void
    language plpgsql as
$$
begin
    alter table emergency_entry add constraint emergency_entry_prestation_fkey
        foreign key (prestation_id, service_date) references prestation (id, service_date) not valid;
    alter table prestation_correction add constraint prestation_correction_prestation_fkey
        foreign key (prestation_id, recorded_date) references prestation (id, service_date) not valid;
end
$$;

-- Does not hold calls up, however long it takes.
create function validate_prestation_references() returns void
    language plpgsql as
$$
begin
    if exists (select from pg_constraint where conname = 'emergency_entry_prestation_fkey'
                 and conrelid = 'emergency_entry'::regclass and not convalidated) then
        alter table emergency_entry validate constraint emergency_entry_prestation_fkey;
    end if;
    if exists (select from pg_constraint where conname = 'prestation_correction_prestation_fkey'
                 and conrelid = 'prestation_correction'::regclass and not convalidated) then
        alter table prestation_correction validate constraint prestation_correction_prestation_fkey;
    end if;
end
$$;

revoke execute on function add_prestation_partition, add_prestation_references, validate_prestation_references from public;

-- The months that there are, and their rows; keys, indexes and triggers come after them.
select count(add_prestation_partition(month))
from (select distinct date_trunc('month', service_date)::date as month from prestation_before) as recorded;

insert into prestation (id, reference, company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                        caller, call_sid, entry_no, possible_duplicate, deliveries, recorded_in, origin)
select id, reference, company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
       caller, call_sid, entry_no, possible_duplicate, deliveries, recorded_in, origin
from prestation_before;

-- PostgreSQL keeps a key within a partition, so the date is part of each. Without it they hold as well: ids and references come from
-- one sequence each, and a call has one date.
alter table prestation add primary key (id, service_date);
alter table prestation add unique (reference, service_date);
alter table prestation add unique (call_sid, entry_no, service_date);
alter table prestation add foreign key (company_id) references company;
alter table prestation add foreign key (worker_id) references worker;
alter table prestation add foreign key (client_id) references client;

create index prestation_on_record on prestation (worker_id, client_id, service_date);
create index prestation_of_company on prestation (company_id, recorded_at);
create index prestation_caller_age on prestation (recorded_at) where caller <> '';
create index prestation_of_client on prestation (client_id);
create index prestation_arrival on prestation (company_id, recorded_in);
create index prestation_of_day on prestation (worker_id, service_date);

create trigger prestation_recorded after insert on prestation
    for each row execute function notify_prestation();
create trigger prestation_was_left after insert on prestation
    for each row execute function mark_emergency_entry();

-- What points to an entry points to its date too. An entry that was left has it: it is the same call's.
alter table prestation_correction add column recorded_date date;
update prestation_correction set recorded_date = prestation.service_date from prestation where prestation.id = prestation_id;
alter table prestation_correction alter column recorded_date set not null;
comment on column prestation_correction.recorded_date is 'The date of the entry as it was recorded; with prestation_id it is the entry''s key.';

-- Whatever was corrected to a day, for each row of a page.
drop index prestation_correction_company;
create index prestation_correction_company on prestation_correction (company_id, service_date);

select add_prestation_references();
select validate_prestation_references();

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
    where (call_sid, entry_no, service_date) = (new.call_sid, new.entry_no, new.service_date);
    if not exists (select from emergency_decision where entry_id = new.id) then
        new.status := case when is_same then 'recorded' else 'waiting' end;
    end if;
    return new;
end
$$;

create or replace function mark_emergency_entry() returns trigger
    language plpgsql security definer as
$$
begin
    perform lock_call(new.call_sid);
    update emergency_entry set prestation_id = new.id
    where (call_sid, entry_no, service_date) = (new.call_sid, new.entry_no, new.service_date);
    return null;
end
$$;

create or replace function accept_emergency_entry(accepted bigint, right_user_number text, accepted_by text, accepted_at timestamptz) returns text
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

    select prestation.* into earlier
    from prestation
    where (id, service_date) = (entry.prestation_id, entry.service_date) and company_id = current_company();
    if earlier.id is not null then
        insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled,
                                           reason, made_by, made_at)
        select earlier.id, earlier.service_date, coalesce(max(number), 0) + 1, earlier.company_id, entry.activity, entry.hours,
               entry.service_date, earlier.client_id <> whom, 'emergency', accepted_by, accepted_at
        from prestation_correction where prestation_id = earlier.id;
        made := earlier.reference;
    end if;
    if earlier.id is null or earlier.client_id <> whom then
        insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                call_sid, entry_no, possible_duplicate, origin)
        select current_company(), entry.worker_id, client.id, client.region, entry.activity, entry.hours, entry.service_date, accepted_at,
               entry.line, entry.dialled, entry.caller, entry.call_sid,
               case when entry.prestation_id is null then entry.entry_no
                    else (select max(entry_no) + 1 from prestation
                          where call_sid = entry.call_sid and service_date = entry.service_date) end,
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

do
$$
begin
    execute format('alter function accept_emergency_entry set search_path = %I, pg_temp', current_schema());
    execute format('alter function compare_emergency_entry() set search_path = %I, pg_temp', current_schema());
    execute format('alter function mark_emergency_entry() set search_path = %I, pg_temp', current_schema());
end
$$;

-- Who could do something with the table before still can, and sees the same rows. An identity column's sequence needed no right.
alter table prestation enable row level security;

do
$$
declare
    granted record;
    policy  record;
begin
    for granted in
        select privilege_type, is_grantable, case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as grantee,
               coalesce('(' || quote_ident(attname) || ')', '') as its_columns
        from (
            select relowner, null::name as attname, acl.*
            from pg_class cross join aclexplode(relacl) as acl where pg_class.oid = 'prestation_before'::regclass
            union all
            select relowner, attname, acl.*
            from pg_class join pg_attribute on attrelid = pg_class.oid cross join aclexplode(attacl) as acl
            where pg_class.oid = 'prestation_before'::regclass
        ) as acl
        where grantee <> relowner
    loop
        execute format('grant %s %s on prestation to %s %s', granted.privilege_type, granted.its_columns, granted.grantee,
                       case when granted.is_grantable then 'with grant option' else '' end);
        if granted.privilege_type = 'INSERT' then
            execute format('grant usage on sequence prestation_id_seq to %s', granted.grantee);
        end if;
    end loop;
    for policy in
        select policyname, permissive, cmd, qual, with_check,
               (select string_agg(case role when 'public' then 'public' else quote_ident(role) end, ', ') from unnest(roles) as role) as roles
        from pg_policies where schemaname = current_schema() and tablename = 'prestation_before'
    loop
        execute format('create policy %I on prestation as %s for %s to %s', policy.policyname, policy.permissive, policy.cmd, policy.roles)
            || coalesce(' using (' || policy.qual || ')', '') || coalesce(' with check (' || policy.with_check || ')', '');
    end loop;
end
$$;

alter policy its_company on worker using (
    company_id = current_company() or exists (select from prestation where worker_id = worker.id and company_id = current_company()));
alter policy its_company on client using (
    exists (select from prestation where client_id = client.id and company_id = current_company())
    or exists (select from emergency_entry where client_id = client.id));
alter policy its_company on prestation_correction using (company_id = current_company()) with check (
    company_id = current_company()
    and exists (select from prestation
                where prestation.id = prestation_id and prestation.service_date = recorded_date and prestation.company_id = current_company()
                  and prestation_correction.service_date between prestation.service_date - 31 and prestation.service_date + 31));

-- The views as they were, of the new table.
create or replace view company_entry with (security_invoker = true) as
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

create or replace view prestation_correction_feed as
select prestation.reference, company.company_code, number as correction_no, prestation_correction.activity, prestation_correction.hours,
       prestation_correction.service_date, cancelled, reason, made_by, made_at
from prestation_correction
join prestation on prestation.id = prestation_id and prestation.service_date = recorded_date
join company on company.id = prestation_correction.company_id;

-- Refused if anything was forgotten that still reads it.
drop table prestation_before;
