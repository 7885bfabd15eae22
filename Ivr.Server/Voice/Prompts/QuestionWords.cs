using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>The prompts of one question: the wordings for the first, second and third try, and the help.</summary>
/// <param name="First">Short and complete.</param>
/// <param name="Second">The same in other words.</param>
/// <param name="Third">Longer, with help.</param>
/// <param name="Help">Spoken after key 0, before the question.</param>
internal sealed record QuestionWords(Wording First, Wording Second, Wording Third, Wording Help)
{
    /// <summary>Returns the wording for a try, counted from 0. All tries after the second use the third wording.</summary>
    public Wording ForTry(int tries) => tries switch
    {
        0 => First,
        1 => Second,
        _ => Third,
    };
}
