-- An entry that was left is on record when the same is: an earlier confirmation of it may say something else, and then the company
-- has to see both. One rule, whichever of the two comes first, and whoever writes it.

alter table emergency_entry drop constraint emergency_entry_check;
alter table emergency_entry add constraint emergency_entry_recorded check (status = 'waiting' or prestation_id is not null);

comment on column emergency_entry.status is
    'recorded: the same entry of the same call, with this user number, activity and hours, is a prestation after all.';
comment on column emergency_entry.prestation_id is
    'The prestation of the same entry of the same call. While the status is waiting, it says something else than was left.';

-- With the rights of its owner, so that who loads what was left need not be able to say that it is on record.
create function compare_emergency_entry() returns trigger
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
    new.status := case when is_same then 'recorded' else 'waiting' end;
    return new;
end
$$;

create trigger emergency_entry_is_on_record
    before insert or update of user_number, client_id, activity, hours, prestation_id on emergency_entry
    for each row execute function compare_emergency_entry();

create or replace function mark_emergency_entry() returns trigger
    language plpgsql security definer as
$$
begin
    perform lock_call(new.call_sid);
    update emergency_entry set prestation_id = new.id where call_sid = new.call_sid and entry_no = new.entry_no;
    return null;
end
$$;

-- The names in them are those of this schema, whatever the session's search_path says; temporary tables come last.
do
$$
begin
    execute format('alter function compare_emergency_entry() set search_path = %I, pg_temp', current_schema());
    execute format('alter function mark_emergency_entry() set search_path = %I, pg_temp', current_schema());
end
$$;

-- What was marked by the call and the entry's number alone.
update emergency_entry set prestation_id = prestation_id where prestation_id is not null;
