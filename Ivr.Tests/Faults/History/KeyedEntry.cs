using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Faults.History;

/// <summary>What an entry says, as the caller heard it in the summary.</summary>
/// <param name="Login">The worker's login, as keyed.</param>
/// <param name="UserNumber">The client.</param>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">Whole hours.</param>
/// <param name="Month">The month of the day worked.</param>
/// <param name="Day">The day in it.</param>
internal sealed record KeyedEntry(string Login, string UserNumber, int Activity, int Hours, int Month, int Day)
{
    /// <summary>The entry in a summary.</summary>
    public static KeyedEntry From(string login, HeardSummary heard) =>
        new(login, heard.UserNumber, heard.Activity, heard.Hours, heard.Day.Month, heard.Day.Day);
}
