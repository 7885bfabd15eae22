namespace Ivr.Caller.Calls.Engine;

/// <summary>The parameters that every webhook of a call has.</summary>
internal sealed class CallParameters(string callSid, string accountSid, string from, string to)
{
    /// <summary>The value of From when the caller withholds the number. The digits spell ANONYMOUS.</summary>
    public const string Withheld = "+266696687";

    public IReadOnlyDictionary<string, string> For(string callStatus, IEnumerable<(string Name, string Value)> more)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = accountSid,
            ["ApiVersion"] = "2010-04-01",
            ["CallSid"] = callSid,
            ["CallStatus"] = callStatus,
            ["Direction"] = "inbound",
        };
        AddParty(parameters, "From", "Caller", from);
        AddParty(parameters, "To", "Called", to);
        foreach (var (name, value) in more) parameters[name] = value;
        return parameters;
    }

    /// <summary>Twilio sends each party under two names, with location parameters that are empty outside North America.</summary>
    private static void AddParty(SortedDictionary<string, string> parameters, string name, string twin, string number)
    {
        foreach (var party in (string[])[name, twin])
        {
            parameters[party] = number;
            parameters[party + "City"] = "";
            parameters[party + "State"] = "";
            parameters[party + "Zip"] = "";
            parameters[party + "Country"] = Country(number);
        }
    }

    /// <summary>+266 is the country code of Lesotho, so Twilio reports LS as the country of a withheld number.</summary>
    private static string Country(string number) => number switch
    {
        Withheld => "LS",
        _ when number.StartsWith("+32", StringComparison.Ordinal) => "BE",
        _ => "",
    };
}
