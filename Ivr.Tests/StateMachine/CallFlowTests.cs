using Ivr.StateMachine;

namespace Ivr.Tests.StateMachine;

/// <summary>The structure of the call on each line, read from the state machine's own description.</summary>
public class CallFlowTests
{
    private static readonly Dictionary<CallState, CallTrigger[]> Answers = new()
    {
        [CallState.Login] = [CallTrigger.Matched, CallTrigger.TooManyTries],
        [CallState.Password] = [CallTrigger.Matched, CallTrigger.OtherLoginAsked, CallTrigger.TooManyTries],
        [CallState.UserNumber] = [CallTrigger.Matched, CallTrigger.ForgetAsked, CallTrigger.EntriesAsked, CallTrigger.PracticeAsked, CallTrigger.HelpDeskAsked, CallTrigger.TooManyTries],
        [CallState.OwnEntries] = [CallTrigger.EntriesAsked, CallTrigger.ReferencesAsked],
        [CallState.Activity] = [CallTrigger.Matched, CallTrigger.Corrected, CallTrigger.TooManyTries],
        [CallState.Hours] = [CallTrigger.Matched, CallTrigger.TooManyTries],
        [CallState.Summary] = [CallTrigger.Confirmed, CallTrigger.Left, CallTrigger.PracticeDone, CallTrigger.CorrectionAsked, CallTrigger.TooManyTries],
        [CallState.MainMenu] =
            [CallTrigger.ClientChosen, CallTrigger.ActivityChosen, CallTrigger.HoursChosen, CallTrigger.TooManyTries],
        // Any key but 1 ends the call here, so there is no second try and no last one.
        [CallState.Recorded] = [CallTrigger.Matched, CallTrigger.RememberAsked, CallTrigger.UndoAsked],
        [CallState.Undo] = [CallTrigger.Confirmed, CallTrigger.Declined],
        [CallState.Undone] = [CallTrigger.Matched],
        [CallState.Practised] = [CallTrigger.Matched],
        [CallState.LeftInJournal] = [CallTrigger.Matched, CallTrigger.HelpDeskAsked],
    };

