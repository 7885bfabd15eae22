-- Triggers and functions of entries.

-- Payload: {"company_code": "...", "reference": "..."}. Servers send it themselves for the entries of calls, after the COMMIT:
-- with a NOTIFY in them, PostgreSQL commits transactions one after the other. This trigger sends it for accepted emergency entries.
create or replace function notify_prestation() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('prestation', json_build_object(
        'company_code', (select company_code from company where id = new.company_id),
        'reference', new.reference)::text);
    return null;
end
$$;

create or replace trigger prestation_recorded after insert on prestation
    for each row when (new.origin <> 'phone') execute function notify_prestation();

-- The same payload. A correction is rare, so its transaction may notify.
create or replace function notify_prestation_correction() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('prestation_correction', json_build_object(
        'company_code', (select company_code from company where id = new.company_id),
        'reference', (select reference from prestation where id = new.prestation_id and service_date = new.recorded_date))::text);
    return null;
end
$$;

create or replace trigger prestation_corrected after insert on prestation_correction
    for each row execute function notify_prestation_correction();

-- Replaces the foreign keys of prestation, company_client and call.
create or replace function keep_company_with_entries() returns trigger
    language plpgsql as
$$
begin
    if exists (select from prestation where company_id = old.id)
        or exists (select from company_client where company_id = old.id)
        or exists (select from call where company_id = old.id) then
        raise foreign_key_violation using message = 'company ' || old.company_code || ' has entries';
    end if;
    return old;
end
$$;

create or replace trigger company_with_entries before delete on company
    for each row execute function keep_company_with_entries();

-- With the rights of the owner: the server, which writes entries and imports workers, needs none on these tables.
create or replace function note_company_client() returns trigger
    language plpgsql security definer set search_path from current as
$$
begin
    -- Nearly always the row exists, and this statement then writes nothing and takes no lock.
    if not exists (select from company_client where client_id = new.client_id and company_id = new.company_id) then
        insert into company_client (client_id, company_id) values (new.client_id, new.company_id) on conflict do nothing;
    end if;
    return null;
end
$$;

create or replace trigger prestation_noted after insert on prestation
    for each row execute function note_company_client();

create or replace function note_company_former_worker() returns trigger
    language plpgsql security definer set search_path from current as
$$
begin
    insert into company_former_worker (worker_id, company_id) values (old.id, old.company_id) on conflict do nothing;
    return null;
end
$$;

create or replace trigger worker_left after update of company_id on worker
    for each row when (old.company_id <> new.company_id) execute function note_company_former_worker();

-- A worker cancels the entry that the call has just recorded. Returns cancelled, or corrected if the company changed the entry first, or null,
-- without writing, if there is no such entry or the call was over before. A repeated call writes again, so that its COMMIT also waits for the
-- standby. With the rights of the owner: the server's role cannot cancel an entry in another way, and cannot write corrections.
create or replace function undo_prestation(
    its_call text, its_number integer, its_date date, its_worker bigint, asked_at timestamptz, last_delivery timestamptz, undone_at timestamptz
) returns text
    language plpgsql security definer set search_path from current as
$$
declare
    entry     prestation;
    is_undone boolean;
begin
    select prestation.* into entry
    from prestation
    where (call_sid, entry_no, service_date, worker_id) = (its_call, its_number, its_date, its_worker);
    if entry.id is null then
        return null;
    end if;
    is_undone := exists (select from prestation_correction where prestation_id = entry.id and number = 1 and origin = 'phone');
    if not is_undone and exists (select from ended_call where call_sid = its_call and ended_at < greatest(asked_at, last_delivery)) then
        return null;
    end if;
    insert into prestation_correction as correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled,
                                                     reason, made_by, made_at, origin)
    select entry.id, entry.service_date, 1, entry.company_id, entry.activity, entry.hours, entry.service_date, true,
           'undone', login, undone_at, 'phone'
    from worker where id = its_worker
    on conflict (prestation_id, number) do update set number = 1 where correction.origin = 'phone';
    return case when found then 'cancelled' else 'corrected' end;
end
$$;

revoke execute on function undo_prestation from public;

-- A worker's entries of a day with their corrections, and the emergency entries that wait for the company. With the rights of the owner: the
-- server's role can read nothing else of an emergency entry.
create or replace function entries_of_day(its_worker bigint, its_day date)
    returns table (made_at timestamptz, reference text, last_digits text, hours integer, is_waiting boolean)
    language sql stable security definer set search_path from current as
$$
select recorded_at, prestation.reference, right(user_number, 3), coalesce(correction.hours, prestation.hours)::integer, false
from prestation
join client on client.id = client_id
left join lateral (
    select prestation_correction.hours, cancelled from prestation_correction where prestation_id = prestation.id order by number desc limit 1
) as correction on true
where worker_id = its_worker and prestation.service_date = its_day and not coalesce(cancelled, false)
union all
select left_at, heard.reference, right(user_number, 3), hours::integer, true
from emergency_entry
join lateral (
    select emergency_reference.reference from emergency_reference where entry_id = emergency_entry.id order by emergency_reference.left_at desc limit 1
) as heard on true
where worker_id = its_worker and service_date = its_day and status = 'waiting'
$$;

revoke execute on function entries_of_day from public;
