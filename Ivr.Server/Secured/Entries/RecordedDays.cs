using Ivr.Server.Secured.Corrections;

namespace Ivr.Server.Secured.Entries;

/// <summary>
/// A range of dates with which entries were recorded, before any correction; both ends are included. They are the parameters of
/// <see cref="EntrySql"/>.
/// </summary>
internal sealed record RecordedDays(DateOnly First, DateOnly Last)
{
    /// <summary>
    /// The recorded dates of all entries whose current date is in a range: a correction moves an entry by <see cref="Change.MaxDays"/> at
    /// most.
    /// </summary>
    public static RecordedDays WhatHolds(DateOnly from, DateOnly to) => new(from.AddDays(-Change.MaxDays), to.AddDays(Change.MaxDays));
}
