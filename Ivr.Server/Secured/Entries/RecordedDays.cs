using Ivr.Server.Secured.Corrections;

namespace Ivr.Server.Secured.Entries;

/// <summary>Days with which entries were recorded, before any correction; both included. They are the parameters of <see cref="EntrySql"/>.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record RecordedDays(DateOnly First, DateOnly Last)
{
    /// <summary>Of whatever holds for some days now: a correction moves an entry by <see cref="Change.MaxDays"/> at most.</summary>
    public static RecordedDays WhatHolds(DateOnly from, DateOnly to) => new(from.AddDays(-Change.MaxDays), to.AddDays(Change.MaxDays));
}
