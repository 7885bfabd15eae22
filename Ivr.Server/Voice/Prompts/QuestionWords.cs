using Ivr.Server.Words;

namespace Ivr.Server.Voice.Prompts;

/// <summary>The prompts of one question: the wordings for the first, second and third try, and the help.</summary>
/// <param name="First">As short as possible. It explains nothing.</param>
/// <param name="Second">The same in other words. It offers the help.</param>
/// <param name="Third">Explains.</param>
/// <param name="Help">Spoken after key 0, before the question.</param>
internal sealed record QuestionWords(Wording First, Wording Second, Wording Third, Wording Help)
{
    /// <summary>
    /// Ends a second wording. Its key is the last of a list, so it needs no verb. German keys at the end of a sentence are words: a voice may
    /// read "1." as an ordinal.
    /// </summary>
    public static readonly Wording OfferOfHelp = new("Voor hulp, 0.", "Pour de l'aide, 0.", "Für Hilfe null.", "For help, 0.");

    /// <summary>Returns the wording for a try, counted from 0. All tries after the second use the third wording.</summary>
    public Wording ForTry(int tries) => tries switch
    {
        0 => First,
        1 => Second,
        _ => Third,
    };
}
