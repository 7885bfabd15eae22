using System.Net;
using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>An HTTP client for a server's secured area, without a browser: it only keeps cookies as a browser behind TLS does.</summary>
internal sealed partial class Door : IDisposable
{
    private readonly HttpClient _http;

    public Door(TestServer server, string language = "en")
        : this(server.Url, language)
    {
    }

    public Door(Uri server, string language = "en")
    {
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    /// <summary>The current cookies, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>All <c>Set-Cookie</c> headers received so far.</summary>
    public List<string> CookieHeaders { get; } = [];

    /// <summary>Comes from an address, as a proxy on this machine reports it.</summary>
    public void From(string address) => _http.DefaultRequestHeaders.Add("X-Forwarded-For", address);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>Reads a page; the status must be 200.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as the page at <paramref name="from"/> does, with its antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(from)).Groups["token"].Value;
        Assert.NotEqual("", token);
        return await PostBareAsync(to, [.. fields, ("form", token)]);
    }

    /// <summary>Sends a form without an antiforgery token.</summary>
    public Task<HttpResponseMessage> PostBareAsync(string to, params (string Name, string Value)[] fields) => SendAsync(new(HttpMethod.Post, to)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Sends the sign-in form and returns the response.</summary>
    public Task<HttpResponseMessage> TryAsync(string login, string password) =>
        PostAsync("/company/sign-in", "/company/sign-in", ("login", login), ("password", password));

    /// <summary>Signs in; the sign-in must succeed.</summary>
    public async Task SignInAsync(Person person)
    {
        using var response = await TryAsync(person.Login, person.Password);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    /// <summary>Sends a request with the current cookies, and stores the cookies of the response.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await _http.SendAsync(request, until);
        foreach (var header in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            CookieHeaders.Add(header);
            var (name, value) = (header[..header.IndexOf('=', StringComparison.Ordinal)], header[(header.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            Cookies[name] = value;
            if (value.Length == 0)
                Cookies.Remove(name);
        }

        return response;
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"form\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
