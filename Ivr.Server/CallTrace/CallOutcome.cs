using Ivr.StateMachine;

namespace Ivr.Server.CallTrace;

/// <summary>The outcomes of calls, as the table <c>call</c> stores them; docs/operator.md says when a call has which.</summary>
internal static class CallOutcome
{
    public const string InProgress = "in_progress";
    public const string Recorded = "recorded";
    public const string Left = "left";
    public const string GivenUp = "given_up";
    public const string LoginFailed = "login_failed";
    public const string Locked = "locked";
    public const string Inactive = "inactive";
    public const string Busy = "busy";
    public const string UnknownNumber = "unknown_number";
    public const string TooManyTries = "too_many_tries";
    public const string TimeUp = "time_up";
    public const string HelpDesk = "help_desk";
    public const string WrongNumber = "wrong_number";
    public const string Failed = "failed";
    public const string Practice = "practice";

    /// <summary>
    /// The outcome of a call that ends in its current state with nothing recorded or left. When a problem of the caller led to the end, the
    /// outcome is that problem.
    /// </summary>
    public static string Of(Call call) => call switch
    {
        { IsPractice: true } => Practice,
        { IsLockedOut: true } => Locked,
        { EndedBy: CallTrigger.WorkerInactive } => Inactive,
        { EndedBy: CallTrigger.TimeUp } => TimeUp,
        { EndedBy: CallTrigger.HelpDeskAsked } => HelpDesk,
        { EndedBy: CallTrigger.Failed } => Failed,
        { EndedBy: CallTrigger.LookUpsUsedUp } => UnknownNumber,
        // The number that was looked up is still set when the look-up ended the call.
        { EndedBy: CallTrigger.TooManyTries, KeyedUserNumber: not null } or { EndedBy: CallTrigger.TooManyTries, KeyedShortNumber: not null } => UnknownNumber,
        // Silence after a wrong password means that the caller did not know the right one: the password is the reason.
        { EndedBy: CallTrigger.TooManyTries, WorkerId: not null } or { EndedBy: CallTrigger.TooManyTries, WrongLogins: 0 } => TooManyTries,
        { Notice: Notice.Busy } => Busy,
        { WorkerId: null, WrongLogins: > 0 } => LoginFailed,
        {
            State: CallState.UserNumber,
            Notice: Notice.DigitMayBeWrong or Notice.UserNumberNotKnown or Notice.LoginKeyedAsUserNumber or Notice.ClientInactive
                or Notice.ShortNumberNotKnown or Notice.ShortNumberRemoved,
        } => UnknownNumber,
        _ => GivenUp,
    };
}
