using System.Net;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Security;

/// <summary>
/// Requests without a session or a signature to every endpoint at the same time, while the server has no connection to PostgreSQL open yet:
/// calls go on and record.
/// </summary>
public sealed class AnonymousFloodTests(TestCluster cluster)
{
    private const int RequestsPerEndpoint = 20;

    [Fact]
    public async Task Whatever_endpoint_is_flooded_calls_go_on()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var server = await TestServer.StartOnAsync($"{database.ConnectionString};Maximum Pool Size=5", new(TestServer.Afternoon));
        var paths = server.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => Filled(endpoint.RoutePattern)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("/health/ready", paths);
        Assert.Contains("/voice/answer", paths);
        Assert.Contains(paths, path => path.StartsWith("/company/sign-in", StringComparison.Ordinal));

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var flood = Enumerable.Range(0, RequestsPerEndpoint)
            .SelectMany(_ => paths)
            .SelectMany(path => new[] { HttpMethod.Get, HttpMethod.Post }.Select(method => SendAsync(http, method, new(server.Url, path))))
            .ToList();
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            call.Hears("Geregistreerd.");
        }

        Assert.All(await Task.WhenAll(flood), status => Assert.NotEqual(HttpStatusCode.InternalServerError, status));
    }

    // Any value fits a parameter of a path, as far as the flood is concerned.
    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => "/" + string.Join(
        '/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part.IsLiteral
            ? ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content
            : part.IsSeparator ? ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart)part).Content : "1"))));

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, HttpMethod method, Uri url)
    {
        using var request = new HttpRequestMessage(method, url);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([new("login", "nobody"), new("password", "a wrong password"), new("CallSid", $"CA{new string('0', 32)}")]);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }
}
