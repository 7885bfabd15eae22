using System.Text;
using System.Xml.Linq;
using Ivr.Caller.TwiML;
using Ivr.Tests.Oracles;

namespace Ivr.Tests.Rendering;

/// <summary>Every document is one that Twilio takes.</summary>
public class DocumentTests(TwilioOracle oracle)
{
    private const int DocumentsPerQuestion = 50;

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
    public async Task The_official_SDK_writes_every_document_the_same()
    {
        // Documents that stand one after the other are one document too, and asking costs more than writing.
        var batches = Documents.All.Chunk(DocumentsPerQuestion).Select(documents =>
            new XElement("Response", documents.SelectMany(document => XDocument.Parse(document).Root!.Elements()))
                .ToString(SaveOptions.DisableFormatting)).ToList();

        var official = await Task.WhenAll(batches.Select(oracle.RewriteAsync));

        Assert.Equal(batches.Select(Canonical), official.Select(Canonical));
    }

    [Fact]
    public async Task Voices_and_languages_are_official_and_belong_together()
    {
        var pairs = Documents.All.SelectMany(document => XDocument.Parse(document).Descendants("Say"))
            .Select(say => (Voice: (string)say.Attribute("voice")!, Language: (string)say.Attribute("language")!)).ToHashSet();

        Assert.Equal(LocaleOfVoice.Select(pair => (pair.Key, pair.Value)).ToHashSet(), pairs);
        Assert.Subset((await oracle.VoicesAsync()).ToHashSet(), pairs.Select(pair => pair.Voice).ToHashSet());
        Assert.Subset((await oracle.LanguagesAsync()).ToHashSet(), pairs.Select(pair => pair.Language).ToHashSet());
    }

    [Fact]
    public void Every_document_asks_or_hangs_up_and_never_leaves_the_line_in_silence() => Assert.All(Documents.All, document =>
    {
        var verbs = TwiMLReader.Read(document).Verbs;
        if (verbs is [Gather gather])
            Assert.True(gather is { ActionOnEmptyResult: true, Action: not null, Prompts.Count: > 0 });
        else
            Assert.True(verbs is [Say, .., Hangup]);
    });

    private static string Canonical(string twiml) => Canonical(XDocument.Parse(twiml).Root!).ToString(SaveOptions.DisableFormatting);

    private static XElement Canonical(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal),
        element.Nodes().Select(node => node is XElement child ? (object)Canonical(child) : ((XText)node).Value));
}
