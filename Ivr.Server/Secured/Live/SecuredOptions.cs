using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Ivr.Server.Secured.Live;

/// <summary>The secured area: configuration section <c>Secured</c>.</summary>
internal sealed class SecuredOptions : IValidatableObject
{
    public const string Section = "Secured";

    /// <summary>How often a live page gets a heartbeat. Proxies close connections without traffic.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Secured:Heartbeat must be between 00:00:00.1 and 00:01:00.")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Addresses or networks of the proxies in front of the server, besides this machine. Their <c>X-Forwarded-For</c> names the browser's
    /// address; that of anybody else is not believed.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from proxy in Proxies
        where Network(proxy) is null
        select new ValidationResult($"Secured:Proxies has '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.");

    /// <summary>The framework's options for a browser's address behind the proxies.</summary>
    public ForwardedHeadersOptions ForwardedAddresses()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        foreach (var proxy in Proxies)
            options.KnownIPNetworks.Add(Network(proxy)!.Value);
        return options;
    }

    private static IPNetwork? Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network : null;
}
