-- The partitions of prestation, a month each.

alter table prestation_other enable row level security;

-- Makes the partition of a month and moves there what the net caught of it. Null when there is one, otherwise how many rows it moved.
-- It waits for locks that calls hold and holds some that calls wait for: who calls it sets lock_timeout to what a call does not notice,
-- and tries again. Row-level security is of the table that a query names; nobody is given anything on a partition, so nobody names one.
create or replace function add_prestation_partition(month date) returns bigint
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
create or replace function add_prestation_references() returns void
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
create or replace function validate_prestation_references() returns void
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

