using System.Xml.Linq;

namespace Ivr.Caller.TwiML;

/// <summary>Reads Say, Play and Pause, the verbs that the caller hears.</summary>
internal static class PromptReader
{
    /// <summary>The limit of Polly voices, which the lines use. Basic voices take 4096.</summary>
    private const int MaxCharacters = 3000;

    public static Say ReadSay(XElement element)
    {
        var attributes = new Attributes(element);
        var voice = attributes.Text("voice");
        var language = attributes.Text("language");
        var loop = attributes.WholeNumber("loop", atLeast: 0, TwiMLErrors.SayLoop) ?? 1;
        attributes.RefuseOthers();
        if (KnownVoices.FindFault(voice, language) is { } fault) throw new TwiMLException(TwiMLErrors.Voice, fault, element);
        return new Say(ReadWords(element), voice, language, loop);
    }

    public static Play ReadPlay(XElement element)
    {
        var attributes = new Attributes(element);
        var loop = attributes.WholeNumber("loop", atLeast: 0, TwiMLErrors.PlayLoop) ?? 1;
        var digits = attributes.Text("digits");
        attributes.RefuseOthers();
        VerbReader.RefuseChildren(element);
        var source = element.Value.Trim();
        if (digits is not null && (digits.Length == 0 || digits.Any(key => !"0123456789#*w".Contains(key))))
            throw attributes.Invalid("digits", digits, "0-9, #, * and w", TwiMLErrors.Schema);
        if (digits is null == (source.Length == 0))
            throw new TwiMLException(TwiMLErrors.Schema, "<Play> needs a URL or digits, one of the two.", element);
        return new Play(digits is null ? source : null, digits, loop);
    }

    public static Pause ReadPause(XElement element)
    {
        var attributes = new Attributes(element);
        var seconds = attributes.WholeNumber("length", atLeast: 1, TwiMLErrors.Schema) ?? 1;
        attributes.RefuseOthers();
        VerbReader.RefuseContent(element);
        return new Pause(TimeSpan.FromSeconds(seconds));
    }

    private static string ReadWords(XElement element)
    {
        if (element.Elements().FirstOrDefault() is { } markup)
            throw new TwiMLException(TwiMLErrors.Schema, $"<{markup.Name}>: this phone hears plain words only, no SSML.", markup);
        var words = string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
            throw new TwiMLException(TwiMLErrors.SayText, "<Say> is empty.", element);
        if (words.FirstOrDefault(char.IsControl) is var control and not '\0')
            throw new TwiMLException(TwiMLErrors.SayText, $"<Say> holds the control character U+{(int)control:X4}.", element);
        if (element.Value.Length > MaxCharacters)
        {
            throw new TwiMLException(
                TwiMLErrors.SayTooLong, $"<Say> has {element.Value.Length} characters, {MaxCharacters} is the most.", element);
        }

        return words;
    }
}
