using Twilio.Base;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A call to place.</summary>
/// <param name="to">Who is called.</param>
/// <param name="from">Who calls: a number of the account's, or one that it has verified.</param>
public class CreateCallOptions(IEndpoint to, IEndpoint from) : IOptions<CallResource>
{
    /// <summary>Who is called.</summary>
    public IEndpoint To { get; } = to;

    /// <summary>Who calls.</summary>
    public IEndpoint From { get; } = from;

    /// <summary>Keys that are pressed once the call is answered: 0-9, #, *, <c>w</c> half a second, <c>W</c> a second; 32 at most.</summary>
    public string? SendDigits { get; set; }

    /// <summary>Seconds that it may ring.</summary>
    public int? Timeout { get; set; }

    /// <summary>Seconds that the call may last.</summary>
    public int? TimeLimit { get; set; }

    /// <summary>What the caller's end does.</summary>
    public Twiml? Twiml { get; set; }

    /// <summary>What is set, as the request's parameters.</summary>
    public List<KeyValuePair<string, string>> GetParams() =>
    [
        .. from parameter in new (string Name, string? Value)[]
            {
                ("To", To.ToString()),
                ("From", From.ToString()),
                ("SendDigits", SendDigits),
                ("Timeout", Timeout?.ToString()),
                ("TimeLimit", TimeLimit?.ToString()),
                ("Twiml", Twiml?.ToString()),
            }
            where parameter.Value is not null
            select KeyValuePair.Create(parameter.Name, parameter.Value),
    ];
}
