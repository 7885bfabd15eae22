using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Replay.Importing;

/// <summary>Companies, workers and clients that scripts assume to exist, or bring with them.</summary>
internal sealed record People(IReadOnlyList<CompanyRow> Companies, IReadOnlyList<WorkerRow> Workers, IReadOnlyList<ClientRow> Clients)
{
    public static People None { get; } = new([], [], []);

    /// <summary>The people in a script's own data.</summary>
    public static People Of(ScriptData? data) => new(data?.Companies ?? [], data?.Workers ?? [], data?.Clients ?? []);

    /// <summary>Merges people. Of two rows with the same first column, the later one is taken.</summary>
    public static People Of(IReadOnlyCollection<People> all) => new(
        Merge([], [.. all.Reverse().SelectMany(some => some.Companies)], row => row.CompanyCode),
        Merge([], [.. all.Reverse().SelectMany(some => some.Workers)], row => row.Login),
        Merge([], [.. all.Reverse().SelectMany(some => some.Clients)], row => row.UserNumber));

    /// <summary>
    /// Merges these people and others. Of two rows with the same first column, the others' row is taken, as in an import of one after the
    /// other.
    /// </summary>
    public People With(People others) => new(
        Merge(Companies, others.Companies, row => row.CompanyCode),
        Merge(Workers, others.Workers, row => row.Login),
        Merge(Clients, others.Clients, row => row.UserNumber));

    private static List<T> Merge<T>(IReadOnlyList<T> rows, IReadOnlyList<T> others, Func<T, string> key) =>
        [.. others.Concat(rows).DistinctBy(key)];
}
