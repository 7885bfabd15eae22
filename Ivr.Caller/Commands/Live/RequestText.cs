using Ivr.Caller.Live;

namespace Ivr.Caller.Commands.Live;

/// <summary>The request that places a call, as text for people.</summary>
internal static class RequestText
{
    /// <summary>
    /// Writes the request. The keys in <paramref name="plan"/> are masked already. <paramref name="apiUrl"/> is null for Twilio's own API.
    /// <paramref name="accountSid"/> is null when no account is known.
    /// </summary>
    public static string Of(CallPlan plan, Uri? apiUrl, string? accountSid)
    {
        List<string> lines =
        [
            $"POST {TwilioApi.Of(apiUrl ?? TwilioApi.Twilio, $"/2010-04-01/Accounts/{Hidden(accountSid)}/Calls.json")}",
            "Authorization: Basic (hidden)",
            $"To={plan.To}",
            $"From={plan.From}",
        ];
        if (plan.SendDigits is { } keys)
            lines.Add($"SendDigits={keys}");
        lines.Add($"Timeout={CallPlan.RingsFor}");
        lines.Add($"TimeLimit={plan.TimeLimit}");
        lines.Add($"Twiml={plan.Twiml}");
        return string.Join('\n', lines);
    }

    private static string Hidden(string? sid) => sid is null ? "(no account)" : $"AC…{sid[^4..]}";
}
