using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database;

/// <summary>The health checks that a load balancer requests from a server.</summary>
internal static class Health
{
    private static readonly HttpClient Http = new();

    public static async Task<HttpStatusCode> LiveAsync(TestServer server) => await GetAsync(server, "/health/live");

    public static async Task<HttpStatusCode> ServingAsync(TestServer server) => await GetAsync(server, "/health/serving");

    public static async Task<HttpStatusCode> ReadyAsync(TestServer server) => await GetAsync(server, "/health/ready");

    /// <summary>Requests /health/ready until it returns the expected status.</summary>
    public static Task BecomesAsync(TestServer server, HttpStatusCode expected) =>
        Eventually.TrueAsync(async () => await ReadyAsync(server) == expected, $"/health/ready says {expected}");

    private static async Task<HttpStatusCode> GetAsync(TestServer server, string path)
    {
        using var response = await Http.GetAsync(new Uri(server.Url, path));
        return response.StatusCode;
    }
}
