namespace Ivr.Server.Secured.Operator;

/// <summary>
/// The period of the operator's page and its resolution. <c>Name</c> is the name in the page's URL. <c>Length</c> is how far back the page
/// looks, and <c>Column</c> the time of one column of a plot.
/// </summary>
internal sealed record OperatorPeriod(string Name, TimeSpan Length, TimeSpan Column)
{
    /// <summary>One hour, with one column per minute.</summary>
    public static OperatorPeriod Hour { get; } = new("hour", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

    /// <summary>24 hours, with one column per half hour.</summary>
    public static OperatorPeriod Day { get; } = new("day", TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));

    public int Columns => (int)(Length / Column);

    /// <summary>The period with this name; the hour for any other name.</summary>
    public static OperatorPeriod Named(string? name) => name == Day.Name ? Day : Hour;

    /// <summary>Start of the first column. The last column contains this moment.</summary>
    public DateTime Since(DateTimeOffset now) => new DateTime(now.UtcTicks - now.UtcTicks % Column.Ticks, DateTimeKind.Utc) + Column - Length;
}
