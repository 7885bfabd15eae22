using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Replay.Importing;

/// <summary>Companies, workers and clients that scripts take to be there, or bring with them.</summary>
internal sealed record People(IReadOnlyList<CompanyRow> Companies, IReadOnlyList<WorkerRow> Workers, IReadOnlyList<ClientRow> Clients)
{
    /// <summary>Nobody.</summary>
    public static People None { get; } = new([], [], []);

    /// <summary>The people of a script's own.</summary>
    public static People Of(ScriptData? data) => new(data?.Companies ?? [], data?.Workers ?? [], data?.Clients ?? []);

    /// <summary>All of them together.</summary>
    public static People Of(IReadOnlyCollection<People> all) => new(
        Merge([], [.. all.Reverse().SelectMany(some => some.Companies)], row => row.CompanyCode),
        Merge([], [.. all.Reverse().SelectMany(some => some.Workers)], row => row.Login),
        Merge([], [.. all.Reverse().SelectMany(some => some.Clients)], row => row.UserNumber));

    /// <summary>These and others; of two rows with the same first column the others' is taken, as an import of one after the other would.</summary>
    public People With(People others) => new(
        Merge(Companies, others.Companies, row => row.CompanyCode),
        Merge(Workers, others.Workers, row => row.Login),
        Merge(Clients, others.Clients, row => row.UserNumber));

    private static List<T> Merge<T>(IReadOnlyList<T> rows, IReadOnlyList<T> others, Func<T, string> key) =>
        [.. others.Concat(rows).DistinctBy(key)];
}
