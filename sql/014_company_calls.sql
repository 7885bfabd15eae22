-- A company sees the calls of its own workers, as it sees their entries.

alter table call enable row level security;

create policy its_company on call using (company_id = current_company());

-- Whoever could read the table before still can, as with the others.
do
$$
declare
    reader text;
begin
    for reader in
        select distinct pg_get_userbyid(grantee)
        from (
            select relowner, (aclexplode(relacl)).grantee from pg_class where oid = 'call'::regclass
            union
            select relowner, (aclexplode(attacl)).grantee
            from pg_class join pg_attribute on attrelid = pg_class.oid where pg_class.oid = 'call'::regclass
        ) as granted
        where grantee not in (0, relowner)
    loop
        execute format('create policy %1$I on call to %1$I using (true) with check (true)', reader);
    end loop;
end
$$;
