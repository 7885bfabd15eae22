using System.Net;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.Security;

/// <summary>
/// Requests without a session or a signature to every endpoint: calls go on and record, and the log does not grow with the requests.
/// </summary>
public sealed class AnonymousFloodTests(TestCluster cluster)
{
    private const int RequestsPerEndpoint = 20;
    private const int Connections = 5;

    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post];

    // The server has no connection to PostgreSQL open yet but one.
    [Fact]
    public async Task Whatever_endpoint_is_flooded_calls_go_on()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var server = await StartOnAsync(database);
        var requests = Requests(server);
        Assert.Contains((HttpMethod.Get, "/health/ready"), requests);
        Assert.Contains((HttpMethod.Post, "/voice/answer"), requests);
        Assert.Contains(requests, request => request.Path.StartsWith("/company/sign-in", StringComparison.Ordinal));

        using var http = Client();
        var flood = Enumerable.Range(0, RequestsPerEndpoint)
            .SelectMany(_ => requests)
            .Select(request => SendAsync(http, request.Method, new(server.Url, request.Path)))
            .ToList();
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            call.Hears("Uw prestatie is geregistreerd.");
        }

        Assert.All(await Task.WhenAll(flood), status => Assert.NotEqual(HttpStatusCode.InternalServerError, status));
    }

    [Fact]
    public async Task No_endpoint_needs_a_connection_of_the_calls()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var server = await StartOnAsync(database);
        await server.IsReadyForTheWorstAsync();
        var calls = server.Services.GetRequiredService<NpgsqlDataSource>();
        var taken = new List<NpgsqlConnection>();
        while (taken.Count < Connections)
            taken.Add(await calls.OpenConnectionAsync(TestContext.Current.CancellationToken));

        using var http = Client();
        foreach (var (method, path) in Requests(server))
        {
            var status = await SendAsync(http, method, new(server.Url, path));
            Assert.True(status < HttpStatusCode.InternalServerError, $"{method} {path}: {status}");
        }

        foreach (var connection in taken)
            await connection.DisposeAsync();
    }

    [Fact]
    public async Task No_request_with_cookies_and_a_signature_that_are_made_up_is_logged_each_time()
    {
        await using var server = await TestServer.StartAsync(cluster);
        using var http = Client();
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        http.DefaultRequestHeaders.Add("Cookie", "__Host-ivr-form=bWFkZSB1cA; __Host-ivr-session=bWFkZSB1cA");
        http.DefaultRequestHeaders.Add("X-Twilio-Signature", "bWFkZSB1cA==");
        var requests = Requests(server);
        server.Log.Clear();

        const int times = 3;
        for (var i = 0; i < times; i++)
        {
            foreach (var (method, path) in requests)
                await SendAsync(http, method, new(server.Url, path));
        }

        Assert.Empty(server.Log.Lines.Where(line => !line.Contains(" scope: ", StringComparison.Ordinal)).GroupBy(line => line.Split('\n')[0])
            .Where(alike => alike.Count() >= times).Select(alike => alike.Key));
    }

    private static Task<TestServer> StartOnAsync(TestDatabase database) =>
        TestServer.StartOnAsync($"{database.ConnectionString};Maximum Pool Size={Connections}", new(TestServer.Afternoon));

    private static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static List<(HttpMethod Method, string Path)> Requests(TestServer server) =>
    [
        .. from path in server.Services.GetServices<EndpointDataSource>()
               .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
               .Select(endpoint => Filled(endpoint.RoutePattern)).Distinct(StringComparer.Ordinal)
           from method in Methods
           select (method, path),
    ];

    // Any value fits a parameter of a path, as far as the flood is concerned.
    private static string Filled(RoutePattern pattern) => "/" + string.Join(
        '/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        }))));

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, HttpMethod method, Uri url)
    {
        using var request = new HttpRequestMessage(method, url);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([new("login", "nobody"), new("password", "a wrong password"), new("CallSid", $"CA{new string('0', 32)}")]);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }
}
