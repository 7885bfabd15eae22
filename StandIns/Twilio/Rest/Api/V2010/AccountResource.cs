using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Api.V2010;

/// <summary>An account, or a subaccount.</summary>
public class AccountResource : Resource
{
    private AccountResource()
    {
    }

    /// <summary>AC and 32 hexadecimal digits.</summary>
    public string? Sid { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string? FriendlyName { get; private set; }

    /// <summary>Whether it is in use.</summary>
    public StatusEnum? Status { get; private set; }

    /// <summary>Whether it is paid for.</summary>
    public TypeEnum? Type { get; private set; }

    /// <summary>Looks at an account.</summary>
    /// <param name="pathSid">Its sid; the client's account when not given.</param>
    /// <param name="client">Who sends the request. The stand-in has no default.</param>
    /// <exception cref="Exceptions.ApiException">The request is refused.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    public static async Task<AccountResource> FetchAsync(string? pathSid = null, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = new Request(HttpMethod.Get, $"https://api.twilio.com/2010-04-01/Accounts/{pathSid ?? client.AccountSid}.json");
        return Json.Read((await client.RequestAsync(request)).Content, account => new AccountResource
        {
            Sid = account.Text("sid"),
            FriendlyName = account.Text("friendly_name"),
            Status = account.Text("status") is { } status ? (StatusEnum)status : null,
            Type = account.Text("type") is { } type ? (TypeEnum)type : null,
        });
    }

    /// <summary>Whether an account is in use.</summary>
    public sealed class StatusEnum : StringEnum
    {
        /// <summary>It is.</summary>
        public static readonly StatusEnum Active = new("active");

        /// <summary>Twilio or its owner has halted it.</summary>
        public static readonly StatusEnum Suspended = new("suspended");

        /// <summary>It is no more.</summary>
        public static readonly StatusEnum Closed = new("closed");

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

    /// <summary>Whether an account is paid for.</summary>
    public sealed class TypeEnum : StringEnum
    {
        /// <summary>It is not.</summary>
        public static readonly TypeEnum Trial = new("Trial");

        /// <summary>It is.</summary>
        public static readonly TypeEnum Full = new("Full");

        /// <summary>Makes a value that is still to be set.</summary>
        public TypeEnum()
        {
        }

        private TypeEnum(string value)
            : base(value)
        {
        }

        /// <summary>The type of this name, known or not.</summary>
        public static implicit operator TypeEnum(string value) => new(value);
    }
}
