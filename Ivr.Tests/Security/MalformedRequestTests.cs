using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>Requests that Twilio never sends: the server refuses them clearly, without an internal error, and stores nothing.</summary>
public sealed class MalformedRequestTests(TestCluster cluster)
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("Digits=1&Digits=2")]
    [InlineData("callsid=CA1&CallSid=CA1&callsid=CA2")]
    [InlineData("To=a&To=a")]
    [InlineData("Digits=%00")]
    public async Task A_form_that_repeats_a_key_or_holds_a_NUL_is_refused(string body)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(server, Encoding.ASCII.GetBytes(body), Form));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var body = Encoding.ASCII.GetBytes($"Digits={new string('1', 1024 * 1024)}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(server, body, Form));
        await RecordsAsync(server);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "CallSid=CA1")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Dispo")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "CallSid=CA1")]
    [InlineData("application/x-www-form-urlencoded; charset=none", "CallSid=CA1")]
    public async Task A_body_that_is_no_form_is_refused(string contentType, string body)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var status = await PostAsync(server, Encoding.ASCII.GetBytes(body), contentType);
        Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, status.ToString());
    }

    [Theory]
    [InlineData("Host: a:99999")]
    [InlineData("Host: a..b")]
    [InlineData("Host: ")]
    [InlineData("Host: [")]
    [InlineData("Host: %00")]
    public async Task A_host_that_makes_no_address_is_never_an_error_of_ours(string host)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var status = await SendRawAsync(
            server,
            $"POST /voice/answer HTTP/1.1\r\n{host}\r\nX-Twilio-Signature: c2ln\r\nContent-Type: {Form}\r\nContent-Length: 8\r\nConnection: close\r\n\r\nDigits=1");
        Assert.True(status.StartsWith("HTTP/1.1 403 ", StringComparison.Ordinal) || status.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), status);
    }

    [Theory]
    [InlineData("/company", "x:99999")]
    [InlineData("/company/sign-in", "x:99999")]
    [InlineData("/operator", "[")]
    [InlineData("/company/export.csv", "a..b")]
    [InlineData("/nothing", "x:99999")]
    public async Task A_page_at_a_host_that_makes_no_address_is_400(string path, string host)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var status = await SendRawAsync(server, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", status, StringComparison.Ordinal);
        Assert.False(server.Log.HasWarning);
    }

    [Theory]
    [InlineData("GET /company HTTP/1.0", "400")]
    [InlineData("GET /health/live HTTP/1.0", "200")]
    public async Task Only_a_probe_needs_no_host(string request, string status)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendRawAsync(server, $"{request}\r\nAccept: text/html\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_keys_are_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var body = string.Join('&', Enumerable.Range(0, 2000).Select(i => $"k{i}=1"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(server, Encoding.ASCII.GetBytes(body), Form));
    }

    [Fact]
    public async Task Only_post_is_answered()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var http = new HttpClient { BaseAddress = server.Url };
        foreach (var path in new[] { "/voice/incoming", "/voice/answer", "/voice/status", "/voice/fallback" })
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("CallSid", "")]
    [InlineData("CallSid", "CA123")]
    [InlineData("CallSid", "CAzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("CallSid", "CA00000000000000000000000000000000'; drop table prestation; --")]
    [InlineData("To", "")]
    public async Task A_signed_form_that_is_not_of_a_call_is_refused(string name, string value)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var answer = await server.Phone.SendAsync(call.Exchanges[0].Request.With(name, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("not one of a call", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'; drop table client; --")]
    [InlineData("\u0001")]
    [InlineData("１２３４５６７８９０１２")]
    [InlineData("-1")]
    public async Task Digits_that_are_no_digits_are_a_wrong_answer(string digits)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders);
        var steps = call.Exchanges.Skip(1).ToList();

        Assert.Equal(3, steps.Count);
        foreach (var step in steps)
        {
            var answer = await server.Phone.SendAsync(step.Request.With("Digits", digits));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("Dat hebben we niet begrepen.", answer.Document.Spoken, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpStatusCode> PostAsync(TestServer server, byte[] body, string contentType)
    {
        // The server closes the connection when it refuses a body before it was sent. So the client waits for "100 Continue".
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan };
        using var http = new HttpClient(handler) { BaseAddress = server.Url, DefaultRequestHeaders = { ExpectContinue = true } };
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        content.Headers.Add("X-Twilio-Signature", "c2lnbmF0dXJl");
        using var answer = await http.PostAsync("/voice/answer", content);
        return answer.StatusCode;
    }

    private static async Task<string> SendRawAsync(TestServer server, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Url.Host, server.Url.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "no answer";
    }

    private static async Task RecordsAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");
    }
}
