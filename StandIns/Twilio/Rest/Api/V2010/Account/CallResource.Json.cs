using Twilio.Base;

namespace Twilio.Rest.Api.V2010.Account;

/// <content>How a call is read.</content>
public partial class CallResource
{
    /// <summary>Reads a call.</summary>
    /// <exception cref="Exceptions.ApiException">The text is no JSON.</exception>
    public static CallResource FromJson(string json) => Json.Read(json, call => new CallResource
    {
        Sid = call.Text("sid"),
        Status = call.Text("status") is { } status ? (StatusEnum)status : null,
        Duration = call.Text("duration"),
        Price = call.Text("price"),
        PriceUnit = call.Text("price_unit"),
    });
}
