-- Emergency entries: compared with the prestations, accepted or refused by the company.

-- A confirmation may commit after the emergency entry of the same call was loaded. Both transactions take this lock first, so the second one
-- sees the row of the first.
create or replace function lock_call(call_sid text) returns void
    language sql volatile as
$$
select pg_advisory_xact_lock(hashtextextended(call_sid, 6))
$$;

-- An emergency entry is recorded if a prestation of the same call and number has the same values. If the values differ, the company must see
-- both, so the entry waits. The rule is the same whichever row comes first. A decision of the company stays. With the rights of the owner, so
-- that the role that loads journals needs no right to set the status.
create or replace function compare_emergency_entry() returns trigger
    language plpgsql security definer set search_path from current as
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

create or replace trigger emergency_entry_is_on_record
    before insert or update of user_number, client_id, activity, hours, prestation_id on emergency_entry
    for each row execute function compare_emergency_entry();

-- With the rights of the owner: the role that records entries needs no right to change emergency entries.
create or replace function mark_emergency_entry() returns trigger
    language plpgsql security definer set search_path from current as
$$
begin
    perform lock_call(new.call_sid);
    update emergency_entry set prestation_id = new.id
    where (call_sid, entry_no, service_date) = (new.call_sid, new.entry_no, new.service_date);
    return null;
end
$$;

create or replace trigger prestation_was_left after insert on prestation
    for each row execute function mark_emergency_entry();

-- The company accepts an emergency entry: it becomes a prestation, once, however often this is called. If no client has the user number that
-- was keyed, the company gives the right one. If an earlier confirmation of the same entry is on record with other values, the emergency entry
-- replaces them: by a correction, or, for another client, by a cancellation and a new prestation. With the rights of the owner, so that the
-- role of the pages needs no right to write prestations. Therefore it checks itself that the entry belongs to the current company.
create or replace function accept_emergency_entry(accepted bigint, right_user_number text, accepted_by text, accepted_at timestamptz) returns text
    language plpgsql security definer set search_path from current as
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
                         and other.service_date = entry.service_date and other.activity = entry.activity
                         and not coalesce((select cancelled from prestation_correction where prestation_id = other.id order by number desc limit 1), false)),
               'emergency'
        from client where client.id = whom
        returning reference into made;
    end if;
    update emergency_entry set status = 'recorded' where id = entry.id;
    return made;
end
$$;

create or replace function refuse_emergency_entry(refused bigint, why text, refused_by text, refused_at timestamptz) returns boolean
    language plpgsql security definer set search_path from current as
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

-- Payload: {"company_code": "..."}
create or replace function notify_emergency() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('emergency', json_build_object(
        'company_code', (select company_code from company join worker on worker.company_id = company.id where worker.id = new.worker_id))::text);
    return null;
end
$$;

create or replace trigger emergency_entry_left after insert on emergency_entry
    for each row when (new.worker_id is not null and new.status = 'waiting') execute function notify_emergency();
