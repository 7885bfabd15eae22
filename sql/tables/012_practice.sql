-- Of a practice call nothing is stored but its row here.

alter table call drop constraint call_ending_check;

alter table call add constraint call_ending_check check (ending in (
    'given_up', 'login_failed', 'locked', 'inactive', 'busy', 'unknown_number', 'too_many_tries', 'time_up', 'help_desk', 'wrong_number', 'failed',
    'practice'));
