using System.CommandLine;
using System.CommandLine.Parsing;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;

namespace Ivr.Caller.Commands.Calling;

/// <summary>The options of the call command, and the settings that they give.</summary>
internal sealed class CallOptions
{
    private readonly Option<string> _to = new("--to")
    {
        Description = "The number to dial: +3280035530, 0800/355 30, 02/547 54 97.", Required = true, CustomParser = ParseNumber,
    };

    private readonly Option<string> _from = new("--from")
    {
        Description = "The caller's number, or 'withheld'.", DefaultValueFactory = _ => Phone.DefaultCaller, CustomParser = ParseNumber,
    };

    private readonly Option<string> _keys = new("--keys")
    {
        Description = "Keys to press, question after question: 0-9, #, *; w or a comma is silence until the time-out. "
            + "Other users of this machine can see them.",
        DefaultValueFactory = _ => "", CustomParser = ParseKeys,
    };

    private readonly NumberOptions _number = new();
    private readonly Option<bool> _hangUp = new("--hang-up") { Description = "Hang up when all keys are pressed, instead of asking for more." };
    private readonly Option<bool> _showWebhooks = new("--show-webhooks") { Description = "Show each request and its answer." };
    private readonly Option<bool> _showKeys = new("--show-keys") { Description = "Do not hide what may be a password." };
    private readonly Option<bool> _noColour = new("--no-color") { Description = "Plain text." };
    private readonly Option<bool> _realTime = new("--real-time") { Description = "Take as long as the prompts do." };

    public IEnumerable<Option> All => [_to, _from, _keys, .. _number.All, _hangUp, _showWebhooks, _showKeys, _noColour, _realTime];

    /// <exception cref="UsageException">There is no auth token.</exception>
    public async Task<CallSettings> ReadAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken) => new()
    {
        To = parsed.GetRequiredValue(_to),
        From = parsed.GetRequiredValue(_from),
        Keys = parsed.GetRequiredValue(_keys),
        Number = await _number.ReadAsync(parsed, terminal, rehearses: false, cancellationToken),
        HangsUp = parsed.GetValue(_hangUp),
        ShowWebhooks = parsed.GetValue(_showWebhooks),
        ShowKeys = parsed.GetValue(_showKeys),
        NoColour = parsed.GetValue(_noColour),
        RealTime = parsed.GetValue(_realTime),
    };

    private static string ParseNumber(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (written == "withheld") return Phone.Withheld;
        if (PhoneNumber.Normalize(written) is { } number) return number;
        result.AddError($"{written} is no telephone number: write +3280035530 or 0800/355 30.");
        return "";
    }

    private static string ParseKeys(ArgumentResult result)
    {
        var keys = result.Tokens[0].Value;
        if (TypedKeys.Unknown(keys) is { } wrong)
            result.AddError($"A telephone has no key '{wrong}': 0-9, # and * are keys, w or a comma is silence.");
        return keys;
    }
}
