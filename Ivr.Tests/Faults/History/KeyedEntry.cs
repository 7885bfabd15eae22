using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Faults.History;

/// <summary>
/// What an entry says, as the caller heard it in the summary. <c>Login</c> is the worker's, as keyed. <c>UserNumber</c> is the client's.
/// <c>Activity</c> is 1-4. <c>Hours</c> are whole hours. <c>Month</c> and <c>Day</c> are of the day worked.
/// </summary>
internal sealed record KeyedEntry(string Login, string UserNumber, int Activity, int Hours, int Month, int Day)
{
    // Of a known client the summary says the last three digits, and the caller knows what was keyed.
    public static KeyedEntry From(string login, string keyed, HeardSummary heard) => new(
        login, heard.IsKnownClient && keyed.EndsWith(heard.UserNumber, StringComparison.Ordinal) ? keyed : heard.UserNumber,
        heard.Activity, heard.Hours, heard.Day.Month, heard.Day.Day);
}
