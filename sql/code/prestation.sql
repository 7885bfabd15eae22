-- What happens when an entry is recorded.

-- Payload: {"company_code": "...", "reference": "..."}. Servers send it themselves, in the background, for the entries of calls: a NOTIFY
-- in the transaction of an entry makes PostgreSQL commit such transactions one after the other. Here it is for accepted emergency entries.
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

-- Stands in for a foreign key of prestation.company_id.
create or replace function keep_company_with_entries() returns trigger
    language plpgsql as
$$
begin
    if exists (select from prestation where company_id = old.id) then
        raise foreign_key_violation using message = 'company ' || old.company_code || ' has entries';
    end if;
    return old;
end
$$;

create or replace trigger company_with_entries before delete on company
    for each row execute function keep_company_with_entries();

-- With the rights of the owner: the server, which writes entries and imports workers, needs none on these tables.
create or replace function note_company_client() returns trigger
    language plpgsql security definer as
$$
begin
    -- Nearly always it is there, and then nothing is written and nobody waits.
    if not exists (select from company_client where client_id = new.client_id and company_id = new.company_id) then
        insert into company_client (client_id, company_id) values (new.client_id, new.company_id) on conflict do nothing;
    end if;
    return null;
end
$$;

create or replace trigger prestation_noted after insert on prestation
    for each row execute function note_company_client();

create or replace function note_company_former_worker() returns trigger
    language plpgsql security definer as
$$
begin
    insert into company_former_worker (worker_id, company_id) values (old.id, old.company_id) on conflict do nothing;
    return null;
end
$$;

create or replace trigger worker_left after update of company_id on worker
    for each row when (old.company_id <> new.company_id) execute function note_company_former_worker();

-- The names in them are those of this schema, whatever the session's search_path says; temporary tables come last.
do
$$
begin
    execute format('alter function note_company_client() set search_path = %I, pg_temp', current_schema());
    execute format('alter function note_company_former_worker() set search_path = %I, pg_temp', current_schema());
end
$$;
