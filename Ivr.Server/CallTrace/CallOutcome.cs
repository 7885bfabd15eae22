using Ivr.StateMachine;

namespace Ivr.Server.CallTrace;

/// <summary>Outcomes of calls in which nothing was recorded, as the table stores them.</summary>
internal static class CallOutcome
{
    /// <summary>The caller hung up.</summary>
    public const string GivenUp = "given_up";

    /// <summary>The dialled number is on no line.</summary>
    public const string WrongNumber = "wrong_number";

    /// <summary>A technical problem ended the call.</summary>
    public const string Failed = "failed";

    /// <summary>
    /// The outcome of a call that ends in its current state. When a problem of the caller led to the end, the outcome is that problem.
    /// </summary>
    public static string Of(Call call) => call switch
    {
        { IsLockedOut: true } => "locked",
        { EndedBy: CallTrigger.WorkerInactive } => "inactive",
        { EndedBy: CallTrigger.TimeUp } => "time_up",
        { EndedBy: CallTrigger.HelpDeskAsked } => "help_desk",
        { EndedBy: CallTrigger.Failed } => Failed,
        { EndedBy: CallTrigger.LookUpsUsedUp } => "unknown_number",
        // The number that was looked up is still set when the look-up ended the call.
        { EndedBy: CallTrigger.TooManyTries, KeyedUserNumber: not null } => "unknown_number",
        // A valid answer resets the count of tries; the check refused the login after that.
        { EndedBy: CallTrigger.TooManyTries, WorkerId: null, WrongLogins: > 0, Tries: 0 } => "login_failed",
        { EndedBy: CallTrigger.TooManyTries } => "too_many_tries",
        { Notice: Notice.Busy } => "busy",
        { WorkerId: null, WrongLogins: > 0 } => "login_failed",
        {
            State: CallState.MainMenu,
            Notice: Notice.DigitMayBeWrong or Notice.UserNumberNotKnown or Notice.LoginKeyedAsUserNumber or Notice.ClientInactive,
        } => "unknown_number",
        _ => GivenUp,
    };
}
