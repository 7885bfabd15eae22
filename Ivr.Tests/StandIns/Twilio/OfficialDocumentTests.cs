using System.Xml.Linq;
using Ivr.Tests.Oracles;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Task = System.Threading.Tasks.Task;

namespace Ivr.Tests.StandIns;

public class OfficialDocumentTests(TwilioOracle oracle)
{
    private static readonly Uri Relative = new("/voice/turn?s=CfDJ8Nq_-4&t=%C3%A9", UriKind.Relative);
    private static readonly Uri Absolute = new("https://voice.example.be:8443/voice/turn?s=a+b&t=%26");

    private static readonly Dictionary<string, VoiceResponse> Documents = new(StringComparer.Ordinal)
    {
        ["nothing"] = new(),
        ["verbs without parameters"] = new VoiceResponse().Append(new Say("x")).Append(new Gather()).Hangup(),
        ["a question"] = new VoiceResponse()
            .Append(new Gather(
                    [Gather.InputEnum.Dtmf], Relative, HttpMethod.Post, 5, finishOnKey: "", numDigits: 12, actionOnEmptyResult: true)
                .Append(new Say("Geef het gebruikersnummer in, twaalf cijfers.", Say.VoiceEnum.PollyLisaNeural, 1, Say.LanguageEnum.NlBe))
                .Append(new Say("Sluit af met een hekje.")))
            .Hangup(),
        ["keys and silences"] = new VoiceResponse().Append(new Pause(12)).Append(new Play(digits: "w47110#")).Append(new Pause()).Hangup(),
        ["four languages"] = new VoiceResponse()
            .Append(new Say("Goedendag.", Say.VoiceEnum.PollyLisaNeural, language: Say.LanguageEnum.NlBe))
            .Append(new Say("Bonjour, où êtes-vous ?", Say.VoiceEnum.PollyIsabelleNeural, language: Say.LanguageEnum.FrBe))
            .Append(new Say("Guten Tag, schön!", Say.VoiceEnum.PollyVickiNeural, language: Say.LanguageEnum.DeDe))
            .Append(new Say("Good morning.", Say.VoiceEnum.PollyAmyNeural, language: Say.LanguageEnum.EnGb))
            .Hangup(),
        ["every attribute of Gather"] = new VoiceResponse().Append(FullGather()),
        ["every attribute of Say"] = new VoiceResponse().Append(new Say("woorden", Say.VoiceEnum.Woman, 0, Say.LanguageEnum.EnUs)),
        ["characters to escape"] = new VoiceResponse()
            .Append(new Say("1 < 2 && 3 > 2, \"zei\" z'n buur; ]]> 😀 日本語"))
            .Append(new Gather(hints: "<a> & \"b\", 'c'", finishOnKey: "*")),
        ["a transfer"] = new VoiceResponse().Append(new Dial("+3225550006")).Append(new Say("x")).Hangup(),
        ["every attribute of Dial"] = new VoiceResponse().Append(FullDial()),
        ["long words"] = new VoiceResponse().Append(new Say(new string('é', 3000))),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_official_SDK_writes_the_same_document(string name)
    {
        foreach (var formatting in new[] { SaveOptions.None, SaveOptions.DisableFormatting })
        {
            var ours = Documents[name].ToString(formatting);
            var official = await oracle.RewriteAsync(ours);
            Assert.Equal(Canonical(official), Canonical(ours));
        }
    }

    [Fact]
    public async Task The_attributes_are_the_official_ones_and_all_of_them()
    {
        await Expect(FullGather());
        await Expect(new Say("x", "man", 1, "nl-BE"));
        await Expect(new Pause(3));
        await Expect(new Hangup());
        // The SDK for Node.js knows one that the package does not have yet.
        await Expect(FullDial(), "passports");

        async Task Expect(TwiML element, params string[] newer)
        {
            var root = element.ToXDocument().Root!;
            var ours = root.Attributes().Select(attribute => attribute.Name.LocalName);
            var official = await oracle.AttributesAsync(root.Name.LocalName);
            Assert.Equal(official.Except(newer).Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("<Response><Gather numdigits=\"1\"/></Response>", "Gather has no attribute numdigits")]
    [InlineData("<Response><Gather><Hangup/></Gather></Response>", "<Hangup> is not known inside Gather")]
    [InlineData("<Response><hangup/></Response>", "<hangup> is written <Hangup>")]
    [InlineData("<Response><Say voice=\"Bob\">x</Say></Response>", "not of type SayVoice")]
    [InlineData("<Response><Gather timeout=\"5s\"/></Response>", "not of type number")]
    [InlineData("<Response><Gather debug=\"True\"/></Response>", "not of type boolean")]
    [InlineData("<Response><Pause>x</Pause></Response>", "Pause holds no text")]
    [InlineData("<Response>x</Response>", "holds no text")]
    [InlineData("<Antwoord/>", "not <Response>")]
    [InlineData("<Response>", "not XML")]
    [InlineData("", "not XML")]
    public async Task What_the_official_SDK_cannot_write_is_refused(string twiml, string reason)
    {
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => oracle.RewriteAsync(twiml));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static Gather FullGather() => new(
        [Gather.InputEnum.Speech, Gather.InputEnum.Dtmf], Relative, HttpMethod.Get, 0, "auto", 60, true, "#", 1, Absolute, HttpMethod.Post,
        Gather.LanguageEnum.DeDe, "ja, nein", false, true, false, "phone_call", false);

    private static Dial FullDial() => new(
        "+3225550006", Relative, HttpMethod.Get, 20, true, 600, "+3225550001", Dial.RecordEnum.DoNotRecord, Dial.TrimEnum.DoNotTrim, Absolute,
        "RC1", HttpMethod.Post, [Dial.RecordingEventEnum.Completed], true, Dial.RingToneEnum.Be, Dial.RecordingTrackEnum.Both, false, Relative,
        HttpMethod.Post, "call-progress-event");

    private static string Canonical(string twiml) => Canonical(XDocument.Parse(twiml).Root!).ToString(SaveOptions.DisableFormatting);

    private static XElement Canonical(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal),
        element.Nodes().Select(node => node is XElement child ? (object)Canonical(child) : ((XText)node).Value));
}
