using Ivr.Server.Words;

namespace Ivr.Server.Secured.Dates;

/// <summary>A field for a date, with a calendar to choose from. <c>Last</c> is the last day of the calendar; null for no limit.</summary>
internal sealed record DateField(string Name, Wording Label, DateOnly Value, DateOnly? Last = null);
