using System.Xml.Linq;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Ivr.Tests.StateMachine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Twilio.TwiML;

namespace Ivr.Tests.Rendering;

/// <summary>Every TwiML document that the server can send, each once.</summary>
internal static class Documents
{
    private static readonly CallTwiml Twiml = new(TestLines.Configured, new Voices(TestLines.Settings), new HelpDesk(HelpDeskSettings));

    private static IConfiguration HelpDeskSettings => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["HelpDesk:Number"] = "+3225550006", ["HelpDesk:Hours:Monday"] = "08:00-17:00" })
        .Build();

    // As long as it gets, and sealed once: no two seals are the same.
    private static readonly Uri Action = new(
        "answer?call=" + new CallSeal(new EphemeralDataProtectionProvider()).Seal(
            At.State(TestLines.Flanders, CallState.Recorded),
            new()
            {
                Asked = Enum.GetValues<CallState>().ToDictionary(state => state, _ => 10),
                AskedAgain = Enum.GetValues<CallState>().ToDictionary(state => state, _ => 10),
            },
            "CA00000000000000000000000000000001"),
        UriKind.Relative);

    private static readonly Lazy<IReadOnlyList<string>> Every = new(() => [.. Enumerate().Distinct()]);

    /// <summary>The documents as they are sent.</summary>
    public static IReadOnlyList<string> All => Every.Value;

    /// <summary>A call's document as it is sent.</summary>
    public static string For(Call call) => Sent(Twiml.Render(call, Action));

    /// <summary>What is said in a document, one text a Say.</summary>
    public static IReadOnlyList<string> Texts(string document) =>
        [.. XDocument.Parse(document).Descendants("Say").Select(say => say.Value)];

    /// <summary>All that is said at a call's next step.</summary>
    public static string Said(Call call) => string.Join(' ', Texts(For(call)));

    private static IEnumerable<string> Enumerate() =>
    [
        .. TestLines.Configured.All.SelectMany(SpeakingCalls.On).Select(For),
        .. TestLines.Configured.All.Select(line => Sent(Twiml.Apology(line))),
        Sent(Twiml.NumberNotInUse()),
    ];

    private static string Sent(VoiceResponse response) => response.ToString(SaveOptions.DisableFormatting);
}
