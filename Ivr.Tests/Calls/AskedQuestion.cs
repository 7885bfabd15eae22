using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A question on a line: how a caller gets there, and what it sounds like.</summary>
/// <param name="Number">The number dialled.</param>
/// <param name="Before">The keys that lead to the question.</param>
public sealed record AskedQuestion(string Number, string Before)
{
    /// <summary>Keys that are no answer to it.</summary>
    public required string Wrong { get; init; }

    /// <summary>The keys for help.</summary>
    public required string Help { get; init; }

    /// <summary>Words of the first wording.</summary>
    public required string First { get; init; }

    /// <summary>Words of the second.</summary>
    public required string Second { get; init; }

    /// <summary>Words of the third.</summary>
    public required string Third { get; init; }

    /// <summary>Words of the help.</summary>
    public required string Explanation { get; init; }

    /// <summary>The keys that answer this question and all that follow.</summary>
    public string Rest => WholeCall(Number)[Before.Length..];

    /// <summary>All the keys of a call on a line.</summary>
    public static string WholeCall(string number) => number == TestData.Wallonia
        ? TestData.Fr.Keys + TestData.InWallonia + "131"
        : TestData.Nl.Keys + TestData.InFlanders + "131";

    /// <summary>Names the test.</summary>
    public override string ToString() => $"{Number}: {First}";
}
