using System.Xml.Linq;

namespace Ivr.Caller.TwiML;

/// <summary>Converts elements to verbs.</summary>
internal static class VerbReader
{
    private static readonly string[] Names = ["Say", "Play", "Pause", "Gather", "Dial", "Redirect", "Hangup", "Reject"];

    public static IReadOnlyList<Verb> ReadResponse(XElement root)
    {
        if (root.Name != "Response")
            throw new TwiMLException(TwiMLErrors.NotParsed, $"the root is <{root.Name}>, not <Response>.", root);
        new Attributes(root).RefuseOthers();
        RefuseText(root);
        return [.. root.Elements().Select(Read)];
    }

    private static Verb Read(XElement element) => element.Name.ToString() switch
    {
        "Say" => PromptReader.ReadSay(element),
        "Play" => PromptReader.ReadPlay(element),
        "Pause" => PromptReader.ReadPause(element),
        "Gather" => GatherReader.Read(element),
        "Dial" => DialReader.Read(element),
        "Redirect" => ReadRedirect(element),
        "Hangup" => ReadHangup(element),
        "Reject" => ReadReject(element),
        var unknown => throw UnknownVerb(unknown, element),
    };

    private static Redirect ReadRedirect(XElement element)
    {
        var attributes = new Attributes(element);
        var method = attributes.Method("method");
        attributes.RefuseOthers();
        RefuseChildren(element);
        var target = element.Value.Trim();
        return target.Length > 0
            ? new Redirect(target, method)
            : throw new TwiMLException(TwiMLErrors.Schema, "<Redirect> names no URL.", element);
    }

    private static Hangup ReadHangup(XElement element)
    {
        new Attributes(element).RefuseOthers();
        RefuseContent(element);
        return new Hangup();
    }

    private static Reject ReadReject(XElement element)
    {
        var attributes = new Attributes(element);
        var reason = attributes.OneOf("reason", TwiMLErrors.Schema, "rejected", "busy");
        attributes.RefuseOthers();
        RefuseContent(element);
        return new Reject(reason ?? "rejected");
    }

    public static void RefuseContent(XElement element)
    {
        RefuseChildren(element);
        RefuseText(element);
    }

    public static void RefuseChildren(XElement element)
    {
        if (element.Elements().FirstOrDefault() is { } child)
            throw new TwiMLException(TwiMLErrors.Schema, $"<{child.Name}> is not allowed within <{element.Name}>.", child);
    }

    public static void RefuseText(XElement element)
    {
        if (element.Nodes().OfType<XText>().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text.Value)) is { } text)
            throw new TwiMLException(TwiMLErrors.Schema, $"text is not allowed within <{element.Name}>: \"{text.Value.Trim()}\".", text);
    }

    private static TwiMLException UnknownVerb(string name, XElement element)
    {
        var meant = Array.Find(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        var hint = meant is null ? "" : $" It is written <{meant}>.";
        return new TwiMLException(TwiMLErrors.Schema, $"<{name}> is not a verb that this phone knows.{hint}", element);
    }
}
