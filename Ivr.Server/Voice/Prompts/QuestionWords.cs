using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>The words of one question: how it is put first, again, and for the third time, and its help.</summary>
/// <param name="First">Short and complete.</param>
/// <param name="Second">In other words.</param>
/// <param name="Third">Longer, with help.</param>
/// <param name="Help">Spoken on key 0, before the question.</param>
internal sealed record QuestionWords(Wording First, Wording Second, Wording Third, Wording Help)
{
    /// <summary>When correcting: names the earlier answer and the key that keeps it. Spoken before the question.</summary>
    public Wording? Earlier { get; init; }

    /// <summary>When correcting: asks for another answer. Spoken in place of <see cref="First"/>.</summary>
    public Wording? Other { get; init; }

    /// <summary>The wording for the nth try, from 0: the last one that is not beyond it.</summary>
    public Wording ForTry(int tries) => tries switch
    {
        0 => First,
        1 => Second,
        _ => Third,
    };
}
