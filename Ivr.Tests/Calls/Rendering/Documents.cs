using System.Xml.Linq;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Ivr.Tests.StateMachine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>Every TwiML document that the server can send, without duplicates.</summary>
internal static class Documents
{
    private static readonly CallTwiml Twiml = new(TestLines.Configured, new Voices(TestLines.Settings), new HelpDesk(HelpDeskSettings));

    private static IConfiguration HelpDeskSettings => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["HelpDesk:Number"] = "+3225550006", ["HelpDesk:Hours:Monday"] = "08:00-17:00" })
        .Build();

    // The longest possible URL. Sealed only once, because no two seals are the same.
    private static readonly string Action =
        "answer?call=" + new CallSeal(new EphemeralDataProtectionProvider(), TimeProvider.System).Seal(
            At.State(TestLines.Flanders, CallState.Recorded) with { Offer = new(At.UserNumber, OfferReason.SameClient, 4, 9) },
            new()
            {
                Asked = Enum.GetValues<CallState>().ToDictionary(state => state, _ => 10),
                AskedAgain = Enum.GetValues<CallState>().ToDictionary(state => state, _ => 10),
            },
            "CA00000000000000000000000000000001");

    private static readonly Lazy<IReadOnlyList<string>> Every = new(() => [.. Enumerate().Distinct()]);

    public static IReadOnlyList<string> All => Every.Value;

    public static string For(Call call) => Twiml.Render(call, call.State == CallState.Ended ? null : Action);

    /// <summary>The texts of a document, one for each Say.</summary>
    public static IReadOnlyList<string> Texts(string document) =>
        [.. XDocument.Parse(document).Descendants("Say").Select(say => say.Value)];

    /// <summary>All texts of a call's document, joined by spaces.</summary>
    public static string Said(Call call) => string.Join(' ', Texts(For(call)));

    private static IEnumerable<string> Enumerate() =>
    [
        .. TestLines.Configured.All.SelectMany(SpeakingCalls.On).Select(For),
        .. TestLines.Configured.All.Select(line => Twiml.Apology(line)),
        Twiml.NumberNotInUse(),
    ];
}
