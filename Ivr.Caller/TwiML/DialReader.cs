using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ivr.Caller.TwiML;

/// <summary>
/// Reads Dial to a single number. Nobody answers that number here, so this reader rejects what needs an answer or another webhook: an
/// action, a recording, nouns such as Number or Conference.
/// </summary>
internal static partial class DialReader
{
    private const int DefaultSeconds = 30;

    public static Dial Read(XElement element)
    {
        var attributes = new Attributes(element);
        var seconds = attributes.WholeNumber("timeout", atLeast: 1, TwiMLErrors.DialTimeout) ?? DefaultSeconds;
        attributes.WholeNumber("timeLimit", atLeast: 1, TwiMLErrors.Schema);
        attributes.Flag("hangupOnStar");
        attributes.Flag("answerOnBridge");
        if (attributes.Text("callerId") is { } callerId && !Number().IsMatch(callerId))
            throw attributes.Invalid("callerId", callerId, "a number such as +3225550000", TwiMLErrors.DialNumber);
        attributes.RefuseOthers();
        VerbReader.RefuseChildren(element);
        var number = element.Value.Trim();
        return Number().IsMatch(number)
            ? new Dial(number, TimeSpan.FromSeconds(seconds))
            : throw new TwiMLException(TwiMLErrors.DialNumber, $"<Dial> to \"{number}\": expected a number such as +3225550000.", element);
    }

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
