using System.Net;

namespace Ivr.Server.Configuration;

/// <summary>The addresses that the server listens on: configuration key <c>Urls</c>.</summary>
internal static class ListenAddresses
{
    private const string Key = "Urls";

    /// <summary>Checks the addresses before the web server does, because its message does not name the key.</summary>
    public static void Check(IConfiguration configuration, Mistakes mistakes)
    {
        if (configuration[Key] is not { } urls)
            return;
        if (string.IsNullOrWhiteSpace(urls))
            mistakes.Add($"{Key} is empty: give an address such as http://localhost:5080.");
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
                mistakes.Add($"{Key} has '{url}', which is no address such as http://localhost:5080.");
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
