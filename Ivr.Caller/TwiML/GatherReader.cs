using System.Xml.Linq;

namespace Ivr.Caller.TwiML;

/// <summary>
/// Reads Gather with its 18 attributes. The attributes for speech are checked and ignored, because this phone has only keys.
/// </summary>
internal static class GatherReader
{
    public static Gather Read(XElement element)
    {
        var attributes = new Attributes(element);
        var gather = new Gather
        {
            Action = attributes.Text("action") is { Length: > 0 } action ? action : null,
            Method = attributes.Method("method", TwiMLErrors.GatherMethod),
            Timeout = TimeSpan.FromSeconds(attributes.WholeNumber("timeout", atLeast: 1, TwiMLErrors.GatherTimeout) ?? 5),
            FinishOnKey = ReadFinishOnKey(attributes),
            NumDigits = attributes.WholeNumber("numDigits", atLeast: 1, TwiMLErrors.NumDigits),
            ActionOnEmptyResult = attributes.Flag("actionOnEmptyResult", TwiMLErrors.ActionOnEmptyResult) ?? false,
            Prompts = ReadPrompts(element),
        };
        CheckInput(attributes);
        CheckSpeech(attributes);
        attributes.RefuseOthers();
        return gather;
    }

    private static char? ReadFinishOnKey(Attributes attributes)
    {
        const string Name = "finishOnKey";
        return attributes.Text(Name) switch
        {
            null => '#',
            "" => null,
            [var key] when "0123456789#*".Contains(key) => key,
            [_] other => throw attributes.Invalid(Name, other, "one of 0-9, #, *, or nothing", TwiMLErrors.FinishOnKey),
            // Twilio has two error codes: 13310 for a character that is not a key, 13311 for more than one character.
            var several => throw attributes.Invalid(Name, several, "a single key, or nothing", TwiMLErrors.FinishOnKeyLength),
        };
    }

    private static void CheckInput(Attributes attributes)
    {
        if (attributes.Text("input") is { } input && !input.Split(' ').Contains("dtmf"))
            throw attributes.Invalid("input", input, "dtmf, for this phone has keys only", TwiMLErrors.Schema);
    }

    private static void CheckSpeech(Attributes attributes)
    {
        foreach (var free in (string[])["hints", "language", "speechModel", "partialResultCallback"]) attributes.Text(free);
        foreach (var flag in (string[])["bargeIn", "debug", "enhanced", "profanityFilter"]) attributes.Flag(flag);
        attributes.Method("partialResultCallbackMethod");
        attributes.WholeNumber("maxSpeechTime", atLeast: 1, TwiMLErrors.Schema);
        if (attributes.Text("speechTimeout") is not (null or "auto"))
            attributes.WholeNumber("speechTimeout", atLeast: 1, TwiMLErrors.Schema);
    }

    private static IReadOnlyList<Prompt> ReadPrompts(XElement gather)
    {
        VerbReader.RefuseText(gather);
        return [.. gather.Elements().Select(ReadPrompt)];
    }

    private static Prompt ReadPrompt(XElement element) => element.Name.ToString() switch
    {
        "Say" => PromptReader.ReadSay(element),
        "Play" => PromptReader.ReadPlay(element),
        "Pause" => PromptReader.ReadPause(element),
        var other => throw new TwiMLException(
            TwiMLErrors.Nesting, $"<{other}> is not allowed within <Gather>: only Say, Play and Pause are.", element),
    };
}
