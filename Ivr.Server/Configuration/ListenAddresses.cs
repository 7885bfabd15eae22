using System.Globalization;
using System.Net;

namespace Ivr.Server.Configuration;

/// <summary>
/// The addresses that the server listens on: the framework's own keys <c>Urls</c>, <c>HTTP_PORTS</c> and <c>HTTPS_PORTS</c>, also as
/// environment variables with the prefix <c>ASPNETCORE_</c>.
/// </summary>
internal static class ListenAddresses
{
    private const string Key = "Urls";
    private const string Default = "http://localhost:5080";

    private static readonly string[] Ports = ["HTTP_PORTS", "HTTPS_PORTS"];

    /// <summary>
    /// Sets the default when no address is configured. It is not in appsettings.json: there it would win over the variables with the prefix.
    /// </summary>
    public static void SetDefault(IConfigurationManager configuration)
    {
        if (configuration[Key] is null && Ports.All(key => string.IsNullOrEmpty(configuration[key])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            configuration.AddInMemoryCollection([new(Key, Default)]);
    }

    /// <summary>Checks the addresses before the web server does, because its message does not name the key.</summary>
    public static void Check(IConfiguration configuration, Mistakes mistakes)
    {
        if (configuration[Key] is { } urls)
            CheckUrls(urls, mistakes);
        foreach (var key in Ports)
        {
            foreach (var port in Parts(configuration[key] ?? ""))
            {
                if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                    mistakes.Add($"{key} has '{port}', which is no port such as 8080.");
            }
        }
    }

    private static void CheckUrls(string urls, Mistakes mistakes)
    {
        if (string.IsNullOrWhiteSpace(urls))
            mistakes.Add($"{Key} is empty: give an address such as http://localhost:5080.");
        foreach (var url in Parts(urls))
        {
            if (!IsAddress(url))
                mistakes.Add($"{Key} has '{url}', which is no address such as http://localhost:5080.");
        }
    }

    private static string[] Parts(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

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
