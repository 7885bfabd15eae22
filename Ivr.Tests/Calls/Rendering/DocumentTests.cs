using System.Text;
using System.Xml.Linq;
using Ivr.Caller.TwiML;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>Twilio accepts every document.</summary>
public class DocumentTests
{
    private static readonly Dictionary<string, string> LocaleOfVoice = new()
    {
        ["Polly.Lisa-Neural"] = "nl-BE",
        ["Polly.Isabelle-Neural"] = "fr-BE",
        ["Polly.Vicki-Neural"] = "de-DE",
        ["Polly.Amy-Neural"] = "en-GB",
    };

    [Fact]
    public void A_strict_phone_reads_every_document() => Assert.All(Documents.All, document =>
        TwiMLContent.Read("application/xml; charset=utf-8", Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void Voices_and_languages_belong_together()
    {
        var pairs = Documents.All.SelectMany(document => XDocument.Parse(document).Descendants("Say"))
            .Select(say => (Voice: (string)say.Attribute("voice")!, Language: (string)say.Attribute("language")!)).ToHashSet();

        Assert.Equal(LocaleOfVoice.Select(pair => (pair.Key, pair.Value)).ToHashSet(), pairs);
    }

    [Fact]
    public void Every_document_asks_or_hangs_up_and_never_leaves_the_line_in_silence() => Assert.All(Documents.All, document =>
    {
        var verbs = TwiMLReader.Read(document).Verbs;
        if (verbs[^1] is Gather gather)
            Assert.True(verbs.SkipLast(1).All(verb => verb is Say) && gather is { ActionOnEmptyResult: true, Action: not null, Prompts.Count: > 0 });
        else
            Assert.True(verbs is [Say, .., Hangup]);
    });
}