    private static readonly Dictionary<CallState, CallTrigger[]> Results = new()
    {
        [CallState.CheckingLogin] =
        [
            CallTrigger.LoginAccepted, CallTrigger.LoginRefused, CallTrigger.PasswordRefused, CallTrigger.LoginLocked, CallTrigger.WorkerInactive, CallTrigger.Busy,
            CallTrigger.Unreachable, CallTrigger.TooManyTries,
        ],
        [CallState.ListingEntries] = [CallTrigger.EntriesListed, CallTrigger.NoEntries, CallTrigger.Unreachable],
        [CallState.LookingUpClient] =
        [
            CallTrigger.ClientFound, CallTrigger.Corrected, CallTrigger.ClientRefused, CallTrigger.LookUpsUsedUp, CallTrigger.Unreachable, CallTrigger.TooManyTries,
        ],
        [CallState.ForgettingPhone] = [CallTrigger.PhoneSet],
        [CallState.RememberingPhone] = [CallTrigger.PhoneSet],
        [CallState.Storing] = [CallTrigger.Stored, CallTrigger.Unconfirmed, CallTrigger.Unreachable],
        [CallState.Undoing] = [CallTrigger.Cancelled, CallTrigger.UndoRefused, CallTrigger.Unconfirmed, CallTrigger.Unreachable],
        [CallState.Journaling] = [CallTrigger.Journaled],
    };

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_state_can_be_reached_from_the_login(string line)
    {
        var reached = new FlowMap(TestLines.Named(line)).Reachable(CallState.Login);

        // No call is ever in the superstate itself.
        Assert.Equal(Enum.GetValues<CallState>().Except([CallState.OnTheLine]), reached.Order());
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_state_is_described(string line) =>
        Assert.Equal(Enum.GetValues<CallState>(), new FlowMap(TestLines.Named(line)).States.Order());

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_state_leads_to_the_end_and_the_end_to_none(string line)
    {
        var map = new FlowMap(TestLines.Named(line));

        Assert.All(map.States, state => Assert.Contains(CallState.Ended, map.Reachable(state)));
        Assert.Empty(map.Triggers(CallState.Ended));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_question_answers_every_outcome_and_nothing_else(string line)
    {
        var map = new FlowMap(TestLines.Named(line));
        var questions = map.States.Where(state => state.Speaks() && state is not (CallState.OnTheLine or CallState.Ended));

        Assert.Equal(Answers.Keys.Order(), questions.Order());
        Assert.All(Answers, question =>
        {
            IEnumerable<CallTrigger> expected =
            [
                .. question.Value,
                .. question.Key == CallState.Login && TestLines.Named(line).Languages.Count > 1
                    ? [CallTrigger.LanguagePicked]
                    : Array.Empty<CallTrigger>(),
                CallTrigger.NoMatch, CallTrigger.NoInput, CallTrigger.HelpAsked, CallTrigger.Failed, CallTrigger.TimeUp,
            ];
            Assert.Equal(expected.Order(), map.Triggers(question.Key).Order());
        });
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_state_where_the_server_works_answers_its_results_and_failure(string line)
    {
        var map = new FlowMap(TestLines.Named(line));

        Assert.Equal(Results.Keys.Order(), map.States.Where(state => !state.Speaks()).Order());
        Assert.All(Results, work => Assert.Equal(
            work.Value.Concat([CallTrigger.Failed, CallTrigger.TimeUp]).Order(),
            map.Triggers(work.Key).Order()));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Only_a_confirmation_at_the_summary_leads_to_storing(string line)
    {
        var map = new FlowMap(TestLines.Named(line));
        var ways =
            from state in map.States
            from trigger in map.Triggers(state)
            where map.Destination(state, trigger) == CallState.Storing
            select (state, trigger);

        Assert.Equal([(CallState.Summary, CallTrigger.Confirmed)], ways);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Only_key_1_at_the_summary_leads_to_the_journal_at_once_or_after_the_database_failed(string line)
    {
        var map = new FlowMap(TestLines.Named(line));
        var ways =
            from state in map.States
            from trigger in map.Triggers(state)
            where map.Destination(state, trigger) == CallState.Journaling
            select (state, trigger);

        Assert.Equal(
            [
                (CallState.Summary, CallTrigger.Left),
                (CallState.Storing, CallTrigger.Unconfirmed),
                (CallState.Storing, CallTrigger.Unreachable),
            ],
            ways.OrderBy(way => way.state).ThenBy(way => way.trigger));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Only_a_second_answer_after_recorded_cancels(string line)
    {
        var map = new FlowMap(TestLines.Named(line));
        var ways =
            from state in map.States
            from trigger in map.Triggers(state)
            where map.Destination(state, trigger) is CallState.Undo or CallState.Undoing && map.Destination(state, trigger) != state
            select (state, trigger);

        Assert.Equal([(CallState.Recorded, CallTrigger.UndoAsked), (CallState.Undo, CallTrigger.Confirmed)], ways.Order());
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Only_what_is_committed_leads_to_recorded(string line)
    {
        var map = new FlowMap(TestLines.Named(line));
        var ways =
            from state in map.States
            // Who does not cancel an entry after all comes back.
            where state is not (CallState.Recorded or CallState.Undo or CallState.Undoing)
            from trigger in map.Triggers(state)
            where map.Destination(state, trigger) == CallState.Recorded
            select (state, trigger);

        // What is remembered then changes nothing of the entry.
        Assert.Equal([(CallState.Storing, CallTrigger.Stored), (CallState.RememberingPhone, CallTrigger.PhoneSet)], ways.OrderBy(way => way.state));
    }
}
