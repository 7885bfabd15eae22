-- The short numbers of a worker's clients.

-- Gives a saved client its number: the one of before, or the lowest that nobody has. Whoever saves by user number need not know the client, and
-- nothing is saved when no active client has that number, or when there is no number left. Others that save for the same worker wait until
-- COMMIT, because of two at the same time both would find the same number. So do those for other workers with the same lock: an import of many
-- workers must not take more locks than PostgreSQL has room for. With the rights of the owner: a company must not see what the
-- worker's former company saved, and yet those numbers are taken.
create or replace function number_saved_client() returns trigger
    language plpgsql security definer as
$$
begin
    if new.client_id is null then
        select id into new.client_id from client where user_number = new.user_number and active;
    else
        select user_number into new.user_number from client where id = new.client_id;
    end if;
    if new.client_id is null then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('saved_client', new.worker_id % 1000));
    select number into new.number
    from saved_client where (worker_id, company_id, client_id) = (new.worker_id, new.company_id, new.client_id);
    if not found then
        select min(free) into new.number
        from generate_series(10, 99) as free
        where not exists (select from saved_client where worker_id = new.worker_id and number = free);
    end if;
    if new.number is null then
        return null;
    end if;
    return new;
end
$$;

create or replace trigger saved_client_numbered before insert on saved_client
    for each row execute function number_saved_client();

-- Whether a worker of the company has no number left. With the rights of the owner, because numbers that were given at another company count,
-- and a company must not see those.
create or replace function short_numbers_used_up(its_worker bigint) returns boolean
    language sql stable security definer as
$$
select count(*) >= 90
from saved_client join worker on worker.id = worker_id
where worker_id = its_worker and worker.company_id = current_company()
$$;

revoke execute on function short_numbers_used_up from public;

-- Who works for another company has other clients there. With the rights of the owner, as whoever imports workers.
create or replace function remove_saved_clients() returns trigger
    language plpgsql security definer as
$$
begin
    update saved_client set removed_at = now() where worker_id = old.id and removed_at is null;
    return null;
end
$$;

create or replace trigger worker_left_clients after update of company_id on worker
    for each row when (old.company_id <> new.company_id) execute function remove_saved_clients();

-- The names in them are those of this schema, whatever the session's search_path says; temporary tables come last.
do
$$
begin
    execute format('alter function number_saved_client() set search_path = %I, pg_temp', current_schema());
    execute format('alter function short_numbers_used_up set search_path = %I, pg_temp', current_schema());
    execute format('alter function remove_saved_clients() set search_path = %I, pg_temp', current_schema());
end
$$;
