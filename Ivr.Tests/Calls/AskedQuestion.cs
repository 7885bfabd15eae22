using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A question on a line: how a caller gets to it, and its prompts.</summary>
/// <remarks><c>Number</c> is the number dialled. <c>Before</c> are the keys that lead to the question.</remarks>
public sealed record AskedQuestion(string Number, string Before)
{
    /// <summary>Keys that do not answer the question.</summary>
    public required string Wrong { get; init; }

    /// <summary>The keys that ask for help.</summary>
    public required string Help { get; init; }

    /// <summary>Words of the first wording of the question.</summary>
    public required string First { get; init; }

    /// <summary>Words of the second wording.</summary>
    public required string Second { get; init; }

    /// <summary>Words of the third wording.</summary>
    public required string Third { get; init; }

    /// <summary>Words of the help.</summary>
    public required string Explanation { get; init; }

    /// <summary>The keys that answer this question and all later ones.</summary>
    public string Rest => WholeCall(Number)[Before.Length..];

    /// <summary>All keys of a call to a number.</summary>
    public static string WholeCall(string number) => number == TestData.Wallonia
        ? TestData.Fr.Keys + TestData.InWallonia + "131"
        : TestData.Nl.Keys + TestData.InFlanders + "131";

    /// <summary>Names the test case.</summary>
    public override string ToString() => $"{Number}: {First}";
}
