using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Trusthub.V1;

/// <summary>Who an account's owner is, as far as Twilio has looked at it.</summary>
public class CustomerProfilesResource : Resource
{
    private CustomerProfilesResource()
    {
    }

    /// <summary>BU and 32 hexadecimal digits.</summary>
    public string? Sid { get; private set; }

    /// <summary>What it is held to: RN and 32 hexadecimal digits.</summary>
    public string? PolicySid { get; private set; }

    /// <summary>How far it is.</summary>
    public StatusEnum? Status { get; private set; }

    /// <summary>Looks for profiles.</summary>
    /// <param name="status">How far they are; all when not given.</param>
    /// <param name="friendlyName">Not in the stand-in.</param>
    /// <param name="policySid">Not in the stand-in.</param>
    /// <param name="pageSize">Not in the stand-in.</param>
    /// <param name="limit">Not in the stand-in.</param>
    /// <param name="client">Who sends the request. The stand-in has no default.</param>
    /// <exception cref="Exceptions.ApiException">The request is refused.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    public static async Task<ResourceSet<CustomerProfilesResource>> ReadAsync(
        StatusEnum? status = null,
        string? friendlyName = null,
        string? policySid = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (friendlyName is not null || policySid is not null || pageSize is not null || limit is not null)
            throw new NotSupportedException("The stand-in looks for profiles by status alone.");
        var request = new Request(HttpMethod.Get, "https://trusthub.twilio.com/v1/CustomerProfiles");
        if (status is not null)
            request.QueryParams.Add(new("Status", status.ToString()));
        return Json.ReadPage((await client.RequestAsync(request)).Content, "results", profile => new CustomerProfilesResource
        {
            Sid = profile.Text("sid"),
            PolicySid = profile.Text("policy_sid"),
            Status = profile.Text("status") is { } said ? (StatusEnum)said : null,
        });
    }

    /// <summary>How far a profile is.</summary>
    public sealed class StatusEnum : StringEnum
    {
        /// <summary>Twilio has found it right.</summary>
        public static readonly StatusEnum TwilioApproved = new("twilio-approved");

        /// <summary>Makes a value that is still to be set.</summary>
        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        /// <summary>The status of this name, known or not.</summary>
        public static implicit operator StatusEnum(string value) => new(value);
    }
}
