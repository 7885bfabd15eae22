-- A worker cancels an entry in the call that recorded it. That is a row beside the entry, as a company's corrections are.

alter table prestation_correction
    add column origin text not null default 'page' check (origin in ('page', 'phone')),
    add check (origin = 'page' or cancelled);

comment on column prestation_correction.origin is
    'page: by the company. phone: the worker cancelled the entry in the call that recorded it; made_by is then the worker''s login.';
