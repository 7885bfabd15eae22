using System.CommandLine;
using System.CommandLine.Parsing;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Live;

namespace Ivr.Caller.Commands.Live;

/// <summary>
/// The options of calls on the real line. The account's auth token is not an option, because other users of the machine can see arguments.
/// </summary>
internal sealed class LiveCommandOptions
{
    /// <summary>A run in CI makes a few calls. More calls are a mistake, and cost money.</summary>
    private const int DefaultMaxCalls = 3;

    private readonly Option<string?> _from = new("--from-number")
    {
        Description = "The number that calls: the account's own, or one that it has verified.", CustomParser = ParseNumber,
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "The number to call instead of the scripts'.", CustomParser = ParseNumber,
    };

    private readonly Option<Uri?> _apiUrl = new("--api-url")
    {
        Description = "The base URL of another server with Twilio's API, such as an emulator; https, or on this machine.", CustomParser = ParseApiUrl,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the requests with passwords hidden, and place no call." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Place the calls: they cost money and record what they key." };
    private readonly Option<int> _maxCalls = Number("--max-calls", "The most calls to place.", DefaultMaxCalls, least: 1);
    private readonly Option<int> _limit = Number(
        "--send-digits-limit", "How many keys and pauses go into SendDigits. The rest is in the call's TwiML; 0 puts all there.",
        new LiveOptions("").SendDigitsLimit, least: 0);

    private readonly Option<double> _margin = new("--margin")
    {
        Description = "Seconds that each entry is keyed later than in the rehearsal.",
        DefaultValueFactory = _ => new LiveOptions("").Margin.TotalSeconds,
    };

    public LiveCommandOptions() => _margin.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double>() is < 0 or > 10)
            result.AddError("--margin is 0 to 10 seconds.");
    });

    public IEnumerable<Option> All => [_from, _to, _apiUrl, _dryRun, _yes, _maxCalls, _limit, _margin];

    /// <summary>Rejects a command that does not name the calling number.</summary>
    public void Check(CommandResult command)
    {
        if (command.GetResult(_from) is null)
            command.AddError("--live needs --from-number: the account's own number, or one that it has verified.");
    }

    /// <summary>
    /// Makes the settings from valid options. <paramref name="accountSid"/> is the paying account; null when it was not named.
    /// </summary>
    public LiveSettings Read(ParseResult parsed, string? accountSid) =>
        new(new LiveOptions(parsed.GetValue(_from)!)
        {
            To = parsed.GetValue(_to),
            Margin = TimeSpan.FromSeconds(parsed.GetValue(_margin)),
            SendDigitsLimit = parsed.GetValue(_limit),
        })
        {
            MaxCalls = parsed.GetValue(_maxCalls),
            DryRun = parsed.GetValue(_dryRun),
            Yes = parsed.GetValue(_yes),
            ApiUrl = parsed.GetValue(_apiUrl),
            AccountSid = accountSid,
        };

    private static Option<int> Number(string name, string description, int otherwise, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least)
                result.AddError($"{name} is {least} or more.");
        });
        return option;
    }

    // Each request has the account's auth token.
    private static Uri? ParseApiUrl(ArgumentResult result)
    {
        var url = OptionParsers.ParseUrl(result);
        if (url is null or { Scheme: "https", UserInfo: "", Query: "", Fragment: "" } or { IsLoopback: true, UserInfo: "", Query: "", Fragment: "" })
            return url;
        result.AddError("--api-url is https without user, query and fragment; http is only for this machine, because each request has the auth token.");
        return null;
    }

    private static string ParseNumber(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (PhoneNumber.Normalize(written) is { } number)
            return number;
        result.AddError($"{written} is no telephone number: write +3225551234 or 02/555 12 34.");
        return "";
    }
}
