-- The trace of calls: one row a call, for who runs the line and for the worker's company. The servers write it in the background, in
-- batches that may come twice, late, in any order and from several servers: whatever order they came in, the row ends up the same. It
-- proves nothing: a server that dies takes along what it had not written yet.

create table call (
    call_sid     text        primary key check (call_sid ~ '^CA[0-9a-f]{32}$'),
    started_at   timestamptz not null,
    last_at      timestamptz not null,
    ended_at     timestamptz,
    seconds      integer     check (seconds >= 0),
    line         text        check (line in ('flanders-brussels', 'wallonia')),
    dialled      text,
    caller       text,
    language     text        check (language in ('nl', 'fr', 'de', 'en')),
    worker_id    bigint      references worker,
    company_id   bigint      references company,
    named_by     integer     not null default 0,
    webhooks     integer     not null,
    step         text        check (step ~ '^[A-Za-z]+$'),
    ending       text        not null check (ending in (
                                 'given_up', 'login_failed', 'locked', 'inactive', 'busy', 'unknown_number', 'too_many_tries', 'time_up',
                                 'help_desk', 'wrong_number', 'failed', 'practice')),
    failed       boolean     not null,
    failures     integer     not null,
    keys         integer     not null,
    reprompts    integer     not null,
    recorded     integer     not null,
    left_entries integer     not null,
    asked        jsonb       not null,
    asked_again  jsonb       not null,
    outcome      text        not null generated always as (
                                 case when ended_at is null then 'in_progress'
                                      when recorded > 0 then 'recorded'
                                      when left_entries > 0 then 'left'
                                      when failed then 'failed'
                                      else ending end) stored
) with (fillfactor = 70);

comment on column call.started_at is 'The first webhook.';
comment on column call.last_at is 'The latest webhook that is known of.';
comment on column call.ended_at is 'When the call was over; of one that nobody reported the end of, its latest webhook.';
comment on column call.seconds is 'As Twilio counted them, to the end; null until it said so.';
comment on column call.line is 'Null when what was dialled is on no line.';
comment on column call.caller is 'Masked, or null, as Trace:Caller says.';
comment on column call.worker_id is
    'Whose login was keyed last. Whether the password was right, step and outcome tell: nobody but the worker gets past it.';
comment on column call.company_id is 'The worker''s company at that time.';
comment on column call.named_by is 'Which webhook named the worker.';
comment on column call.webhooks is 'How many webhooks the call had; step and what follows it are as the last of them left them.';
comment on column call.step is 'The question that was put last: a state of the call''s flow.';
comment on column call.ending is 'What the outcome is if the call is over as it stands and nothing was recorded or left.';
comment on column call.failed is 'Whether the caller heard an apology that ended the call.';
comment on column call.failures is 'Webhooks that Twilio could not deliver.';
comment on column call.keys is 'How many keys were pressed, without those that end an entry.';
comment on column call.reprompts is 'How often a question was put again because no answer came, or none that fits.';
comment on column call.recorded is 'Entries recorded.';
comment on column call.left_entries is 'Entries left in an emergency.';
comment on column call.asked is 'How often each question was come to: {"Login": 1, "Password": 1}.';
comment on column call.asked_again is 'The re-prompts, by question: {"Login": 2}.';

-- The trace writes a call's row with each webhook. No index holds what changes with every one of them, so most versions of a row stay on its
-- page, which keeps room for them.
create index call_started on call (started_at);
create index call_unfinished on call (started_at) where seconds is null;
create index call_of_company on call (company_id, started_at);
create index call_of_worker on call (worker_id);

-- Calls whose end Twilio reported. A confirmation reads this table, so nothing else locks it. Rows are of use for a quarter of an hour, the
-- longest time that the state of a call is valid, and go with the next purge.
create table ended_call (
    call_sid text        primary key check (call_sid ~ '^CA[0-9a-f]{32}$'),
    ended_at timestamptz not null
);

comment on column ended_call.ended_at is 'When the server was told.';

create index ended_call_age on ended_call (ended_at);
