using System.Net;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>The addresses that the server listens on: configuration key <c>Urls</c>.</summary>
internal static class ListenAddresses
{
    private const string Key = "Urls";

    /// <summary>Looks at them before the web server does, whose message does not name the key.</summary>
    /// <exception cref="OptionsValidationException">One is no address.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration[Key] is { } urls && string.IsNullOrWhiteSpace(urls))
            throw new OptionsValidationException(Key, typeof(string), [$"{Key} is empty: give an address such as http://localhost:5080."]);
        foreach (var url in configuration[Key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            if (!IsAddress(url))
                throw new OptionsValidationException(Key, typeof(string), [$"{Key} has '{url}', which is no address such as http://localhost:5080."]);
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { PathBase: "", Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
