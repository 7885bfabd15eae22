using System.Globalization;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Formats values of prestation_feed as scripts write them.</summary>
internal static class PrestationText
{
    /// <summary>Formats a value that the PostgreSQL driver returns.</summary>
    /// <returns>
    /// Days as <c>2026-03-12</c>, moments as <c>2026-03-12 15:31</c> in Brussels time, <c>true</c> or <c>false</c>, and all other values as
    /// they are.
    /// </returns>
    public static string Of(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // The driver may return both "date" and "timestamptz" of PostgreSQL as a DateTime.
        DateTime { Kind: DateTimeKind.Utc } moment => BrusselsMoment.Write(new(moment)),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
