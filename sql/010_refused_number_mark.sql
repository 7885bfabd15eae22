-- The same webhook with another number is another number tried. What tells two numbers of one webhook apart is a mark that
-- only a server can make (HMAC with the pepper); the number itself is still not kept.
alter table refused_look_up add column mark bytea not null default '';
alter table refused_look_up drop constraint refused_look_up_pkey;
alter table refused_look_up add primary key (call_sid, webhook, mark);

comment on table refused_look_up is 'One row a refused number; the key counts a webhook that is delivered twice only once.';
comment on column refused_look_up.mark is 'Differs when the number does; of no use outside its call.';
