namespace Ivr.Tests.Properties.Plans;

/// <summary>An action of the caller, or an event in the call. The keys for it depend on the question.</summary>
internal abstract record Act
{
    /// <summary>Gives the answer that the question asks for.</summary>
    public sealed record Answers : Act;

    /// <summary>
    /// Gives another valid answer: another client, another activity, key 2. <c>Choice</c> is any number and selects one.
    /// </summary>
    public sealed record AnswersOtherwise(int Choice) : Act;

    /// <summary>Makes a mistake that people make at this question. <c>Choice</c> is any number and selects one.</summary>
    public sealed record Slips(int Choice) : Act;

    /// <summary>Presses 0 for help, as many times as <c>Times</c> says.</summary>
    public sealed record AsksForHelp(int Times) : Act;

    /// <summary>Gives the answer, and its last key comes twice.</summary>
    public sealed record AnswersTwice : Act;

    /// <summary>Presses random keys: 0-9, # and *.</summary>
    public sealed record Mashes(string Keys) : Act;

    /// <summary>Presses no key until the timeout.</summary>
    public sealed record IsSilent : Act;

    /// <summary>A webhook is delivered again: <c>Back</c> is 0 for the last one, 1 for the one before it, and so on.</summary>
    public sealed record Repeats(int Back) : Act;

    /// <summary>Something happens to the webhook of the next answer.</summary>
    public sealed record Suffers(Mishap Mishap) : Act;

    public sealed record HangsUp : Act;

    /// <summary>Gives the answer and hangs up on its last key.</summary>
    public sealed record AnswersAndHangsUp : Act;
}

/// <summary>What can happen to a webhook on its way to the server.</summary>
internal enum Mishap
{
    None,

    RequestLost,

    /// <summary>The request arrives, but the response is lost.</summary>
    AnswerLost,

    /// <summary>The request arrives twice at the same moment.</summary>
    Doubled,
}
