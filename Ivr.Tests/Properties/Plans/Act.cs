namespace Ivr.Tests.Properties.Plans;

/// <summary>Something a caller does, or something that befalls the call. What keys it comes to depends on the question.</summary>
internal abstract record Act
{
    /// <summary>The answer that the question asks for.</summary>
    public sealed record Answers : Act;

    /// <summary>Another answer that the question may take: another client, another activity, key 2.</summary>
    /// <param name="Choice">Which one; any number.</param>
    public sealed record AnswersOtherwise(int Choice) : Act;

    /// <summary>A mistake that people make at this question.</summary>
    /// <param name="Choice">Which one; any number.</param>
    public sealed record Slips(int Choice) : Act;

    /// <summary>Keys 0, several times over.</summary>
    /// <param name="Times">How often.</param>
    public sealed record AsksForHelp(int Times) : Act;

    /// <summary>Keys without sense.</summary>
    /// <param name="Keys">0-9, # and *.</param>
    public sealed record Mashes(string Keys) : Act;

    /// <summary>A time-out.</summary>
    public sealed record IsSilent : Act;

    /// <summary>A webhook is delivered once more.</summary>
    /// <param name="Back">0 for the last one, 1 for the one before it, and so on.</param>
    public sealed record Repeats(int Back) : Act;

    /// <summary>Something happens to the next answer on its way.</summary>
    /// <param name="Mishap">What.</param>
    public sealed record Suffers(Mishap Mishap) : Act;

    /// <summary>Hangs up.</summary>
    public sealed record HangsUp : Act;

    /// <summary>Gives the answer, and hangs up on its last key.</summary>
    public sealed record AnswersAndHangsUp : Act;
}

/// <summary>What can happen to a webhook on its way.</summary>
internal enum Mishap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not arrive.</summary>
    RequestLost,

    /// <summary>It arrives, and its answer does not.</summary>
    AnswerLost,

    /// <summary>It arrives twice at the same moment.</summary>
    Doubled,
}
